/**
 * Makes the value at the first call and gives the same one from then on. A failure, thrown or rejected, is not
 * kept: one bad moment at a cold start must not last as long as the container.
 */
export function lazy<Value>(create: () => Value): () => Value {
  let kept: { readonly value: Value } | null = null;
  return () => {
    if (kept !== null) return kept.value;
    const made = { value: create() };
    kept = made;
    if (made.value instanceof Promise) {
      made.value.catch(() => {
        kept = null;
      });
    }
    return made.value;
  };
}
