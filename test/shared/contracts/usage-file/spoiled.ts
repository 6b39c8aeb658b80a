import fc from 'fast-check';

/** Some bytes replaced, removed or inserted. */
export function spoiled(bytes: Buffer): fc.Arbitrary<Buffer> {
  const insertion = fc.oneof(
    fc.uint8Array({ maxLength: 4 }),
    fc
      .constantFrom('"', '\\', '{', '}', '[', ']', ',', ':', '\n', '\u0000', 'null', '\\u0000')
      .map(Buffer.from),
  );
  const edit = fc.record({ at: fc.nat(bytes.length), removed: fc.nat(6), insertion });
  return fc
    .array(edit, { minLength: 1, maxLength: 4 })
    .map((edits) =>
      edits.reduce<Buffer>(
        (content, { at, removed, insertion: inserted }) =>
          Buffer.concat([content.subarray(0, at), inserted, content.subarray(at + removed)]),
        bytes,
      ),
    );
}
