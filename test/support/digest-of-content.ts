import type { ContentDigests } from '../../shared/domain/content-digests.ts';
import { EmailNumbers } from '../../shared/domain/email-numbers.ts';
import type { People } from '../../shared/domain/people.ts';

/** In hex, of what is added. @param emails number the addresses of the content. */
export function digestOfContent(add: (content: ContentDigests) => void, emails = new EmailNumbers()): string {
  const content = emails.newContentDigests();
  add(content);
  content.end();
  const { buffer, byteOffset, byteLength } = content.take();
  return Buffer.from(buffer, byteOffset, byteLength).toString('hex');
}

export function digestOfPerson(people: People, position: number): string {
  return digestOfContent((content) => people.addTo(content, position), people.addresses.emails);
}
