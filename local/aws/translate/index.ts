/** Amazon Translate: TranslateText, by whichever engine there is. */
import { z } from 'zod';
import { GLOSSARY_NAME } from '../../../functions/contracts/glossary.ts';
import type { EngineSettings } from '../../types.ts';
import type { TranslationEngine } from '../engines/engine.ts';
import { AwsError, type JsonService, parseInput } from '../wire.ts';
import { isGlossaryLanguage, type Lexicon, translateByGlossary } from './glossary.ts';

/** Amazon Translate takes at most this much text in one call, bytes of UTF-8. */
const MAX_TEXT_BYTES = 10_000;

const translateSchema = z.looseObject({
  Text: z.string().min(1),
  SourceLanguageCode: z.string().min(2),
  TargetLanguageCode: z.string().min(2),
});

export type TranslateOptions = {
  translation: EngineSettings['translation'];
  opusMt: TranslationEngine;
  lexicon: Lexicon;
};

export type Translate = {
  service: JsonService;
  /** How many texts an engine was given since the start. */
  callsRun(): number;
};

export function openTranslate({ translation, opusMt, lexicon }: TranslateOptions): Translate {
  let callsRun = 0;

  const translateText = async (text: string, from: string, to: string) => {
    if (translation !== 'glossary' && translation !== 'none' && opusMt.missing(from, to) === undefined) {
      callsRun++;
      return { TranslatedText: await opusMt.translate(text, from, to) };
    }
    if (translation === 'glossary' || translation === 'auto') {
      if (isGlossaryLanguage(from) && isGlossaryLanguage(to) && from !== to) {
        callsRun++;
        return {
          TranslatedText: translateByGlossary(text, from, to, lexicon),
          AppliedTerminologies: [{ Name: GLOSSARY_NAME, Terms: [] }],
        };
      }
    }
    const missing = opusMt.missing(from, to) ?? 'translation is switched off on this machine.';
    throw new AwsError(
      'UnsupportedLanguagePairException',
      `Unsupported language pair: ${from} to ${to}. On this machine: ${missing}`,
      400,
      { SourceLanguageCode: from, TargetLanguageCode: to },
    );
  };

  const operations: JsonService['operations'] = {
    TranslateText: async (input) => {
      const { Text, SourceLanguageCode, TargetLanguageCode } = parseInput(translateSchema, input);
      const size = Buffer.byteLength(Text);
      if (size > MAX_TEXT_BYTES) {
        throw new AwsError(
          'TextSizeLimitExceededException',
          `Input text size exceeds limit. Max length of request text allowed is ${MAX_TEXT_BYTES} bytes while in this request the text size is ${size} bytes`,
        );
      }
      if (SourceLanguageCode === 'auto') {
        throw new AwsError(
          'InvalidRequestException',
          'The local cloud does not detect languages: name the SourceLanguageCode',
        );
      }
      const answer = await translateText(Text, SourceLanguageCode, TargetLanguageCode);
      return { ...answer, SourceLanguageCode, TargetLanguageCode };
    },
  };

  return {
    service: { name: 'Translate', target: 'AWSShineFrontendService_20170701', version: '1.1', operations },
    callsRun: () => callsRun,
  };
}
