import type * as z from 'zod';

type Holder = Record<string | number, unknown>;

interface Leaf {
  readonly holder: Holder;
  readonly key: string | number;
  readonly value: unknown;
}

/**
 * The body with the text in every place in which the schema allows any, nulls among them. A key of the bucket stays
 * one, and so does a source.
 */
export function plantTexts(body: unknown, schema: z.ZodType, text: string): unknown {
  const planted = structuredClone(body);
  for (const leaves of leavesByPlace(planted).values()) {
    leaves.forEach(({ holder, key, value }, position) => {
      holder[key] = plantedText(value, `${text}${position}`);
    });
    if (schema.safeParse(planted).success) continue;
    for (const { holder, key, value } of leaves) holder[key] = value;
  }
  return planted;
}

function plantedText(value: unknown, text: string): unknown {
  if (value === 'cloud') return value;
  const [prefix = ''] = /^(server:|uploads\/)/.exec(String(value)) ?? [];
  return prefix + text;
}

/** Texts and nulls. The items of a list are in one place. */
function leavesByPlace(body: unknown): Map<string, Leaf[]> {
  const leaves = new Map<string, Leaf[]>();
  const walk = (holder: unknown, place: string) => {
    if (!isHolder(holder)) return;
    for (const key of Array.isArray(holder) ? holder.keys() : Object.keys(holder)) {
      const inner = `${place}.${typeof key === 'number' ? '*' : key}`;
      const value = holder[key];
      if (value === null || typeof value === 'string') {
        leaves.set(inner, [...(leaves.get(inner) ?? []), { holder, key, value }]);
      } else walk(value, inner);
    }
  };
  walk(body, '');
  return leaves;
}

function isHolder(value: unknown): value is Holder {
  return typeof value === 'object' && value !== null;
}
