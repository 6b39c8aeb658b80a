import { PADDING } from './plain-json.ts';

const BYTES = 262144;
export const windowBytes: i32 = BYTES;

/** The bytes that are read. */
export const window = memory.data(BYTES + PADDING, 16);
/** What of them is addresses, with letters of ASCII in lower case: of each, at the same place. */
export const lowered = memory.data(BYTES + PADDING, 16);

export function placeOf(at: usize): i32 {
  return <i32>(at - window);
}
