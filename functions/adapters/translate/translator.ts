import { TranslateTextCommand, UnsupportedLanguagePairException } from '@aws-sdk/client-translate';
import pLimit from 'p-limit';
import { GLOSSARY_NAME } from '../../contracts/glossary.ts';
import {
  type LanguagePair,
  type Translation,
  TranslationFailed,
  TranslationUnavailable,
  type Translator,
} from '../../core/ports/translation.ts';
import {
  batchByBytes,
  flatten,
  joinBatch,
  joinPieces,
  splitBatch,
  type TextPiece,
} from '../../core/translation/batches.ts';
import { TRANSLATE_MAX_BYTES } from '../../core/translation/translate-texts.ts';
import { translateClient } from './client.ts';

/** Calls at once of one function instance; the chunks of a video are translated by several. */
const CONCURRENT_CALLS = 4;

/** Many texts in few calls: as many lines as fit one call, told apart again in its answer. */
export class AmazonTranslator implements Translator {
  readonly #client: ReturnType<typeof translateClient>;
  readonly #limit = pLimit(CONCURRENT_CALLS);

  constructor(client = translateClient()) {
    this.#client = client;
  }

  async translate(texts: readonly string[], pair: LanguagePair): Promise<Translation[]> {
    const batches = batchByBytes(texts, TRANSLATE_MAX_BYTES);
    const pieces = (await Promise.all(batches.map((batch) => this.#batch(batch, pair)))).flat();
    const fromGlossary = new Set(pieces.filter(({ origin }) => origin === 'glossary').map(({ index }) => index));
    return joinPieces(pieces, texts.length).map((text, index) => ({
      text,
      origin: fromGlossary.has(index) ? 'glossary' : 'machine',
    }));
  }

  /** Where the answer has other lines than were asked, nobody can tell which is which: then each text is asked alone. */
  async #batch(batch: TextPiece[], pair: LanguagePair): Promise<(TextPiece & Pick<Translation, 'origin'>)[]> {
    const [first, ...others] = batch;
    const { text, origin } = await this.#call(joinBatch(batch), pair);
    if (first && others.length === 0) return [{ index: first.index, text: flatten(text), origin }];
    const lines = splitBatch(text, batch);
    if (lines) return batch.map(({ index }, i) => ({ index, text: lines[i] ?? '', origin }));
    return (await Promise.all(batch.map((piece) => this.#batch([piece], pair)))).flat();
  }

  async #call(text: string, { from, to }: LanguagePair): Promise<Translation> {
    const command = new TranslateTextCommand({ Text: text, SourceLanguageCode: from, TargetLanguageCode: to });
    const { TranslatedText = '', AppliedTerminologies = [] } = await this.#limit(() => this.#send(command));
    return {
      text: TranslatedText,
      origin: AppliedTerminologies.some(({ Name }) => Name === GLOSSARY_NAME) ? 'glossary' : 'machine',
    };
  }

  async #send(command: TranslateTextCommand) {
    try {
      return await this.#client.send(command);
    } catch (error) {
      if (error instanceof UnsupportedLanguagePairException) {
        throw new TranslationUnavailable(error.message, { cause: error });
      }
      throw new TranslationFailed('The translation service did not answer.', { cause: error });
    }
  }
}
