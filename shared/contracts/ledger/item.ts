import * as z from 'zod';

/** Of the items' shapes. Raise it when a reader of the old shape would misread the new one. */
export const SCHEMA_VERSION = 1;

/** The key of an item in the ledger. */
export interface ItemKey {
  /** Partition: which kind of item, and for people and look-ups which of them. */
  readonly pk: string;
  /** Sort key. */
  readonly sk: string;
}

/** What every item carries. */
export const itemBase = {
  pk: z.string(),
  sk: z.string(),
  schema_version: z.literal(SCHEMA_VERSION),
};

const sortKeyItem = z.object({ sk: itemBase.sk });

/** An item of the ledger is not of the shape that this version reads and writes. */
export class UnreadableItemError extends Error {
  override readonly name = 'UnreadableItemError';
}

/** Throws UnreadableItemError, which names the kind of item and the fields, but neither keys nor values. */
export function parseItem<Schema extends z.ZodType>(
  kind: string,
  schema: Schema,
  item: unknown,
): z.infer<Schema> {
  const result = schema.safeParse(item);
  if (result.success) return result.data;
  const problems = result.error.issues.map(({ path, code }) => `${path.join('.')} (${code})`).join(', ');
  throw new UnreadableItemError(
    `a ${kind} item is not of schema version ${SCHEMA_VERSION}: ${problems}; deploy the version that wrote it, or repair it`,
    { cause: result.error },
  );
}

/** Of an item of which nothing else was read. Throws UnreadableItemError. */
export function parseSortKey(kind: string, item: unknown): string {
  return parseItem(kind, sortKeyItem, item).sk;
}
