import { createHash, createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import { calculateJwkThumbprint, errors, importJWK, jwtVerify, SignJWT } from 'jose';
import * as z from 'zod';
import { ROLES } from '../../contracts/account.ts';
import type { Identity, PublicKey, PublicKeys, TokenIssuer, TokenVerifier } from '../../core/ports/accounts.ts';
import type { Clock } from '../../core/ports/clock.ts';

/** Issuer and audience of access tokens. */
const LANGPLUG = 'langplug';
const LIFE_SECONDS = 3600;
const ALGORITHM = 'EdDSA';
/** Type of an access token (RFC 9068): no other kind of token is ever taken for one. */
const TOKEN_TYPE = 'at+jwt';
/** A secret with fewer characters would not hold the 128 bits that the signature promises. */
const MIN_SECRET_CHARACTERS = 32;

type SigningKey = { kid: string; privateKey: KeyObject };

/** Signs access tokens. The private key never leaves this class; its public half is published before the first token. */
export class JoseTokenIssuer implements TokenIssuer {
  readonly #secret: { read(): Promise<string> };
  readonly #keys: PublicKeys;
  readonly #clock: Clock;
  #signingKey: Promise<SigningKey> | undefined;

  /** @param secret a long random string that the signing key is derived from */
  constructor(secret: { read(): Promise<string> }, keys: PublicKeys, clock: Clock) {
    this.#secret = secret;
    this.#keys = keys;
    this.#clock = clock;
  }

  async issue({ accountId, role, sessionId }: Identity): Promise<{ token: string; expiresIn: number }> {
    const { kid, privateKey } = await this.#readyKey();
    const now = Math.floor(this.#clock.now() / 1000);
    const token = await new SignJWT({ role, sid: sessionId })
      .setProtectedHeader({ alg: ALGORITHM, kid, typ: TOKEN_TYPE })
      .setIssuer(LANGPLUG)
      .setAudience(LANGPLUG)
      .setSubject(accountId)
      .setIssuedAt(now)
      .setExpirationTime(now + LIFE_SECONDS)
      .sign(privateKey);
    return { token, expiresIn: LIFE_SECONDS };
  }

  #readyKey(): Promise<SigningKey> {
    this.#signingKey ??= this.#makeKey().catch((error: unknown) => {
      this.#signingKey = undefined;
      throw error;
    });
    return this.#signingKey;
  }

  async #makeKey(): Promise<SigningKey> {
    const privateKey = signingKeyOf(await this.#secret.read());
    const { x } = z.object({ x: z.string() }).parse(createPublicKey(privateKey).export({ format: 'jwk' }));
    const jwk = { kty: 'OKP', crv: 'Ed25519', x } as const;
    const kid = await calculateJwkThumbprint(jwk);
    await this.#keys.publish({ ...jwk, kid });
    return { kid, privateKey };
  }
}

/** How long published keys are believed, so that one that was withdrawn stops being accepted, ms. */
const KEYS_LIFE_MS = 10 * 60_000;
/** An unknown key id makes the keys be read again, but not more often than this, ms: anyone can make up key ids. */
const KEYS_MIN_AGE_MS = 5_000;

/** `sid`: the session that the token belongs to (OpenID Connect Front-Channel Logout 1.0, section 3). */
const claimsSchema = z.object({ sub: z.string().min(1), role: z.enum(ROLES), sid: z.string().min(1) });

type KeysById = Map<string, Awaited<ReturnType<typeof importJWK>>>;

/** Verifies access tokens with the published keys, which it keeps in memory. */
export class JoseTokenVerifier implements TokenVerifier {
  readonly #keys: PublicKeys;
  readonly #clock: Clock;
  #known: { readAt: number; byId: Promise<KeysById> } | undefined;

  constructor(keys: PublicKeys, clock: Clock) {
    this.#keys = keys;
    this.#clock = clock;
  }

  /** @throws Error when the published keys cannot be read: then nobody can tell whether the token is valid */
  async verify(token: string): Promise<Identity | undefined> {
    try {
      const { payload } = await jwtVerify(token, ({ kid }) => this.#key(kid), {
        algorithms: [ALGORITHM],
        issuer: LANGPLUG,
        audience: LANGPLUG,
        typ: TOKEN_TYPE,
        requiredClaims: ['exp', 'sub', 'sid'],
        currentDate: new Date(this.#clock.now()),
      });
      const claims = claimsSchema.safeParse(payload);
      if (!claims.success) return undefined;
      const { sub, role, sid } = claims.data;
      return { accountId: sub, role, sessionId: sid };
    } catch (error) {
      if (error instanceof errors.JOSEError) return undefined;
      throw error;
    }
  }

  async #key(kid = '') {
    const key = (await this.#knownKeys(KEYS_LIFE_MS)).get(kid) ?? (await this.#knownKeys(KEYS_MIN_AGE_MS)).get(kid);
    if (!key) throw new errors.JWKSNoMatchingKey();
    return key;
  }

  /** Keys that were read at most `maxAge` ms ago. One read serves all who ask at once; a failed one is not kept. */
  #knownKeys(maxAge: number): Promise<KeysById> {
    const now = this.#clock.now();
    const before = this.#known;
    if (before && now - before.readAt < maxAge) return before.byId;
    const reading = { readAt: now, byId: this.#read() };
    this.#known = reading;
    reading.byId.catch(() => {
      if (this.#known === reading) this.#known = before;
    });
    return reading.byId;
  }

  async #read(): Promise<KeysById> {
    const published = await this.#keys.all();
    return new Map(await Promise.all(published.map(async (key) => [key.kid, await importPublicKey(key)] as const)));
  }
}

const importPublicKey = ({ kty, crv, x }: PublicKey) => importJWK({ kty, crv, x }, ALGORITHM);

/** What PKCS #8 puts before the 32 bytes of an Ed25519 private key (RFC 8410, section 7). */
const PKCS8_ED25519 = Buffer.from('302e020100300506032b657004220420', 'hex');

function signingKeyOf(secret: string): KeyObject {
  if (secret.length < MIN_SECRET_CHARACTERS) {
    throw new Error(`The signing secret has fewer than ${MIN_SECRET_CHARACTERS} characters: generate a longer one`);
  }
  const seed = createHash('sha256').update(secret).digest();
  return createPrivateKey({ key: Buffer.concat([PKCS8_ED25519, seed]), format: 'der', type: 'pkcs8' });
}
