type Values = Uint8Array<ArrayBuffer> | Int32Array<ArrayBuffer> | Float64Array<ArrayBuffer>;

/** The same values at the head of an array of twice the length. The one given is no more. */
export function grown<Column extends Values>(values: Column): Column {
  const { buffer, byteLength } = values;
  return new (values.constructor as new (buffer: ArrayBuffer) => Column)(buffer.transfer(2 * byteLength));
}
