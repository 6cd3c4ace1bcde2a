import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distinctTexts, inOrderOf } from '../../../functions/core/translation/distinct-texts.ts';
import { normalise } from '../../../functions/core/translation/normalise.ts';

const word = fc.constantFrom('ja', ' ja', 'ja\n', 'nein', '', ' \t', 'sch\u00f6n', 'scho\u0308n');

describe('texts', () => {
  it('are asked for once each, never empty, and all found again in order', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(word, fc.string())), (texts) => {
        const wanted = distinctTexts(texts);
        expect(new Set(wanted).size).toBe(wanted.length);
        expect(wanted).not.toContain('');
        const known = new Map(wanted.map((text) => [text, { text: `<${text}>`, origin: 'machine' } as const]));
        const found = inOrderOf(texts, known).map(({ text }) => text);
        expect(found).toEqual(texts.map(normalise).map((text) => (text === '' ? '' : `<${text}>`)));
      }),
    );
  });

  it('that nobody translated are an error, not an empty translation', () => {
    expect(() => inOrderOf(['ja'], new Map())).toThrow('A text of 2 characters');
  });
});
