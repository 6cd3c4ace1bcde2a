import { ListLanguagesCommand, TranslateClient, TranslateTextCommand } from '@aws-sdk/client-translate';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Lexicon, translateByGlossary } from '../../../local/aws/translate/glossary.ts';
import { startTestServices, type TestServices } from './services.ts';

let services: TestServices;
let translate: TranslateClient;

beforeAll(async () => {
  services = await startTestServices();
  translate = new TranslateClient(services.client);
}, 60_000);
afterAll(() => services.end());

const ask = (Text: string, SourceLanguageCode: string, TargetLanguageCode: string) =>
  translate.send(new TranslateTextCommand({ Text, SourceLanguageCode, TargetLanguageCode }));

describe('TranslateText', () => {
  it('answers by the glossary without a model, and says so', async () => {
    const before = services.aws.engineCalls().translateCalls;
    const answer = await ask('Xyzzy 12!\n\nXyzzy.', 'de', 'en');
    expect(answer).toMatchObject({
      TranslatedText: 'Xyzzy 12!\n\nXyzzy.',
      SourceLanguageCode: 'de',
      TargetLanguageCode: 'en',
      AppliedTerminologies: [{ Name: 'langplug-glossary' }],
    });
    expect(services.aws.engineCalls().translateCalls - before).toBe(1);
  });

  it('takes the words of the glossary from the lexicon', async () => {
    expect((await ask('Der Hund geht.', 'de', 'en')).TranslatedText).toMatch(/^The dog \w+\.$/);
  });

  it('counts bytes, not characters, against the limit', async () => {
    expect((await ask('ä'.repeat(5_000), 'de', 'en')).TranslatedText).toHaveLength(5_000);
    await expect(ask(`${'ä'.repeat(5_000)}.`, 'de', 'en')).rejects.toMatchObject({
      name: 'TextSizeLimitExceededException',
    });
  });

  it.each([
    ['de', 'ja'],
    ['ja', 'de'],
    ['de', 'de'],
  ])('refuses %s to %s without a model and says how to get one', async (from, to) => {
    await expect(ask('x', from, to)).rejects.toMatchObject({
      name: 'UnsupportedLanguagePairException',
      SourceLanguageCode: from,
      TargetLanguageCode: to,
      message: expect.stringContaining(`npm run engines:install -- --from ${from} --to ${to}`),
    });
  });

  it('does not guess languages', async () => {
    await expect(ask('x', 'auto', 'en')).rejects.toMatchObject({ name: 'InvalidRequestException' });
  });

  it('is the only operation', async () => {
    await expect(translate.send(new ListLanguagesCommand({}))).rejects.toMatchObject({
      message: 'The local cloud does not offer Translate ListLanguages',
    });
  });
});

describe('the glossary', () => {
  const words: Record<string, string> = {
    der: 'the',
    hund: 'dog',
    geht: 'goes',
    "geht's": 'goes it',
    hafen: 'harbour',
  };
  const lexicon: Lexicon = {
    translationsOf(form) {
      const en = words[form.toLowerCase()];
      return en === undefined ? undefined : { en };
    },
  };
  const toEnglish = (text: string) => translateByGlossary(text, 'de', 'en', lexicon);

  it('replaces known words and leaves the rest', () => {
    expect(toEnglish('Der Hund geht, Xaver auch.')).toBe('The dog goes, Xaver auch.');
  });

  it('begins sentences with a capital and writes nouns small elsewhere', () => {
    expect(toEnglish("Hafen! „Der Hafen“ – Geht's?")).toBe('Harbour! „The harbour“ – goes it?');
  });

  it('keeps lines, spaces and everything that is no word', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('der', ' ', '\n', '.', '…', '12', 'q', '\t', '-', '„') }),
        (text) => {
          const translated = toEnglish(text);
          expect(translated.split('\n')).toHaveLength(text.split('\n').length);
          expect(translated.replace(/\p{L}/gu, '')).toBe(text.replace(/\p{L}/gu, ''));
        },
      ),
    );
  });
});
