import * as z from 'zod';

/** Far longer than any token of an owner: what is longer is not worth a request to GitHub. */
const MAX_LENGTH = 1024;

/** What GitHub's tokens, and bearer tokens in general (RFC 6750), are made of. */
const TOKEN = /^[\w.~+/-]+=*$/;

/** Whether the text could be a token of GitHub. */
export function isGitHubToken(text: string): boolean {
  return text.length <= MAX_LENGTH && TOKEN.test(text);
}

/** A token of GitHub, as somebody pasted it. */
export function githubToken(message: string) {
  return z.string(message).trim().refine(isGitHubToken, message);
}
