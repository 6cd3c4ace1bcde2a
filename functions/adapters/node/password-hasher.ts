import * as crypto from 'node:crypto';
import { promisify } from 'node:util';
import type { PasswordHasher } from '../../core/ports/accounts.ts';

/**
 * Parameters of the OWASP Password Storage Cheat Sheet (2025): Argon2id with 19 MiB, 2 passes, 1 lane; where the
 * runtime lacks it (before Node 24.7), scrypt with N = 2^17, r = 8, p = 1, which takes 128 MiB.
 */
const ARGON2 = { memory: 19 * 1024, passes: 2, parallelism: 1 };
const SCRYPT = { ln: 17, r: 8, p: 1 };
const SALT_BYTES = 16;
const HASH_BYTES = 32;

type Algorithm = 'argon2id' | 'scrypt';

const argon2 = promisify(crypto.argon2 ?? missing);
const scrypt = promisify<string, Buffer, number, crypto.ScryptOptions, Buffer>(crypto.scrypt);

/** The best that this runtime can do. */
const BEST: Algorithm = typeof crypto.argon2 === 'function' ? 'argon2id' : 'scrypt';

/**
 * Hashes that describe themselves (PHC string format), so that a hash made by one algorithm or with other parameters
 * can still be verified after a change.
 */
export class Argon2idHasher implements PasswordHasher {
  readonly #algorithm: Algorithm;

  constructor(algorithm: Algorithm = BEST) {
    this.#algorithm = algorithm;
  }

  async hash(password: string): Promise<string> {
    const salt = crypto.randomBytes(SALT_BYTES);
    if (this.#algorithm === 'scrypt') {
      const { ln, r, p } = SCRYPT;
      return `$scrypt$ln=${ln},r=${r},p=${p}$${encode(salt)}$${encode(await deriveScrypt(password, salt, SCRYPT))}`;
    }
    const { memory, passes, parallelism } = ARGON2;
    const hash = await deriveArgon2(password, salt, ARGON2);
    return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${encode(salt)}$${encode(hash)}`;
  }

  /** @throws Error when the hash is in no known format, which is never the caller's fault */
  async verify(password: string, hash: string): Promise<boolean> {
    const { salt, expected, derive } = parse(hash);
    return crypto.timingSafeEqual(await derive(password, salt), expected);
  }
}

const ARGON2_FORMAT = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([\w+/]+)\$([\w+/]+)$/;
const SCRYPT_FORMAT = /^\$scrypt\$ln=(\d+),r=(\d+),p=(\d+)\$([\w+/]+)\$([\w+/]+)$/;

function parse(hash: string) {
  const isArgon2 = hash.startsWith('$argon2id$');
  const match = (isArgon2 ? ARGON2_FORMAT : SCRYPT_FORMAT).exec(hash);
  if (!match) throw new Error('A stored password hash is in no known format: the account needs a new password');
  const [, a, b, c, salt = '', expected = ''] = match;
  const [first, second, third] = [Number(a), Number(b), Number(c)];
  return {
    salt: Buffer.from(salt, 'base64'),
    expected: Buffer.from(expected, 'base64'),
    derive: (password: string, bytes: Buffer) =>
      isArgon2
        ? deriveArgon2(password, bytes, { memory: first, passes: second, parallelism: third })
        : deriveScrypt(password, bytes, { ln: first, r: second, p: third }),
  };
}

function deriveArgon2(password: string, nonce: Buffer, cost: typeof ARGON2): Promise<Buffer> {
  return argon2('argon2id', { message: normalise(password), nonce, tagLength: HASH_BYTES, ...cost });
}

function deriveScrypt(password: string, salt: Buffer, { ln, r, p }: typeof SCRYPT): Promise<Buffer> {
  const N = 2 ** ln;
  // scrypt needs 128 · N · r bytes, and Node wants to be told that it may.
  return scrypt(normalise(password), salt, HASH_BYTES, { N, r, p, maxmem: 128 * N * r * 2 });
}

/** The same password from another keyboard may come composed differently (NIST SP 800-63B asks for this). */
const normalise = (password: string) => password.normalize('NFKC');

const encode = (bytes: Buffer) => bytes.toString('base64').replaceAll('=', '');

function missing(): never {
  throw new Error('This runtime has no Argon2: run on Node 24.7 or later to verify this password');
}
