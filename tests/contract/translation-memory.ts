import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { TRANSLATION_MEMORY_DAYS } from '../../functions/contracts/limits.ts';
import type { LanguagePair, Translation, TranslationMemory } from '../../functions/core/ports/translation.ts';
import { type FakeClock, T0 } from '../support/builders.ts';

const DAY_MS = 24 * 3600 * 1000;
const deEn: LanguagePair = { from: 'de', to: 'en' };
const machine = (text: string): Translation => ({ text, origin: 'machine' });

/** What every TranslationMemory promises. */
export function describeTranslationMemory(name: string, setup: () => { memory: TranslationMemory; clock: FakeClock }) {
  describe(`${name} as a TranslationMemory`, () => {
    it('recalls what was remembered, by the text as it is asked for, and nothing else', async () => {
      const { memory } = setup();
      const [known, other] = [randomUUID(), randomUUID()];
      const glossary = { text: 'house', origin: 'glossary' } as const;
      await memory.remember(new Map([[known, glossary]]), deEn, T0);
      expect(await memory.recall([known, other, known], deEn)).toEqual(new Map([[known, glossary]]));
      expect(await memory.recall([known], { from: 'de', to: 'fr' })).toEqual(new Map());
      expect(await memory.recall([known], { from: 'es', to: 'en' })).toEqual(new Map());
    });

    it('takes texts that differ only in white space or composition for the same', async () => {
      const { memory } = setup();
      const id = randomUUID();
      const variants = [`Schöne Grüße ${id}`, ` Schöne  Grüße\n${id} `, `Schöne Grüße ${id}`.normalize('NFD')];
      await memory.remember(new Map(variants.map((text) => [text, machine('Greetings')])), deEn, T0);
      const recalled = await memory.recall(variants, deEn);
      expect([...recalled.keys()]).toEqual(variants);
      expect(await memory.recall([`schöne grüße ${id}`], deEn)).toEqual(new Map());
    });

    it('recalls and remembers more than one call of the database takes', async () => {
      const { memory } = setup();
      const id = randomUUID();
      const entries = new Map(Array.from({ length: 230 }, (_, i) => [`${id} ${i}`, machine(`t${i}`)]));
      await memory.remember(entries, deEn, T0);
      expect(await memory.recall([...entries.keys()], deEn)).toEqual(entries);
    });

    it('leaves out what is too large to keep, and remembers the rest', async () => {
      const { memory } = setup();
      const [large, small] = [randomUUID(), randomUUID()];
      const entries = new Map([
        [large, machine('ß'.repeat(200 * 1024))],
        [small, machine('x')],
      ]);
      await memory.remember(entries, deEn, T0);
      expect(await memory.recall([large, small], deEn)).toEqual(new Map([[small, machine('x')]]));
    });

    it('remembers a text just below the largest item', async () => {
      const { memory } = setup();
      const text = randomUUID();
      const entries = new Map([[text, machine('x'.repeat(399 * 1024))]]);
      await memory.remember(entries, deEn, T0);
      expect(await memory.recall([text], deEn)).toEqual(entries);
    });

    it('does nothing for no texts', async () => {
      const { memory } = setup();
      await memory.remember(new Map(), deEn, T0);
      expect(await memory.recall([], deEn)).toEqual(new Map());
    });

    it(`forgets after ${TRANSLATION_MEMORY_DAYS} days`, async () => {
      const { memory, clock } = setup();
      const text = randomUUID();
      await memory.remember(new Map([[text, machine('x')]]), deEn, T0);
      clock.time = T0 + TRANSLATION_MEMORY_DAYS * DAY_MS - 1000;
      expect((await memory.recall([text], deEn)).size).toBe(1);
      clock.time = T0 + TRANSLATION_MEMORY_DAYS * DAY_MS;
      expect((await memory.recall([text], deEn)).size).toBe(0);
      clock.time = T0;
    });
  });
}
