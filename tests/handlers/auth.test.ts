import { randomUUID } from 'node:crypto';
import { DeleteCommand, GetCommand } from '@aws-sdk/lib-dynamodb';
import { decodeJwt } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keys } from '../../functions/adapters/dynamodb/keys.ts';
import { call, startHandlerServices } from '../support/handlers.ts';

let services: Awaited<ReturnType<typeof startHandlerServices>>;
let handler: typeof import('../../functions/handlers/api/auth/index.ts')['handler'];

beforeAll(async () => {
  services = await startHandlerServices(['users']);
  ({ handler } = await import('../../functions/handlers/api/auth/index.ts'));
});
afterAll(() => services?.end());

const password = 'Correct-Horse-9';

async function register() {
  const email = `${randomUUID()}@example.org`;
  const { status, body } = await call(handler, 'POST', '/auth/register', { body: { email, password } });
  expect(status).toBe(201);
  return { email, account: body };
}

async function logIn(email: string): Promise<string> {
  const { body } = await call(handler, 'POST', '/auth/login', { body: { email, password } });
  return String(body?.access_token);
}

const me = (token: string) => call(handler, 'GET', '/auth/me', { token });
const logOut = (token: string) => call(handler, 'POST', '/auth/logout', { token });

describe('GET /auth/me', () => {
  it('says who is signed in', async () => {
    const { email, account } = await register();
    const { status, body } = await me(await logIn(email));
    expect(status).toBe(200);
    expect(body).toEqual(account);
  });

  it('answers 401 when the account is gone, though its token is still good', async () => {
    const { email, account } = await register();
    const token = await logIn(email);
    await services.dynamo.send(new DeleteCommand({ TableName: 'users', Key: keys.account(String(account?.id)) }));
    expect(await me(token)).toMatchObject({
      status: 401,
      body: { code: 'UNAUTHENTICATED', detail: 'The account does not exist any more.' },
    });
  });

  it('answers 401 without a token', async () => {
    expect(await call(handler, 'GET', '/auth/me')).toMatchObject({ status: 401, body: { code: 'UNAUTHENTICATED' } });
  });
});

describe('POST /auth/logout', () => {
  it('ends the session of this device at once, and no other', async () => {
    const { email } = await register();
    const [phone, laptop] = [await logIn(email), await logIn(email)];
    expect((await me(phone)).status).toBe(200);
    expect(await logOut(phone)).toMatchObject({ status: 204, body: undefined });
    expect(await me(phone)).toMatchObject({
      status: 401,
      body: { code: 'UNAUTHENTICATED', detail: 'The session has ended. Log in again.' },
    });
    expect((await me(laptop)).status).toBe(200);
  });

  it('does not mind being asked again', async () => {
    const token = await logIn((await register()).email);
    expect((await logOut(token)).status).toBe(204);
    expect((await logOut(token)).status).toBe(204);
  });
});

describe('POST /auth/login', () => {
  it('begins a session of 30 days, which the token names', async () => {
    const { email, account } = await register();
    const { sid } = decodeJwt(await logIn(email));
    const { Item: session } = await services.dynamo.send(
      new GetCommand({ TableName: 'users', Key: keys.session(String(sid)) }),
    );
    expect(session).toMatchObject({ id: sid, accountId: account?.id });
    expect(session?.endsAt - session?.createdAt).toBe(30 * 24 * 3600 * 1000);
  });

  it('begins none for a wrong password', async () => {
    const { email } = await register();
    const answer = await call(handler, 'POST', '/auth/login', { body: { email, password: 'wrong' } });
    expect(answer).toMatchObject({ status: 401, body: { code: 'WRONG_CREDENTIALS' } });
    expect(answer.body).not.toHaveProperty('access_token');
  });
});
