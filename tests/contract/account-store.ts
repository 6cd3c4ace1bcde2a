import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Account, AccountStore } from '../../functions/core/ports/accounts.ts';
import { T0 } from '../support/builders.ts';

const anAccount = (fields: Partial<Account> = {}): Account => ({
  id: randomUUID(),
  email: `${randomUUID()}@example.org`,
  role: 'learner',
  passwordHash: '$argon2id$…',
  createdAt: T0,
  ...fields,
});

/** What every AccountStore promises. */
export function describeAccountStore(name: string, store: () => AccountStore) {
  describe(`${name} as an AccountStore`, () => {
    it('finds an account by its e-mail in any case', async () => {
      const account = anAccount({ email: `Ada.${randomUUID()}@Example.org`, role: 'admin' });
      expect(await store().create(account)).toBe(true);
      expect(await store().findByEmail(account.email.toUpperCase())).toEqual(account);
    });

    it('gives back an account by its id', async () => {
      const account = anAccount();
      await store().create(account);
      expect(await store().get(account.id)).toEqual(account);
      expect(await store().get(randomUUID())).toBeUndefined();
    });

    it('knows nobody by an e-mail that was never registered', async () => {
      expect(await store().findByEmail('nobody@example.org')).toBeUndefined();
    });

    it('refuses an e-mail that is taken, in any case, and keeps the first account', async () => {
      const first = anAccount();
      await store().create(first);
      expect(await store().create(anAccount({ email: first.email.toUpperCase() }))).toBe(false);
      expect(await store().findByEmail(first.email)).toEqual(first);
    });

    it('lets one of twenty registrations of an e-mail win', async () => {
      const email = `${randomUUID()}@example.org`;
      const rivals = Array.from({ length: 20 }, () => anAccount({ email }));
      const outcomes = await Promise.all(rivals.map((account) => store().create(account)));
      expect(outcomes.filter(Boolean)).toHaveLength(1);
      expect(await store().findByEmail(email)).toEqual(rivals[outcomes.indexOf(true)]);
    });

    it('makes an account an admin and nobody else', async () => {
      const account = anAccount();
      await store().create(account);
      expect(await store().setRole(account.email.toUpperCase(), 'admin')).toBe(true);
      expect(await store().findByEmail(account.email)).toEqual({ ...account, role: 'admin' });
      expect(await store().setRole('nobody@example.org', 'admin')).toBe(false);
      expect(await store().findByEmail('nobody@example.org')).toBeUndefined();
    });
  });
}
