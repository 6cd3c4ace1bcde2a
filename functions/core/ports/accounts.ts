import type { Role } from '../../contracts/account.ts';

export type Account = {
  id: string;
  /** As entered. */
  email: string;
  role: Role;
  /** Self-describing hash (algorithm, parameters, salt). */
  passwordHash: string;
  /** Milliseconds since the epoch. */
  createdAt: number;
};

export interface AccountStore {
  /** One account per e-mail (case-insensitively), also under a race. @returns false when it is taken. */
  create(account: Account): Promise<boolean>;
  get(id: string): Promise<Account | undefined>;
  findByEmail(email: string): Promise<Account | undefined>;
  /** For operators only. @returns false when no account has this e-mail */
  setRole(email: string, role: Role): Promise<boolean>;
}

export interface PasswordHasher {
  hash(password: string): Promise<string>;
  verify(password: string, hash: string): Promise<boolean>;
}

/** Who is calling. */
export type Identity = { accountId: string; role: Role; sessionId: string };

/** What begins with a login and ends with a logout. Times are milliseconds since the epoch. */
export type Session = { id: string; accountId: string; createdAt: number; expiresAt: number };

export interface SessionStore {
  create(session: Session): Promise<void>;
  /** @returns undefined for one that has ended, has expired, or never was. */
  get(id: string): Promise<Session | undefined>;
  /** Ends a session. Ending it again is no error. */
  end(id: string): Promise<void>;
}

export interface TokenIssuer {
  /** @returns a signed access token (EdDSA JWT) and its life in seconds. */
  issue(identity: Identity): Promise<{ token: string; expiresIn: number }>;
}

export interface TokenVerifier {
  /** @returns undefined for any token that is not valid now. */
  verify(token: string): Promise<Identity | undefined>;
}

/** A public signing key as a JWK (RFC 8037); `kid` is its thumbprint (RFC 7638). */
export type PublicKey = { kid: string; kty: 'OKP'; crv: 'Ed25519'; x: string };

/** Where the issuer of tokens puts its public keys, for those who verify. */
export interface PublicKeys {
  /** Publishing a key again changes nothing. */
  publish(key: PublicKey): Promise<void>;
  all(): Promise<PublicKey[]>;
}
