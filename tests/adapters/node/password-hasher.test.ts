import { describe, expect, it } from 'vitest';
import { Argon2idHasher } from '../../../functions/adapters/node/password-hasher.ts';

const password = 'Correct-horse-battery-9';

describe.each([
  ['argon2id', /^\$argon2id\$v=19\$m=19456,t=2,p=1\$[\w+/]{22}\$[\w+/]{43}$/],
  ['scrypt', /^\$scrypt\$ln=17,r=8,p=1\$[\w+/]{22}\$[\w+/]{43}$/],
] as const)('A password hashed with %s', (algorithm, format) => {
  const hasher = new Argon2idHasher(algorithm);

  it('is stored in a format that names algorithm and parameters', async () => {
    expect(await hasher.hash(password)).toMatch(format);
  });

  it('is verified by any hasher, and no other password is', async () => {
    const hash = await hasher.hash(password);
    expect(await new Argon2idHasher().verify(password, hash)).toBe(true);
    expect(await new Argon2idHasher().verify(`${password} `, hash)).toBe(false);
    expect(await new Argon2idHasher().verify('', hash)).toBe(false);
  });

  it('has a different hash each time', async () => {
    expect(await hasher.hash(password)).not.toBe(await hasher.hash(password));
  });
});

describe('A hasher', () => {
  it('uses Argon2id on this runtime', async () => {
    expect(await new Argon2idHasher().hash(password)).toMatch(/^\$argon2id\$/);
  });

  it('verifies hashes that were made with other parameters', async () => {
    // Argon2id, 8 MiB, 3 passes; made with the reference implementation's vectors' layout by this runtime's own function.
    const { argon2Sync } = await import('node:crypto');
    const nonce = Buffer.from('0123456789abcdef');
    const cost = { memory: 8192, passes: 3, parallelism: 1 };
    const raw = argon2Sync('argon2id', { message: password, nonce, tagLength: 32, ...cost });
    const encode = (bytes: Buffer) => bytes.toString('base64').replaceAll('=', '');
    const hash = `$argon2id$v=19$m=8192,t=3,p=1$${encode(nonce)}$${encode(raw)}`;
    expect(await new Argon2idHasher().verify(password, hash)).toBe(true);
  });

  it('takes a password for the same however its letters were composed', async () => {
    const hash = await new Argon2idHasher().hash('Äpfel-und-Birnen-1'.normalize('NFC'));
    expect(await new Argon2idHasher().verify('Äpfel-und-Birnen-1'.normalize('NFD'), hash)).toBe(true);
  });

  it('refuses a stored hash that it does not know', async () => {
    await expect(new Argon2idHasher().verify(password, '$2b$10$abc')).rejects.toThrow(/no known format/);
  });
});
