import type { SourceLanguage, TargetLanguage } from '../../contracts/languages.ts';
import type { PartOfSpeech, VocabularyItem } from '../../contracts/lesson.ts';
import type { TranscriptSegment } from '../transcript/transcript.ts';
import { exampleOf } from './example.ts';
import { isName } from './is-name.ts';
import { lemmatise } from './lemmatise.ts';
import { lexiconOf } from './lexicon/index.ts';
import { INTERJECTIONS } from './lexicon/interjections.ts';
import { type Token, tokensOf } from './tokens.ts';
import { translationOf } from './translations.ts';

/** `wordCount`: running words, whatever they are. `words`: those worth learning, most frequent first. */
export type Vocabulary = { words: VocabularyItem[]; wordCount: number };

/**
 * Largest vocabulary of a chunk as JSON, bytes of UTF-8: some 4,000 words, where 25 minutes of speech have 1,500. It
 * keeps lessons below what AWS Lambda can answer (6 MB), whatever the text is.
 */
export const MAX_VOCABULARY_BYTES = 1_500_000;
/** What is longer is no word. The longest of German texts have 80 characters. */
const MAX_WORD_CHARACTERS = 100;

/** Classes of words that a language has only few of. */
const GRAMMAR: ReadonlySet<PartOfSpeech> = new Set(['determiner', 'pronoun', 'preposition', 'conjunction', 'particle']);

/**
 * Words of a chunk in dictionary form, most frequent first.
 *
 * Left out are names, numbers and interjections, and the grammar words of level A1 ("der", "und", "mit"): they would
 * head every list, are learnt as grammar and not as words, and whoever does not know them yet cannot follow a video.
 * Those of higher levels ("obwohl", "trotz") are words like others. Beyond MAX_VOCABULARY_BYTES the rarest words are
 * left out.
 */
export function extractVocabulary(
  segments: readonly TranscriptSegment[],
  language: SourceLanguage,
  targetLanguage: TargetLanguage,
): Vocabulary {
  const sentences = segments.map((segment) => ({ segment, tokens: tokensOf(segment.text, language) }));
  const allTokens = sentences.map(({ tokens }) => tokens);
  const names = namesIn(allTokens, language);
  const items = new Map<string, Collected>();
  for (const { segment, tokens } of sentences) {
    for (const found of wordsOf(tokens, language, names)) collect(items, found, segment, targetLanguage, language);
  }
  // Sorting keeps the order of first occurrence among equals.
  const words = [...items.values()].map(toItem).toSorted((a, b) => b.count - a.count);
  return { words: fitting(words), wordCount: allTokens.flat().length };
}

/** The first words, as many as fit. */
function fitting(words: readonly VocabularyItem[]): VocabularyItem[] {
  let bytes = 0;
  const tooMany = words.findIndex((word) => {
    bytes += Buffer.byteLength(JSON.stringify(word)) + 1;
    return bytes > MAX_VOCABULARY_BYTES;
  });
  return tooMany === -1 ? [...words] : words.slice(0, tooMany);
}

type Found = {
  token: Token;
  form: string;
  lemma: string;
  pos: PartOfSpeech;
  entry: ReturnType<typeof lemmatise>['entry'];
};
type Collected = { item: VocabularyItem; forms: Map<string, number> };

/** Forms that are a name somewhere, so that they are names at the beginning of a sentence, too. */
function namesIn(sentences: readonly Token[][], language: SourceLanguage): Set<string> {
  return new Set(
    sentences.flatMap((tokens) => tokens.filter((_, at) => isName(tokens, at, language)).map(({ text }) => text)),
  );
}

function wordsOf(tokens: readonly Token[], language: SourceLanguage, names: ReadonlySet<string>): Found[] {
  const clauseEnds = clauseEndsOf(tokens);
  const prefixes = usedPrefixes(tokens, clauseEnds, language);
  return tokens.flatMap((token, at) => {
    if (prefixes.has(at) || names.has(token.text) || isNoise(token.text, language)) return [];
    const clauseEnd = tokens[clauseEnds[at] ?? -1]?.text;
    const next = token.endsClause ? null : (tokens[at + 1]?.text ?? null);
    const { lemma, entry } = lemmatise(token.text, language, {
      startsSentence: token.startsSentence,
      next,
      ...(clauseEnd !== undefined && { clauseEnd }),
    });
    const pos = entry?.pos ?? unlistedPos(token, language);
    if (pos === 'numeral' || (entry?.level === 'A1' && GRAMMAR.has(pos))) return [];
    return [{ token, form: formOf(token, pos, lemma), lemma, pos, entry }];
  });
}

/** Numbers, single letters, abbreviations ("z.B"), interjections and endless strings. */
function isNoise(text: string, language: SourceLanguage): boolean {
  if (text.length > MAX_WORD_CHARACTERS) return true;
  if (/\p{N}|[._@]/u.test(text)) return true;
  if (INTERJECTIONS[language].has(text.toLowerCase())) return true;
  return /^.$/u.test(text) && lexiconOf(language).matches(text.toLowerCase()).length === 0;
}

/** Positions of prefixes that belong to a verb before them in their clause: they are no words of their own. */
function usedPrefixes(tokens: readonly Token[], clauseEnds: readonly number[], language: SourceLanguage): Set<number> {
  const lexicon = lexiconOf(language);
  const used = new Set<number>();
  for (const [at, { text }] of tokens.entries()) {
    const end = clauseEnds[at] ?? at;
    const prefix = tokens[end]?.text ?? '';
    if (end > at && lexicon.prefixes.has(prefix) && lexicon.separated(text.toLowerCase(), prefix)) used.add(end);
  }
  return used;
}

/** For each word the position of the last of its clause, which ends before a conjunction or with punctuation. */
function clauseEndsOf(tokens: readonly Token[]): number[] {
  const ends: number[] = [];
  let end = tokens.length - 1;
  for (let at = tokens.length - 1; at >= 0; at -= 1) {
    if (tokens[at]?.endsClause) end = at;
    ends[at] = end;
    if (/^(?:und|oder|aber)$/.test(tokens[at]?.text ?? '')) end = at - 1;
  }
  return ends;
}

/** German writes nouns with a capital; of other words nothing is known. */
const unlistedPos = ({ text, startsSentence }: Token, language: SourceLanguage): PartOfSpeech =>
  language === 'de' && !startsSentence && /^\p{Lu}/u.test(text) ? 'noun' : 'other';

/** The form as it stands, without the capital of the beginning of a sentence. */
function formOf({ text, startsSentence }: Token, pos: PartOfSpeech, lemma: string): string {
  const hasOwnCapital = pos === 'noun' && /^\p{Lu}/u.test(lemma);
  return startsSentence && !hasOwnCapital ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}

function collect(
  items: Map<string, Collected>,
  { token, form, lemma, pos, entry }: Found,
  { text, start, end }: TranscriptSegment,
  targetLanguage: TargetLanguage,
  language: SourceLanguage,
): void {
  const key = `${lemma}|${pos}`;
  const collected = items.get(key) ?? {
    item: {
      lemma,
      pos,
      level: entry?.level ?? 'unlisted',
      article: entry?.article ?? null,
      translation: entry ? translationOf(entry, language, targetLanguage) : null,
      count: 0,
      forms: [],
      example: { text: exampleOf(text, token), start, end },
    },
    forms: new Map<string, number>(),
  };
  collected.item.count += 1;
  collected.forms.set(form, (collected.forms.get(form) ?? 0) + 1);
  items.set(key, collected);
}

const toItem = ({ item, forms }: Collected): VocabularyItem => ({
  ...item,
  forms: [...forms].toSorted(([, a], [, b]) => b - a).map(([form]) => form),
});
