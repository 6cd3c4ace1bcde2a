import { CachedLexiconStore } from '../../../adapters/cached/cached-lexicon-store.ts';
import { DynamoLexiconStore } from '../../../adapters/dynamodb/lexicon-store.ts';
import { DynamoPublicKeys } from '../../../adapters/dynamodb/public-keys.ts';
import { SystemClock } from '../../../adapters/node/clock.ts';
import { JoseTokenVerifier } from '../../../adapters/node/tokens.ts';
import { lookUpWords } from '../../../core/vocabulary/look-up-words.ts';
import { apiFunction } from '../../../runtime/api/api-function.ts';
import { openCache } from '../../../runtime/cache.ts';
import { createLogger } from '../../../runtime/logger.ts';
import { readEnv } from '../../../runtime/read-env.ts';
import { routes } from '../routes.ts';

const env = readEnv('vocabulary');
const log = createLogger('vocabulary');
const cache = openCache(env, log);
const lexicon = new CachedLexiconStore(new DynamoLexiconStore(env.LEXICON_TABLE), cache.cache);

export const handler = apiFunction(
  routes,
  'vocabulary',
  {
    getWords: async ({ params, query }) => ({ items: await lookUpWords(lexicon, params.word, query) }),
    listLevel: async ({ params, query: { language, target, ...page } }) => {
      const { items, cursor = null } = await lexicon.listLevel(params.level, { language, target }, page);
      return { items, next_cursor: cursor };
    },
  },
  { log, cache, verifier: new JoseTokenVerifier(new DynamoPublicKeys(env.USERS_TABLE), new SystemClock()) },
);
