import type { JsonChildren, JsonNode } from './json-record.ts';

/** The elements of `pages` and `users` are handed out; those of a page or a part of a record are kept in it. */
export type Role = 'pages' | 'page' | 'users' | 'part';

export interface Container extends JsonNode {
  readonly role: Role;
  readonly children: JsonChildren;
  /** The content, as what it is; the other is null. */
  readonly object: Record<string, unknown> | null;
  readonly array: unknown[] | null;
  /** Of an object: the key at hand. */
  key: string | null;
  /** Of an array: the index of the element at hand. */
  index: number;
  /** Of the record around, to go on with when this container ends. */
  readonly weightAround: number;
}

/** A value becomes a part of the object or the array around it. */
export function keep(node: JsonNode, around: Container): void {
  around.children.nodes.push(node);
  if (around.object !== null && around.key !== null) around.object[around.key] = node.value;
  around.array?.push(node.value);
}
