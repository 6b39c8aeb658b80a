import type { FileRecord } from '../file-record.ts';
import type { Location } from '../problem-log.ts';

/** A JSON value and where it begins. */
export interface JsonNode {
  readonly value: unknown;
  readonly line: number;
  readonly column: number;
  /** Null for a text, number, boolean or null. */
  readonly children: JsonChildren | null;
}

export interface JsonChildren {
  /** Of an object, in the order of the file; null for an array. */
  readonly keys: string[] | null;
  readonly nodes: JsonNode[];
}

/** A JSON value that is validated by itself: a page, or an element of its `users`. */
export class JsonRecord implements FileRecord {
  readonly value: unknown;
  readonly #node: JsonNode;
  readonly #path: string;

  /** @param path of the value in the file, such as `$.users[3]`. */
  constructor(node: JsonNode, path: string) {
    this.value = node.value;
    this.#node = node;
    this.#path = path;
  }

  locate(path: readonly PropertyKey[]): Location {
    let node = this.#node;
    for (const segment of path) {
      const child = childOf(node, segment);
      if (child === undefined) break;
      node = child;
    }
    return { path: this.#path + path.map(pathSegment).join(''), line: node.line, column: node.column };
  }
}

function childOf(node: JsonNode, segment: PropertyKey): JsonNode | undefined {
  if (node.children === null) return undefined;
  const { keys, nodes } = node.children;
  return nodes[keys === null ? Number(segment) : keys.indexOf(String(segment))];
}

export function pathSegment(segment: PropertyKey): string {
  return typeof segment === 'number' ? `[${segment}]` : `.${String(segment)}`;
}
