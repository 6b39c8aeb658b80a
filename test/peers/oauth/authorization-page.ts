import type { Answer } from '../http/answer.ts';
import { LOGINS, type Role } from '../tokens.ts';

/** Whom the page offers to be; on GitHub this is whoever is signed in there. */
const USERS: readonly { readonly role: Role; readonly description: string }[] = [
  { role: 'owner', description: 'an owner of the enterprise' },
  { role: 'member', description: 'a member, not an owner' },
];

const STYLE =
  'body{font:16px/1.5 system-ui,sans-serif;max-width:28rem;margin:4rem auto;padding:0 1rem;color-scheme:light dark}' +
  'fieldset{border:1px solid;border-radius:6px}label{display:block}button{font:inherit;margin:1rem .5rem 0 0}';

/** Or else a browser asks for one, and the API refuses it. */
const NO_ICON = '<link rel="icon" href="data:,">';

/** Asks who signs in, and whether the app may. The form repeats the question that it is the answer to. */
export function authorizationPage(appName: string, question: URLSearchParams): Answer {
  const hidden = [...question].map(
    ([name, value]) => `<input type="hidden" name="${escapeHtml(name)}" value="${escapeHtml(value)}">`,
  );
  const users = USERS.map(
    ({ role, description }, index) =>
      `<label><input type="radio" name="user" value="${role}"${index === 0 ? ' checked' : ''}> ` +
      `${LOGINS[role]} (${description})</label>`,
  );
  return html(
    200,
    `<title>Authorize ${escapeHtml(appName)}</title><h1>Authorize ${escapeHtml(appName)}</h1>` +
      '<p>This is the GitHub of your machine: no account and no password is needed.</p>' +
      `<p>Scope: <code>${escapeHtml(question.get('scope') ?? '')}</code></p>` +
      `<form method="post" action="/login/oauth/authorize">${hidden.join('')}` +
      `<fieldset><legend>Sign in as</legend>${users.join('')}</fieldset>` +
      '<button name="decision" value="authorize">Authorize</button>' +
      '<button name="decision" value="cancel">Cancel</button></form>',
  );
}

export function html(status: number, content: string): Answer {
  return {
    status,
    headers: { 'content-type': 'text/html; charset=utf-8' },
    body: `<!doctype html><html lang="en"><meta charset="utf-8">${NO_ICON}<style>${STYLE}</style>${content}</html>`,
  };
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
