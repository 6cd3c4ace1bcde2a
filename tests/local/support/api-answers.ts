/** What the API answers to a learner who is no admin. */
export const SESSION = {
  access_token: 'token',
  token_type: 'Bearer',
  expires_in: 3600,
  account: {
    id: '00000000-0000-4000-8000-000000000000',
    email: 'a@example.org',
    role: 'learner',
    created_at: '2026-01-01T00:00:00.000Z',
  },
};
export const FORBIDDEN = {
  type: 'about:blank',
  title: 'Not allowed',
  status: 403,
  detail: 'Admins only.',
  instance: '/admin/metrics',
  code: 'FORBIDDEN',
  remedy: 'Ask an admin.',
};
