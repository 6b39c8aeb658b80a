// Memory is had in regions that begin on a page. What is given up is cut into blocks.

export const BLOCK_BYTES: usize = 262144;

const PAGE_BYTES: usize = 65536;
/** A garbage collection follows when memory grows: so it seldom does. What is not yet written takes no memory. */
const FEWEST_NEW_PAGES = 64;
const GROWTH = 8;

@unmanaged
class GivenUp {
  bytes: usize;
  next: GivenUp | null;
}

let givenUp: GivenUp | null = null;
/** Where what was not yet asked for begins. */
let next: usize = 0;

export function newRegion(bytes: usize): usize {
  const pages = <i32>((bytes + PAGE_BYTES - 1) / PAGE_BYTES);
  if (next === 0) next = <usize>memory.size() * PAGE_BYTES;
  const missing = <i32>(next / PAGE_BYTES) + pages - memory.size();
  if (missing > 0 && memory.grow(max(missing, max(FEWEST_NEW_PAGES, memory.size() / GROWTH))) < 0)
    unreachable();
  const region = next;
  next += <usize>pages * PAGE_BYTES;
  return region;
}

export function giveUp(region: usize, bytes: usize): void {
  if (bytes < BLOCK_BYTES) return;
  const given = changetype<GivenUp>(region);
  given.bytes = bytes;
  given.next = givenUp;
  givenUp = given;
}

export function newBlock(): usize {
  const given = givenUp;
  if (given === null) return newRegion(BLOCK_BYTES);
  given.bytes -= BLOCK_BYTES;
  if (given.bytes < BLOCK_BYTES) givenUp = given.next;
  return changetype<usize>(given) + given.bytes;
}
