import { describe, expect, it } from 'vitest';
import type { LanguagePair, Translation } from '../../../functions/core/ports/translation.ts';
import { TRANSLATE_MAX_BYTES, translateTexts } from '../../../functions/core/translation/translate-texts.ts';

const pair: LanguagePair = { from: 'de', to: 'en' };

/** A memory in memory, and a translator that shouts and writes down what it was asked. */
function deps({ refuses = '', answers = (texts: readonly string[]) => texts.length } = {}) {
  const remembered = new Map<string, Translation>();
  const asked: (readonly string[])[] = [];
  const times: number[] = [];
  return {
    remembered,
    asked,
    times,
    memory: {
      recall: async (texts: readonly string[]) =>
        new Map(
          texts.flatMap((text) => {
            const translation = remembered.get(text);
            return translation ? [[text, translation] as const] : [];
          }),
        ),
      remember: async (entries: ReadonlyMap<string, Translation>, _: LanguagePair, now: number) => {
        times.push(now);
        for (const [text, translation] of entries) remembered.set(text, translation);
      },
    },
    translator: {
      translate: async (texts: readonly string[]) => {
        asked.push(texts);
        if (texts.includes(refuses)) throw new Error('service is down');
        return texts
          .slice(0, answers(texts))
          .map((text): Translation => ({ text: text.toUpperCase(), origin: 'machine' }));
      },
    },
    clock: { now: () => 42 },
  };
}
const textsOf = async (texts: string[], d: ReturnType<typeof deps>) =>
  (await translateTexts(texts, pair, d)).map(({ text }) => text);

describe('translateTexts', () => {
  it('answers in order and asks for the same text only once', async () => {
    const d = deps();
    expect(await textsOf(['ja', 'nein', ' ja\n'], d)).toEqual(['JA', 'NEIN', 'JA']);
    expect(d.asked).toEqual([['ja', 'nein']]);
  });

  it('asks only for what the memory does not know, and remembers it', async () => {
    const d = deps();
    d.remembered.set('ja', { text: 'yes', origin: 'glossary' });
    expect(await translateTexts(['nein', 'ja'], pair, d)).toEqual([
      { text: 'NEIN', origin: 'machine' },
      { text: 'yes', origin: 'glossary' },
    ]);
    expect(await textsOf(['nein', 'ja'], d)).toEqual(['NEIN', 'yes']);
    expect(d.asked).toEqual([['nein']]);
    expect(d.times).toEqual([42]);
  });

  it('does not remember the glossary, so that a better engine has its chance later', async () => {
    const d = deps();
    d.translator.translate = async (texts) => texts.map((text) => ({ text, origin: 'glossary' }));
    await translateTexts(['ja'], pair, d);
    expect([...d.remembered]).toEqual([]);
  });

  it('takes texts as the same whose letters are only encoded differently', async () => {
    const d = deps();
    await textsOf(['sch\u00f6n', 'scho\u0308n'], d);
    expect(d.asked).toEqual([['sch\u00f6n']]);
  });

  it('asks nobody about nothing', async () => {
    const d = deps();
    expect(await translateTexts(['', ' \n'], pair, d)).toEqual([
      { text: '', origin: 'machine' },
      { text: '', origin: 'machine' },
    ]);
    expect(d.asked).toEqual([]);
  });

  it('remembers what was answered whatever becomes of the other calls, so that a failure costs no translation twice', async () => {
    const half = TRANSLATE_MAX_BYTES / 2 + 1;
    const texts = ['a', 'b', 'c'].map((letter) => letter.repeat(half));
    for (const failed of texts) {
      const failing = deps({ refuses: failed });
      await expect(translateTexts(texts, pair, failing)).rejects.toThrow('service is down');
      const retry = { ...deps(), memory: failing.memory };
      expect(await textsOf(texts, retry)).toEqual(texts.map((text) => text.toUpperCase()));
      expect(retry.asked).toEqual([[failed]]);
    }
  });

  it('hands a text that is longer than a call to the translator whole, once', async () => {
    const d = deps();
    const long = 'lang '.repeat(5000).trim();
    await textsOf(['kurz', long, 'ende'], d);
    expect(d.asked.flat()).toEqual(['kurz', long, 'ende']);
  });

  it('fails when the translator answers too few texts', async () => {
    const d = deps({ answers: () => 1 });
    await expect(translateTexts(['ja', 'nein'], pair, d)).rejects.toThrow('1 texts instead of 2');
  });
});
