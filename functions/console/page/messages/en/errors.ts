export const errors = {
  'try-again': 'Try again',
  request: 'Request {id}',
  'signed-out.title': 'You are signed out',
  'signed-out.next': 'Your session has ended. Sign in again.',
  'forbidden.title': 'Owners only',
  'forbidden.next':
    'GitHub says that this account is not an owner of the enterprise, or its token lacks the scope read:enterprise. Ask an owner, or sign in with another account.',
  'not-found.title': 'Not found',
  'not-found.next': 'It may be gone since the last merge. Go back, and look for it again.',
  'conflict.title': 'Something else is under way',
  'conflict.next': 'Wait until it is done, then try again.',
  'invalid.title': 'That was not accepted',
  'invalid.next': 'Change what you asked for, and try again.',
  'too-many-requests.title': 'Too many requests',
  'too-many-requests.next': 'Wait a minute, then try again.',
  'unavailable.title': 'Not available at the moment',
  'unavailable.next':
    'GitHub or a part of License Usage Sync does not answer. Nothing is lost. Try again in a minute.',
  'offline.title': 'No connection',
  'offline.next': 'The server could not be reached. Check your network, and try again.',
  'unreadable.title': 'This page is out of date',
  'unreadable.next': 'The server answered in a form that this page does not know. Load the page again.',
  'failed.title': 'Something went wrong',
  'failed.next':
    'Nothing is lost. Try again; if it goes on, give the number of the request to whoever runs License Usage Sync.',
} as const;
