import { CachedSessionStore } from '../../../adapters/cached/cached-session-store.ts';
import { DynamoAccountStore } from '../../../adapters/dynamodb/account-store.ts';
import { DynamoPublicKeys } from '../../../adapters/dynamodb/public-keys.ts';
import { DynamoSessionStore } from '../../../adapters/dynamodb/session-store.ts';
import { SystemClock } from '../../../adapters/node/clock.ts';
import { UuidV7Generator } from '../../../adapters/node/ids.ts';
import { Argon2idHasher } from '../../../adapters/node/password-hasher.ts';
import { JoseTokenIssuer, JoseTokenVerifier } from '../../../adapters/node/tokens.ts';
import { SecretsManagerSecret } from '../../../adapters/secrets/secret.ts';
import type { AccountView } from '../../../contracts/account.ts';
import { logIn, logOut, register, whoAmI } from '../../../core/accounts/accounts.ts';
import type { Account } from '../../../core/ports/accounts.ts';
import { apiFunction } from '../../../runtime/api/api-function.ts';
import { openCache } from '../../../runtime/cache.ts';
import { createLogger } from '../../../runtime/logger.ts';
import { readEnv } from '../../../runtime/read-env.ts';
import { routes } from '../routes.ts';

const env = readEnv('auth');
const log = createLogger('auth');
const clock = new SystemClock();
const cache = openCache(env, log);
const publicKeys = new DynamoPublicKeys(env.USERS_TABLE);
const deps = {
  accounts: new DynamoAccountStore(env.USERS_TABLE),
  sessions: new CachedSessionStore(new DynamoSessionStore(env.USERS_TABLE, clock), cache.cache, clock),
  hasher: new Argon2idHasher(),
  tokens: new JoseTokenIssuer(new SecretsManagerSecret(env.SIGNING_KEY_SECRET_ARN), publicKeys, clock),
  clock,
  ids: new UuidV7Generator(),
};

export const handler = apiFunction(
  routes,
  'auth',
  {
    register: async ({ body }) => view(await register(deps, body)),
    login: async ({ body }) => {
      const { account, token, expiresIn } = await logIn(deps, body);
      return { access_token: token, token_type: 'Bearer' as const, expires_in: expiresIn, account: view(account) };
    },
    getMe: async ({ identity }) => view(await whoAmI(deps, identity)),
    logOut: async ({ identity }) => {
      await logOut(deps, identity);
      return undefined;
    },
  },
  { log, cache, verifier: new JoseTokenVerifier(publicKeys, clock) },
);

const view = ({ id, email, role, createdAt }: Account): AccountView => ({
  id,
  email,
  role,
  created_at: new Date(createdAt).toISOString(),
});
