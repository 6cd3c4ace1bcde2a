/** Words of a lesson: dictionary forms, levels and translations out of the project's own lexicon. */
export { extractVocabulary, type Vocabulary } from './extract-vocabulary.ts';
export { translationsOf } from './glossary.ts';
export { type Lemma, type LemmaContext, lemmatise, lookUp } from './lemmatise.ts';
export { entriesOf } from './lexicon/index.ts';
export type { LexiconEntry } from './lexicon/parse-lexicon.ts';
export { translationOf } from './translations.ts';
