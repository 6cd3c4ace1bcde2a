import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { PublicKey, PublicKeys } from '../../functions/core/ports/accounts.ts';

const aKey = (fields: Partial<PublicKey> = {}): PublicKey => ({
  kid: randomUUID(),
  kty: 'OKP',
  crv: 'Ed25519',
  x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo',
  ...fields,
});

/** What every PublicKeys promises. */
export function describePublicKeys(name: string, keys: () => PublicKeys) {
  describe(`${name} as PublicKeys`, () => {
    it('gives back every key that was published', async () => {
      const published = [aKey(), aKey()];
      for (const key of published) await keys().publish(key);
      expect(await keys().all()).toEqual(expect.arrayContaining(published));
    });

    it('keeps a published key as it is', async () => {
      const key = aKey();
      await keys().publish(key);
      await keys().publish({ ...key, x: 'another' });
      expect((await keys().all()).filter(({ kid }) => kid === key.kid)).toEqual([key]);
    });
  });
}
