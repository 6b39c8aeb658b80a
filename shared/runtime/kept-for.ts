/** So long a renewed secret may be unknown to a container, in milliseconds; asking at each request costs 10 ms of it. */
export const KEPT_SECRET_MS = 5 * 60_000;

/**
 * Makes the value at the first call, gives the same one for so many milliseconds, then makes it anew. A failure is
 * not kept.
 */
export function keptFor<Value>(
  ms: number,
  create: () => Promise<Value>,
  nowMs: () => number = Date.now,
): () => Promise<Value> {
  let kept: { readonly value: Promise<Value>; readonly untilMs: number } | null = null;
  return () => {
    if (kept !== null && nowMs() < kept.untilMs) return kept.value;
    const made = { value: create(), untilMs: nowMs() + ms };
    kept = made;
    made.value.catch(() => {
      if (kept === made) kept = null;
    });
    return made.value;
  };
}
