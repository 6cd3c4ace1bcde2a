import type { Account, AccountStore, Identity, PasswordHasher, SessionStore, TokenIssuer } from '../ports/accounts.ts';
import type { Clock, IdGenerator } from '../ports/clock.ts';
import { ProblemError } from '../problem-error.ts';

export type AccountsDeps = {
  accounts: AccountStore;
  sessions: SessionStore;
  hasher: PasswordHasher;
  tokens: TokenIssuer;
  clock: Clock;
  ids: IdGenerator;
};

/** A session lasts as long as a refresh token, which is what keeps somebody signed in, ms (30 days). */
const SESSION_LIFE_MS = 30 * 24 * 3600 * 1000;

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

/** Begins a session. @returns the account and an access token of the session. @throws ProblemError WRONG_CREDENTIALS, the same for both mistakes */
export async function logIn(deps: AccountsDeps, { email, password }: Credentials) {
  const account = await deps.accounts.findByEmail(email);
  // An unknown e-mail costs as much time as a wrong password, so that neither can be told from the other.
  const hash = account?.passwordHash ?? (await decoyHash(deps.hasher));
  const matches = await deps.hasher.verify(password, hash);
  if (!account || !matches) throw new ProblemError('WRONG_CREDENTIALS', 'No account has this e-mail and password.');
  const now = deps.clock.now();
  const session = { id: deps.ids.next(), accountId: account.id, createdAt: now, expiresAt: now + SESSION_LIFE_MS };
  await deps.sessions.create(session);
  const issued = await deps.tokens.issue({ accountId: account.id, role: account.role, sessionId: session.id });
  return { account, ...issued };
}

/**
 * The account that an access token was made for, as it is now.
 * @throws ProblemError UNAUTHENTICATED when its session has ended or the account is gone, though the token itself is still good
 */
export async function whoAmI(
  { accounts, sessions }: Pick<AccountsDeps, 'accounts' | 'sessions'>,
  { accountId, sessionId }: Identity,
): Promise<Account> {
  const [session, account] = await Promise.all([sessions.get(sessionId), accounts.get(accountId)]);
  if (session?.accountId !== accountId) {
    throw new ProblemError('UNAUTHENTICATED', 'The session has ended. Log in again.');
  }
  if (!account) throw new ProblemError('UNAUTHENTICATED', 'The account does not exist any more.');
  return account;
}

/** Ends the session that an access token belongs to. Doing it again is no error. */
export const logOut = ({ sessions }: Pick<AccountsDeps, 'sessions'>, { sessionId }: Identity): Promise<void> =>
  sessions.end(sessionId);

const decoys = new WeakMap<PasswordHasher, Promise<string>>();

function decoyHash(hasher: PasswordHasher): Promise<string> {
  const decoy = decoys.get(hasher) ?? hasher.hash('no account has this password');
  decoys.set(hasher, decoy);
  return decoy;
}
