// What JavaScript is given: `email-numbers-module.ts` has the types. The compiler wants no endings of files here.

export { add, bytes, ends, numbers, putAddress, signs, size, starts } from './addresses';
export { addParts, beginContents, digests, parts } from './content';
export { hashes, lengths, messages, sha256 } from './sha256';
