import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { describe, expect, it } from 'vitest';
import { JoseTokenIssuer, JoseTokenVerifier } from '../../../functions/adapters/node/tokens.ts';
import type { Identity, PublicKey, PublicKeys } from '../../../functions/core/ports/accounts.ts';
import { FakeClock, T0 } from '../../support/builders.ts';

const HOUR_MS = 3600 * 1000;
const identity: Identity = { accountId: 'a3c1', role: 'admin', sessionId: 's9' };
const secretOf = (text: string) => ({ read: async () => text });
const secret = secretOf('0123456789abcdef0123456789abcdef');

/** Counts how often keys are published and read. */
class CountedKeys implements PublicKeys {
  published: PublicKey[] = [];
  reads = 0;
  broken = false;
  async publish(key: PublicKey) {
    this.published.push(key);
  }
  async all() {
    this.reads += 1;
    if (this.broken) throw new Error('The database is away');
    return [...this.published];
  }
}

function setup(signingSecret = secret) {
  const clock = new FakeClock();
  const keys = new CountedKeys();
  const issuer = new JoseTokenIssuer(signingSecret, keys, clock);
  return { clock, keys, issuer, verifier: new JoseTokenVerifier(keys, clock) };
}

/** A token of our own key with other claims or headers. */
async function forged(header: { alg: string; typ?: string; kid?: string }, claims: Record<string, unknown>) {
  const { privateKey } = await generateKeyPair(header.alg, { extractable: true });
  return new SignJWT(claims).setProtectedHeader(header).sign(privateKey);
}

const claimsAt = (now: number) => ({
  iss: 'langplug',
  aud: 'langplug',
  sub: 'a3c1',
  role: 'admin',
  sid: 's9',
  exp: now / 1000 + 60,
});

describe('An access token', () => {
  it('says who is calling, for one hour', async () => {
    const { clock, issuer, verifier } = setup();
    const { token, expiresIn } = await issuer.issue(identity);
    expect(expiresIn).toBe(3600);
    clock.time = T0 + HOUR_MS - 1000;
    expect(await verifier.verify(token)).toEqual(identity);
    clock.time = T0 + HOUR_MS;
    expect(await verifier.verify(token)).toBeUndefined();
  });

  it('is valid in every instance that has the same secret', async () => {
    const [one, other] = [setup(), setup()];
    const { token } = await one.issuer.issue(identity);
    await other.issuer.issue(identity);
    expect(other.keys.published).toEqual(one.keys.published);
    expect(await other.verifier.verify(token)).toEqual(identity);
  });

  it('is worth nothing once a character was changed', async () => {
    const { issuer, verifier } = setup();
    const [header, payload = '', signature = ''] = (await issuer.issue(identity)).token.split('.');
    const learner = Buffer.from(payload, 'base64url').toString().replace('admin', 'learner');
    const changed = Buffer.from(learner).toString('base64url');
    expect(await verifier.verify(`${header}.${changed}.${signature}`)).toBeUndefined();
    expect(await verifier.verify(`${header}.${payload}.${[...signature].toReversed().join('')}`)).toBeUndefined();
  });

  it('of another key is refused, also under the name of a known one', async () => {
    const { clock, keys, issuer, verifier } = setup();
    await issuer.issue(identity);
    const kid = keys.published[0]?.kid ?? '';
    const typ = 'at+jwt';
    for (const header of [
      { alg: 'EdDSA', typ, kid },
      { alg: 'EdDSA', typ, kid: 'x' },
      { alg: 'ES256', typ, kid },
    ]) {
      expect(await verifier.verify(await forged(header, claimsAt(clock.time)))).toBeUndefined();
    }
  });

  it.each(['sub', 'role', 'sid', 'exp'] as const)('of a published key is refused without "%s"', async (claim) => {
    const { clock, keys, verifier } = setup();
    const { privateKey, publicKey } = await generateKeyPair('EdDSA', { extractable: true });
    const { x = '' } = await exportJWK(publicKey);
    await keys.publish({ kid: 'ours', kty: 'OKP', crv: 'Ed25519', x });
    const sign = (claims: Record<string, unknown>) =>
      new SignJWT(claims).setProtectedHeader({ alg: 'EdDSA', typ: 'at+jwt', kid: 'ours' }).sign(privateKey);
    const { [claim]: _, ...rest } = claimsAt(clock.time);
    expect(await verifier.verify(await sign(claimsAt(clock.time)))).toEqual(identity);
    expect(await verifier.verify(await sign(rest))).toBeUndefined();
  });

  it.each([
    ['nothing', ''],
    ['no token', 'abc'],
    ['no signature', `${btoa('{"alg":"none","typ":"at+jwt"}')}.${btoa('{"sub":"x","role":"admin"}')}.`],
  ])('that is %s is refused', async (_, token) => {
    const { issuer, verifier } = setup();
    await issuer.issue(identity);
    expect(await verifier.verify(token)).toBeUndefined();
  });
});

describe('The issuer', () => {
  it('publishes its key once, without the private half', async () => {
    const { keys, issuer } = setup();
    await Promise.all([issuer.issue(identity), issuer.issue(identity)]);
    await issuer.issue(identity);
    expect(keys.published).toEqual([
      { kty: 'OKP', crv: 'Ed25519', x: expect.any(String), kid: expect.stringMatching(/^[\w-]{43}$/) },
    ]);
  });

  it('has another key for another secret', async () => {
    const [one, other] = [setup(), setup(secretOf('another secret with at least 32 characters'))];
    await Promise.all([one.issuer.issue(identity), other.issuer.issue(identity)]);
    expect(one.keys.published[0]?.kid).not.toBe(other.keys.published[0]?.kid);
  });

  it('refuses a short secret, and works once there is a good one', async () => {
    let text = 'short';
    const { issuer } = setup({ read: async () => text });
    await expect(issuer.issue(identity)).rejects.toThrow(/fewer than 32 characters/);
    text = '0123456789abcdef0123456789abcdef';
    await expect(issuer.issue(identity)).resolves.toHaveProperty('token');
  });
});

describe('The verifier', () => {
  it('reads the keys once for many tokens', async () => {
    const { keys, issuer, verifier } = setup();
    const { token } = await issuer.issue(identity);
    await Promise.all(Array.from({ length: 10 }, () => verifier.verify(token)));
    expect(keys.reads).toBe(1);
  });

  it('learns of a new key a few seconds after it last looked', async () => {
    const { clock, keys, issuer, verifier } = setup();
    await verifier.verify((await issuer.issue(identity)).token);
    const second = new JoseTokenIssuer(secretOf('another secret with at least 32 characters'), keys, clock);
    const { token } = await second.issue(identity);
    clock.time += 5_000;
    expect(await verifier.verify(token)).toEqual(identity);
    expect(keys.reads).toBe(2);
  });

  it('does not read the keys for every made-up key id', async () => {
    const { clock, keys, verifier } = setup();
    for (let i = 0; i < 20; i++) {
      const token = await forged({ alg: 'EdDSA', typ: 'at+jwt', kid: `made-up-${i}` }, claimsAt(clock.time));
      expect(await verifier.verify(token)).toBeUndefined();
    }
    expect(keys.reads).toBe(1);
  });

  it('stops believing a key that was withdrawn', async () => {
    const { clock, keys, issuer, verifier } = setup();
    const { token } = await issuer.issue(identity);
    expect(await verifier.verify(token)).toEqual(identity);
    keys.published = [];
    clock.time += 10 * 60_000;
    expect(await verifier.verify(token)).toBeUndefined();
  });

  it('says so when the keys cannot be read, and works again afterwards', async () => {
    const { keys, issuer, verifier } = setup();
    const { token } = await issuer.issue(identity);
    keys.broken = true;
    await expect(verifier.verify(token)).rejects.toThrow('The database is away');
    keys.broken = false;
    expect(await verifier.verify(token)).toEqual(identity);
  });

  it('goes on with the keys it has when a made-up key id makes it read in vain', async () => {
    const { clock, keys, issuer, verifier } = setup();
    const { token } = await issuer.issue(identity);
    await verifier.verify(token);
    keys.broken = true;
    clock.time += 5_000;
    const unknown = await forged({ alg: 'EdDSA', typ: 'at+jwt', kid: 'made-up' }, claimsAt(clock.time));
    await expect(verifier.verify(unknown)).rejects.toThrow('The database is away');
    expect(await verifier.verify(token)).toEqual(identity);
  });
});
