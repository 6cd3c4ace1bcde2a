import { randomInt } from 'node:crypto';
import { z } from 'zod';
import { physicalName, resourceHandler } from './resource.ts';

const LOWER = 'abcdefghijklmnopqrstuvwxyz';
const DIGITS = '0123456789';
const PUNCTUATION = '!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~';

const flag = z.union([z.boolean(), z.stringbool()]).default(false);
export const secretOptionsSchema = z.object({
  SecretStringTemplate: z.string().optional(),
  GenerateStringKey: z.string().optional(),
  /** Characters. */
  PasswordLength: z.coerce.number().int().min(1).max(4096).default(32),
  ExcludeCharacters: z.string().default(''),
  ExcludeLowercase: flag,
  ExcludeUppercase: flag,
  ExcludeNumbers: flag,
  ExcludePunctuation: flag,
  IncludeSpace: flag,
  RequireEachIncludedType: z.union([z.boolean(), z.stringbool()]).default(true),
});

const propertiesSchema = z.object({
  Name: z.string().optional(),
  SecretString: z.string().optional(),
  GenerateSecretString: secretOptionsSchema.optional(),
});

export const secret = resourceHandler(
  propertiesSchema,
  async ({ Name, SecretString, GenerateSecretString: generate }, context) => {
    const value = SecretString ?? generateSecret(generate ?? secretOptionsSchema.parse({}));
    const arn = await context.services.createSecret(Name ?? physicalName(context, 512), value);
    return { ref: arn, attributes: { Id: arn } };
  },
);

/** A secret as Secrets Manager makes it: a password, or a JSON template with a password put in. */
export function generateSecret(options: z.output<typeof secretOptionsSchema>): string {
  const alphabets = [
    options.ExcludeLowercase ? '' : LOWER,
    options.ExcludeUppercase ? '' : LOWER.toUpperCase(),
    options.ExcludeNumbers ? '' : DIGITS,
    options.ExcludePunctuation ? '' : PUNCTUATION,
    options.IncludeSpace ? ' ' : '',
  ]
    .map((characters) => [...characters].filter((c) => !options.ExcludeCharacters.includes(c)))
    .filter((characters) => characters.length > 0);
  if (alphabets.length === 0) throw new Error('GenerateSecretString excludes every character');
  const required = options.RequireEachIncludedType ? alphabets.slice(0, options.PasswordLength).map(pick) : [];
  const rest = Array.from({ length: options.PasswordLength - required.length }, () => pick(alphabets.flat()));
  const password = shuffle([...required, ...rest]).join('');
  if (options.SecretStringTemplate === undefined || options.GenerateStringKey === undefined) return password;
  const template = z.record(z.string(), z.unknown()).parse(JSON.parse(options.SecretStringTemplate));
  return JSON.stringify({ ...template, [options.GenerateStringKey]: password });
}

const pick = (characters: readonly string[]): string => characters[randomInt(characters.length)] ?? '';

/** Fisher–Yates. */
function shuffle(characters: string[]): string[] {
  for (let i = characters.length - 1; i > 0; i--) {
    const j = randomInt(i + 1);
    [characters[i], characters[j]] = [characters[j] ?? '', characters[i] ?? ''];
  }
  return characters;
}
