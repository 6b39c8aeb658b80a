/**
 * Gives back the memory of an array that nobody looks at any more: at once, not only when garbage is collected, for which
 * arrays count little.
 */
export function release(values: { readonly buffer: ArrayBuffer }): void {
  values.buffer.transfer(0);
}
