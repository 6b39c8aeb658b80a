export const signIn = {
  title: 'Sign in',
  lead: 'Owners of the enterprise {enterprise} see here who consumes user licenses, and why.',
  'with-github': 'Sign in with GitHub',
  'with-token': 'Sign in with a personal access token',
  token: 'Personal access token (classic)',
  'token-hint':
    'With the scope {scope}. It is kept in an encrypted cookie of this browser for eight hours at most.',
  submit: 'Sign in',
  'unknown-token':
    'GitHub does not know this token. Check that all of it was pasted, and that it has not expired.',
  not_an_owner:
    'Only owners of the enterprise may sign in, with a token that has the scope read:enterprise. Ask an owner of the enterprise to make you one, or sign in with another account.',
  access_denied: 'GitHub was not allowed to tell who you are. Sign in again, and authorize the app.',
  expired: 'The sign-in has expired. Sign in again.',
  github_unavailable: 'GitHub cannot be asked at the moment who you are. Try again in a minute.',
} as const;
