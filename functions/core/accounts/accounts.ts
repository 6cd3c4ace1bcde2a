import type { Account, AccountStore, PasswordHasher, TokenIssuer } from '../ports/accounts.ts';
import type { Clock, IdGenerator } from '../ports/clock.ts';
import { ProblemError } from '../problem-error.ts';

export type AccountsDeps = {
  accounts: AccountStore;
  hasher: PasswordHasher;
  tokens: TokenIssuer;
  clock: Clock;
  ids: IdGenerator;
};

export type Credentials = { email: string; password: string };

/** Creates a learner's account. @throws ProblemError EMAIL_TAKEN */
export async function register(deps: AccountsDeps, { email, password }: Credentials): Promise<Account> {
  const account: Account = {
    id: deps.ids.next(),
    email,
    role: 'learner',
    passwordHash: await deps.hasher.hash(password),
    createdAt: deps.clock.now(),
  };
  if (!(await deps.accounts.create(account))) {
    throw new ProblemError('EMAIL_TAKEN', 'An account with this e-mail exists already.');
  }
  return account;
}

/** @returns the account and an access token. @throws ProblemError WRONG_CREDENTIALS, the same for both mistakes */
export async function logIn(deps: AccountsDeps, { email, password }: Credentials) {
  const account = await deps.accounts.findByEmail(email);
  // An unknown e-mail costs as much time as a wrong password, so that neither can be told from the other.
  const hash = account?.passwordHash ?? (await decoyHash(deps.hasher));
  const matches = await deps.hasher.verify(password, hash);
  if (!account || !matches) throw new ProblemError('WRONG_CREDENTIALS', 'No account has this e-mail and password.');
  return { account, session: await deps.tokens.issue({ accountId: account.id, role: account.role }) };
}

const decoys = new WeakMap<PasswordHasher, Promise<string>>();

function decoyHash(hasher: PasswordHasher): Promise<string> {
  const decoy = decoys.get(hasher) ?? hasher.hash('no account has this password');
  decoys.set(hasher, decoy);
  return decoy;
}
