import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Session, SessionStore } from '../../functions/core/ports/accounts.ts';
import { type FakeClock, T0 } from '../support/builders.ts';

export const aSession = (fields: Partial<Session> = {}): Session => ({
  id: randomUUID(),
  accountId: randomUUID(),
  createdAt: T0,
  expiresAt: T0 + 3_600_001,
  ...fields,
});

/** What every SessionStore promises. */
export function describeSessionStore(name: string, setup: () => { sessions: SessionStore; clock: FakeClock }) {
  describe(`${name} as a SessionStore`, () => {
    it('gives back a session as it was created, again and again', async () => {
      const { sessions } = setup();
      const session = aSession();
      await sessions.create(session);
      expect(await sessions.get(session.id)).toEqual(session);
      expect(await sessions.get(session.id)).toEqual(session);
    });

    it('knows no session that never was', async () => {
      expect(await setup().sessions.get(randomUUID())).toBeUndefined();
    });

    it('ends a session at once and for good, and no other', async () => {
      const { sessions } = setup();
      const [ended, kept] = [aSession(), aSession()];
      for (const session of [ended, kept]) {
        await sessions.create(session);
        await sessions.get(session.id);
      }
      await sessions.end(ended.id);
      expect(await sessions.get(ended.id)).toBeUndefined();
      expect(await sessions.get(kept.id)).toEqual(kept);
    });

    it('does not mind ending what has ended or never was', async () => {
      const { sessions } = setup();
      const session = aSession();
      await sessions.create(session);
      for (const id of [session.id, session.id, randomUUID()]) await sessions.end(id);
      expect(await sessions.get(session.id)).toBeUndefined();
    });

    it('shows a session until the millisecond in which it expires', async () => {
      const { sessions, clock } = setup();
      const session = aSession();
      await sessions.create(session);
      clock.time = session.expiresAt - 1;
      expect(await sessions.get(session.id)).toEqual(session);
      clock.time = session.expiresAt;
      expect(await sessions.get(session.id)).toBeUndefined();
      clock.time = T0;
    });
  });
}
