/** These run in the browser: each is sent there alone, and can use nothing around it. */

/** Before a page begins: notes when its first view shows what there is, and takes clicks. */
export function recordWhenUsable(): void {
  new MutationObserver((_changes, observer) => {
    const isShown = document.querySelector('#view h1') !== null;
    const isLoading = document.querySelector('#view .placeholder, #view [aria-busy="true"]') !== null;
    if (!isShown || isLoading) return;
    observer.disconnect();
    // Once it is painted, and the script that made it has let go.
    requestAnimationFrame(() => setTimeout(() => performance.mark('usable')));
  }).observe(document, { subtree: true, childList: true, attributes: true });
}

/** Since the address was entered. Waits until it is so. */
export async function usableAfterMs(): Promise<number> {
  for (;;) {
    const [mark] = performance.getEntriesByName('usable');
    if (mark !== undefined) return mark.startTime;
    await new Promise(requestAnimationFrame);
  }
}

/** All that the page has asked for so far, asked for again, past what the browser keeps. */
export async function timeLoadRequests(): Promise<number> {
  const urls = performance.getEntriesByType('resource').map(({ name }) => name);
  const start = performance.now();
  for (const url of [location.origin, ...urls]) {
    await (await fetch(url, { cache: 'no-store' })).arrayBuffer();
  }
  return performance.now() - start;
}

/** From the key that is pressed until the answer is painted; then the same request alone. */
export async function timeSearch(
  field: SVGElement | HTMLElement,
  term: string,
): Promise<{ shownMs: number; requestMs: number }> {
  if (!(field instanceof HTMLInputElement)) throw new Error('nothing can be typed there');
  const shown = new Promise<void>((resolve) => {
    new MutationObserver((changes, observer) => {
      const hasAnswer = changes.some(
        ({ target, oldValue }) =>
          oldValue === 'true' && target instanceof Element && target.ariaBusy === 'false',
      );
      if (!hasAnswer) return;
      observer.disconnect();
      requestAnimationFrame(() => setTimeout(resolve));
    }).observe(document.body, { subtree: true, attributeFilter: ['aria-busy'], attributeOldValue: true });
  });
  performance.clearResourceTimings();
  const typedAt = performance.now();
  field.value = term;
  field.dispatchEvent(new InputEvent('input', { bubbles: true }));
  await shown;
  const shownAt = performance.now();
  const asked = performance.getEntriesByType('resource').at(-1);
  if (asked === undefined) throw new Error('the page asked for nothing');
  const askedAt = performance.now();
  await (await fetch(asked.name, { cache: 'no-store' })).json();
  return { shownMs: shownAt - typedAt, requestMs: performance.now() - askedAt };
}
