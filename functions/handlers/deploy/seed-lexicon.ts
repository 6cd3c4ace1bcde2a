import { DynamoLexiconSeeder, type Seeding } from '../../adapters/dynamodb/lexicon-seeder.ts';
import { SOURCE_LANGUAGES } from '../../contracts/languages.ts';
import { entriesOf } from '../../core/vocabulary/index.ts';
import { createLogger } from '../../runtime/logger.ts';
import { readEnv } from '../../runtime/read-env.ts';

const env = readEnv('seed-lexicon');
const log = createLogger('seed-lexicon');
const seeder = new DynamoLexiconSeeder(env.LEXICON_TABLE);

/** Runs after each deployment: the table holds the lexicon of this release then. One that holds it already costs one read. */
export const handler = async (): Promise<Seeding> => {
  const started = performance.now();
  const seeding = await seeder.seed(new Map(SOURCE_LANGUAGES.map((language) => [language, entriesOf(language)])));
  log.info('lexicon seeded', { ...seeding, ms: Math.round(performance.now() - started) });
  return seeding;
};
