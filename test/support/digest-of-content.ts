import type { ContentDigests } from '../../shared/domain/content-digests.ts';
import { EmailNumbers } from '../../shared/domain/email-numbers.ts';
import type { People } from '../../shared/domain/people.ts';
import { HashColumn } from '../../shared/merge/hash-column.ts';

const NO_HASH = new Int32Array(4);

/** In hex, of each owner from 0 on the sum of the digests of its contents. @param emails number their addresses. */
export function digestsOf(
  owners: number,
  add: (contents: ContentDigests) => void,
  emails = new EmailNumbers(),
): string[] {
  const column = new HashColumn(owners);
  const contents = emails.newContentDigests((positions, digests) => column.addAt(positions, digests));
  add(contents);
  contents.finish();
  return Array.from({ length: owners }, (_, position) => column.hexWithout(position, NO_HASH));
}

/** The same of one content. */
export function digestOfContent(add: (content: ContentDigests) => void, emails?: EmailNumbers): string {
  const addAndEnd = (content: ContentDigests): void => {
    add(content);
    content.end(0);
  };
  return digestsOf(1, addAndEnd, emails).join();
}

/** By position. */
export function digestsOfPeople(people: People): string[] {
  return digestsOf(people.size, (contents) => people.addContentsTo(contents), people.addresses.emails);
}
