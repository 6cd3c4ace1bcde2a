/** Translation by OPUS-MT models on this machine, one model for each pair of languages. */
import { z } from 'zod';
import { EngineError, type TranslationEngine } from './engine.ts';
import { readInstalled } from './installed.ts';
import type { ModelRunner } from './model-runner.ts';

/** The models were trained on sentences and lose words in long texts: pieces are kept to about this many characters. */
const MAX_PIECE_CHARACTERS = 300;

const outputSchema = z.array(z.object({ translation_text: z.string() }));

export function openOpusMt(enginesDir: string, models: ModelRunner): TranslationEngine {
  return {
    missing(from, to) {
      if (readInstalled(enginesDir).opusMt[`${from}-${to}`]) return undefined;
      return `no translation model for ${from} to ${to} is installed. Install one with "npm run engines:install -- --from ${from} --to ${to}".`;
    },
    async translate(text, from, to) {
      const model = readInstalled(enginesDir).opusMt[`${from}-${to}`];
      if (!model) throw new EngineError(`No translation model for ${from} to ${to} is installed`);
      return translateByPieces(text, async (pieces) => {
        const output = await models.run({ task: 'translation', model, dtype: 'q8', input: pieces, options: {} });
        return outputSchema.parse(output).map(({ translation_text }) => translation_text);
      });
    },
  };
}

/** Translates line by line, long lines sentence by sentence; empty lines stay where they are. */
export async function translateByPieces(
  text: string,
  translate: (pieces: string[]) => Promise<string[]>,
): Promise<string> {
  const lines = text.split('\n').map(toPieces);
  const pieces = lines.flat();
  const translated = pieces.length > 0 ? await translate(pieces) : [];
  if (translated.length !== pieces.length) {
    throw new EngineError(`The model answered ${translated.length} texts to ${pieces.length}`);
  }
  let next = 0;
  return lines
    .map((line) => {
      const done = translated.slice(next, next + line.length);
      next += line.length;
      // A model must not add lines: lines are how texts are told apart.
      return done.map((piece) => piece.replace(/\s+/g, ' ').trim()).join(' ');
    })
    .join('\n');
}

/** Sentences of a line, short ones together; a sentence that is too long is cut between words. */
export function toPieces(line: string): string[] {
  const sentences = line.trim() ? line.trim().split(/(?<=[.!?…]["'”“»)\]]*)\s+/u) : [];
  const pieces: string[] = [];
  for (const part of sentences.flatMap(cutLong)) {
    const last = pieces.at(-1);
    if (last !== undefined && last.length + 1 + part.length <= MAX_PIECE_CHARACTERS)
      pieces[pieces.length - 1] = `${last} ${part}`;
    else pieces.push(part);
  }
  return pieces;
}

function cutLong(sentence: string): string[] {
  const parts: string[] = [];
  let rest = sentence;
  while (rest.length > MAX_PIECE_CHARACTERS) {
    const space = rest.lastIndexOf(' ', MAX_PIECE_CHARACTERS);
    if (space <= 0) break;
    parts.push(rest.slice(0, space));
    rest = rest.slice(space + 1);
  }
  return [...parts, rest];
}
