import type { SourceLanguage } from '../../contracts/languages.ts';
import type { PartOfSpeech } from '../../contracts/lesson.ts';
import { lemmatise } from './lemmatise.ts';
import { lexiconOf } from './lexicon/index.ts';
import { NAMES } from './lexicon/names.ts';
import type { Token } from './tokens.ts';

/** Endings of German nouns that names do not have. */
const NOUN_ENDING = /(?:ung|heit|keit|schaft|tion|tät|nis|tum|ismus|chen|lein|ling|ment|eur|ik|rei)(?:e?n|s|e)?$/;
/** What stands before a German noun, and rarely before a name. */
const BEFORE_NOUN = new Set<PartOfSpeech>(['determiner', 'adjective', 'numeral']);
const MERGED_ARTICLES = new Set('am ans aufs beim durchs fürs im ins ums vom vorm zum zur übers unters'.split(' '));

/**
 * Whether the word at a position is a name. A listed word never is. Else
 * - common first names and places are;
 * - in English, Spanish and French every capitalised word inside a sentence is;
 * - in German, where all nouns have capitals, such a word is a name unless an article, adjective or number stands
 *   before it or it has the ending of a noun ("bei Emre", "sagt Jana", but "die Fähre", "im Speicher", "Zeichnungen");
 * - at the beginning of a sentence a capitalised word with a finite verb after it is ("Jana wohnt").
 */
export function isName(tokens: readonly Token[], at: number, language: SourceLanguage): boolean {
  const token = tokens[at];
  if (!token || !/^\p{Lu}/u.test(token.text)) return false;
  if (lemmatise(token.text, language, { startsSentence: true }).entry) return false;
  if (NAMES.has(token.text) || NAMES.has(token.text.replace(/s$/, ''))) return true;
  if (token.startsSentence) return isSubject(tokens, at, language);
  return language !== 'de' || !isGermanNoun(tokens, at);
}

/** A finite verb follows at once, as in "Jana wohnt", and the word does not look like an adverb or noun. */
function isSubject(tokens: readonly Token[], at: number, language: SourceLanguage): boolean {
  const token = tokens[at];
  const next = tokens[at + 1];
  if (!token || !next || token.endsClause || !/^\p{Ll}/u.test(next.text)) return false;
  if (/(?:lich|weise|ig|s|mente?|ly)$/.test(token.text) || NOUN_ENDING.test(token.text)) return false;
  const matches = lexiconOf(language).matches(next.text);
  return matches.some(({ entry }) => entry.pos === 'verb' && entry.lemma !== next.text);
}

function isGermanNoun(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  const before = tokens[at - 1];
  if (!token) return false;
  if (NOUN_ENDING.test(token.text)) return true;
  if (!before || before.endsClause) return false;
  const { entry } = lemmatise(before.text, 'de', { startsSentence: before.startsSentence, next: token.text });
  if (MERGED_ARTICLES.has(before.text.toLowerCase()) || /\d/.test(before.text)) return true;
  if (entry) return BEFORE_NOUN.has(entry.pos);
  // An unlisted word with the ending of an adjective.
  return /^\p{Ll}.*(?:e|en|er|es|em)$/u.test(before.text);
}
