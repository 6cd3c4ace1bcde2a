import { flatten } from './batches.ts';

/**
 * A text as it is translated and remembered: texts that differ only in white space or in how their letters are composed
 * are translated alike.
 */
export const normalise = (text: string): string => flatten(text.normalize('NFC'));
