/** The same values at the head of an array of twice the length. */
export function grown<Values extends Uint8Array | Int32Array | Float64Array>(values: Values): Values {
  const twice = new (values.constructor as new (length: number) => Values)(2 * values.length);
  twice.set(values);
  return twice;
}
