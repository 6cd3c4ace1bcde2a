import type { SourceLanguage } from '../../contracts/languages.ts';
import { lexiconOf } from './lexicon/index.ts';

/** A word of a text, as the lexicon would have it: without elided articles and contracted verbs. */
export type Token = {
  text: string;
  /** Where the word as it is written ("l'eau" for "eau") begins and ends in the text. */
  from: number;
  to: number;
  /** The first word of a sentence: its capital says nothing. */
  startsSentence: boolean;
  /** A comma, a dot or the like follows, or nothing. */
  endsClause: boolean;
};

/** What is written but not said: links, e-mail addresses, sounds ("[Musik]", "(lacht)"). Bounded, so linear. */
const LINK = /\b(?:https?:\/\/|www\.)\S{1,500}|[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,4}/giu;
const BARE_DOMAIN = /\b(?:[a-z0-9-]{1,64}\.){1,4}(?:com|org|net|info|de|fr|es|eu|io)\b(?:\/\S{0,500})?/giu;
const SOUND = /\[[^[\]]{0,60}\]|\([^()]{0,60}\)|[♪♫#]/gu;
/** Who speaks: capitals before a colon at the beginning ("ANNA:", "- MANN 2:"). */
const SPEAKER = /^\s*(?:[-–—>]+\s*)?\p{Lu}[\p{Lu}\d .'-]{1,30}:\s/u;

const SENTENCE_END = /[.!?…:;"„“»«¿¡–—]|-\s/u;
const CLAUSE_END = /[,.!?…:;()–—]/u;

/** Words of a text in order. */
export function tokensOf(text: string, language: SourceLanguage): Token[] {
  const spoken = [LINK, BARE_DOMAIN, SOUND, SPEAKER].reduce(blank, text);
  const tokens: Token[] = [];
  let before = '.';
  for (const { segment, index: from, isWordLike } of joinHyphenated(segmentsOf(spoken, language), language)) {
    if (!isWordLike) {
      before += segment;
      const last = tokens.at(-1);
      if (last && CLAUSE_END.test(segment)) last.endsClause = true;
      continue;
    }
    const startsSentence = SENTENCE_END.test(before);
    for (const [index, part] of withoutContraction(segment, language).entries()) {
      tokens.push({
        text: part,
        from,
        to: from + segment.length,
        startsSentence: startsSentence && index === 0,
        endsClause: false,
      });
    }
    before = '';
  }
  const last = tokens.at(-1);
  if (last) last.endsClause = true;
  return tokens;
}

/** Blanks instead of what is not said, so that everything else keeps its place. */
const blank = (text: string, unsaid: RegExp) => text.replace(unsaid, (found) => ' '.repeat(found.length));

/** `index`: where it begins in the text. */
type Piece = { segment: string; index: number; isWordLike: boolean };

const SEGMENTERS: Record<SourceLanguage, Intl.Segmenter> = {
  de: new Intl.Segmenter('de', { granularity: 'word' }),
  en: new Intl.Segmenter('en', { granularity: 'word' }),
  es: new Intl.Segmenter('es', { granularity: 'word' }),
  fr: new Intl.Segmenter('fr', { granularity: 'word' }),
};

const segmentsOf = (text: string, language: SourceLanguage): Piece[] =>
  [...SEGMENTERS[language].segment(text)].map(({ segment, index, isWordLike = false }) => ({
    segment,
    index,
    isWordLike,
  }));

/** Words with a hyphen come in pieces; those that the lexicon lists ("après-midi") are joined again. */
function joinHyphenated(pieces: Piece[], language: SourceLanguage): Piece[] {
  const lexicon = lexiconOf(language);
  const joined: Piece[] = [];
  for (let at = 0; at < pieces.length; at += 1) {
    const [first, hyphen, second] = pieces.slice(at, at + 3);
    if (!first) break;
    const rest = `-${second?.segment ?? ''}`;
    const compound = `${withoutContraction(first.segment, language).at(-1)}${rest}`.toLowerCase();
    if (hyphen?.segment === '-' && second?.isWordLike && lexicon.matches(compound).length > 0) {
      joined.push({ ...first, segment: first.segment + rest });
      at += 2;
    } else {
      joined.push(first);
    }
  }
  return joined;
}

/** French words that lose their vowel before another one. */
const ELISION = /^(l|d|j|n|s|c|m|t|qu|jusqu|lorsqu|puisqu|quoiqu)'(?=.)/i;
const ELIDED: Record<string, string> = { l: 'le', j: 'je', s: 'se' };
const NEGATED: Record<string, string> = { "can't": 'can', "won't": 'will', "shan't": 'shall' };

function withoutContraction(word: string, language: SourceLanguage): string[] {
  const plain = word.replaceAll('’', "'");
  if (language === 'fr') {
    const [elided, short] = ELISION.exec(plain) ?? [];
    if (elided === undefined || short === undefined) return [plain];
    const lower = short.toLowerCase();
    return [ELIDED[lower] ?? `${lower}e`, plain.slice(elided.length)];
  }
  if (language === 'en') {
    const negated = NEGATED[plain.toLowerCase()];
    return [negated ?? (plain === "o'clock" ? plain : plain.replace(/(?:n't|'(?:s|m|re|ve|ll|d)|')$/i, '') || plain)];
  }
  return [plain.replace(/'s?$/, '') || plain];
}
