// What JavaScript is given: `email-numbers-module.ts` has the types. The compiler wants no endings of files here.

export { add, bytes, ends, numbers, signs, size, starts } from './addresses';
export {
  addAddress,
  addBytes,
  addNothing,
  addNumber,
  addText,
  addToSet,
  beginContent,
  beginSet,
  digest,
  endContent,
  endSet,
  text,
} from './content';
export { message, putAddress, sha256, sha256Hash } from './sha256';
