import { translationsOf } from '../../../functions/core/vocabulary/index.ts';
import type { Lexicon } from './glossary.ts';

/** The application's own lexicon. */
export const lexicon: Lexicon = { translationsOf };
