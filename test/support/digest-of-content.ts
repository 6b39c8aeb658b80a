import type { ContentDigest } from '../../shared/domain/content-digest.ts';
import { EmailNumbers } from '../../shared/domain/email-numbers.ts';
import type { People } from '../../shared/domain/people.ts';

/** In hex, of what is added. @param emails number the addresses of the content. */
export function digestOfContent(add: (content: ContentDigest) => void, emails = new EmailNumbers()): string {
  const content = emails.newContentDigest();
  content.begin();
  add(content);
  const { buffer, byteOffset, byteLength } = content.end();
  return Buffer.from(buffer, byteOffset, byteLength).toString('hex');
}

export function digestOfPerson(people: People, position: number): string {
  return digestOfContent((content) => people.addTo(content, position), people.addresses.emails);
}
