import { DynamoAccountStore } from '../../../adapters/dynamodb/account-store.ts';
import { DynamoPublicKeys } from '../../../adapters/dynamodb/public-keys.ts';
import { SystemClock } from '../../../adapters/node/clock.ts';
import { UuidV7Generator } from '../../../adapters/node/ids.ts';
import { Argon2idHasher } from '../../../adapters/node/password-hasher.ts';
import { JoseTokenIssuer } from '../../../adapters/node/tokens.ts';
import { SecretsManagerSecret } from '../../../adapters/secrets/secret.ts';
import type { AccountView } from '../../../contracts/account.ts';
import { logIn, register } from '../../../core/accounts/accounts.ts';
import type { Account } from '../../../core/ports/accounts.ts';
import { apiFunction } from '../../../runtime/api/api-function.ts';
import { createLogger } from '../../../runtime/logger.ts';
import { readEnv } from '../../../runtime/read-env.ts';
import { routes } from '../routes.ts';

const env = readEnv('auth');
const clock = new SystemClock();
const deps = {
  accounts: new DynamoAccountStore(env.USERS_TABLE),
  hasher: new Argon2idHasher(),
  tokens: new JoseTokenIssuer(
    new SecretsManagerSecret(env.SIGNING_KEY_SECRET_ARN),
    new DynamoPublicKeys(env.USERS_TABLE),
    clock,
  ),
  clock,
  ids: new UuidV7Generator(),
};

export const handler = apiFunction(
  routes,
  'auth',
  {
    register: async ({ body }) => view(await register(deps, body)),
    login: async ({ body }) => {
      const { account, session } = await logIn(deps, body);
      return {
        access_token: session.token,
        token_type: 'Bearer' as const,
        expires_in: session.expiresIn,
        account: view(account),
      };
    },
  },
  { log: createLogger('auth') },
);

const view = ({ id, email, role, createdAt }: Account): AccountView => ({
  id,
  email,
  role,
  created_at: new Date(createdAt).toISOString(),
});
