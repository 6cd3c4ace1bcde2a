import {
  InvalidRequestException,
  TranslateClient,
  TranslateTextCommand,
  UnsupportedLanguagePairException,
} from '@aws-sdk/client-translate';
import { mockClient } from 'aws-sdk-client-mock';
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { AmazonTranslator } from '../../../functions/adapters/translate/translator.ts';
import { TranslationFailed, TranslationUnavailable } from '../../../functions/core/ports/translation.ts';

const service = mockClient(TranslateClient);
beforeEach(() => void service.reset());
const translator = new AmazonTranslator(new TranslateClient({ region: 'us-east-1' }));
const pair = { from: 'de', to: 'pt-PT' } as const;
const answer = { $metadata: {}, message: 'no engine for de → pt-PT' };

/** A service that keeps lines: each comes back between brackets. */
const bracket = (text: string) => text.replace(/^.+$/gm, '[$&]');
const answerWith = (translate: (text: string) => string, terminology?: string) =>
  service.on(TranslateTextCommand).callsFake(({ Text }) => ({
    TranslatedText: translate(Text),
    ...(terminology && { AppliedTerminologies: [{ Name: terminology }] }),
  }));
const sent = () => service.commandCalls(TranslateTextCommand).map(({ args }) => args[0].input);

describe('The translator', () => {
  it('translates short texts in one call, in order', async () => {
    answerWith(bracket);
    const translations = await translator.translate(['Guten Tag.', 'Auf\nWiedersehen.'], pair);
    expect(translations).toEqual([
      { text: '[Guten Tag.]', origin: 'machine' },
      { text: '[Auf Wiedersehen.]', origin: 'machine' },
    ]);
    expect(sent()).toEqual([
      { Text: 'Guten Tag.\nAuf Wiedersehen.', SourceLanguageCode: 'de', TargetLanguageCode: 'pt-PT' },
    ]);
  });

  it('never sends more than 10,000 bytes and gives every text back, whatever the texts are', async () => {
    answerWith(bracket);
    const text = fc.oneof(
      { weight: 5, arbitrary: fc.string({ unit: 'grapheme', maxLength: 200 }) },
      { weight: 1, arbitrary: fc.nat(1500).map((n) => 'Straßenbahn ß '.repeat(n)) },
      { weight: 1, arbitrary: fc.constant(' \n ') },
    );
    await fc.assert(
      fc.asyncProperty(fc.array(text, { maxLength: 60 }), async (texts) => {
        service.resetHistory();
        const translations = await translator.translate(texts, pair);
        const asLine = (some: string) => some.replace(/\s+/g, ' ').trim();
        const plain = translations.map(({ text }) => asLine(text.replaceAll(/[[\]]/g, '')));
        expect(plain).toEqual(texts.map((some) => asLine(asLine(some).replaceAll(/[[\]]/g, ''))));
        for (const { Text = '' } of sent()) expect(Buffer.byteLength(Text)).toBeLessThanOrEqual(10_000);
      }),
      { numRuns: 50 },
    );
  });

  it('calls nobody for texts without content', async () => {
    expect(await translator.translate(['', ' \n '], pair)).toEqual([
      { text: '', origin: 'machine' },
      { text: '', origin: 'machine' },
    ]);
    expect(sent()).toHaveLength(0);
  });

  it('asks for each text alone when the answer has other lines', async () => {
    answerWith((text) => (text.includes('\n') ? 'all in one' : `${text}!\n?`));
    const translations = await translator.translate(['eins', 'zwei', 'drei'], pair);
    expect(translations.map(({ text }) => text)).toEqual(['eins! ?', 'zwei! ?', 'drei! ?']);
    expect(sent()).toHaveLength(4);
  });

  it('has only a few calls under way at once', async () => {
    let [running, most] = [0, 0];
    service.on(TranslateTextCommand).callsFake(async ({ Text }) => {
      running += 1;
      most = Math.max(most, running);
      await new Promise((resolve) => setTimeout(resolve, 2));
      running -= 1;
      return { TranslatedText: Text };
    });
    await translator.translate(
      Array.from({ length: 20 }, () => 'x'.repeat(9_000)),
      pair,
    );
    expect(sent()).toHaveLength(20);
    expect(most).toBe(4);
  });

  it('marks what a glossary translated', async () => {
    answerWith(bracket, 'langplug-glossary');
    expect(await translator.translate(['Haus'], pair)).toEqual([{ text: '[Haus]', origin: 'glossary' }]);
  });

  it('does not take terminologies of an operator for the glossary', async () => {
    answerWith(bracket, 'brand-names');
    expect(await translator.translate(['Haus'], pair)).toEqual([{ text: '[Haus]', origin: 'machine' }]);
  });

  it('says that a pair of languages has no engine', async () => {
    service.on(TranslateTextCommand).rejects(new UnsupportedLanguagePairException(answer));
    const failed = translator.translate(['Haus', 'Hafen'], pair);
    await expect(failed).rejects.toThrow(TranslationUnavailable);
    await expect(failed).rejects.toThrow(answer.message);
  });

  it('says of any other error that the service failed, and why', async () => {
    const cause = new InvalidRequestException(answer);
    service.on(TranslateTextCommand).rejects(cause);
    const failed = translator.translate(['Haus'], pair);
    await expect(failed).rejects.toThrow(TranslationFailed);
    await expect(failed).rejects.toMatchObject({ cause });
  });
});
