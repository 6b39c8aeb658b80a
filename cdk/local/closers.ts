type Close = () => Promise<void> | void;

/** What has been started, to be ended in the opposite order. */
export class Closers {
  readonly #closers: Close[] = [];

  add(close: Close): void {
    this.#closers.push(close);
  }

  /** Ends everything, also what comes after something that fails to end; then throws the first failure. */
  async close(): Promise<void> {
    const failures: unknown[] = [];
    for (const close of this.#closers.splice(0).toReversed()) {
      try {
        await close();
      } catch (error) {
        failures.push(error);
      }
    }
    if (failures.length > 0) throw failures[0];
  }
}

/** As Promise.all, but throws only when the others have ended too, so that what they started can be ended. */
export async function settleAll<const Started extends readonly unknown[]>(
  starting: Started,
): Promise<{ -readonly [Index in keyof Started]: Awaited<Started[Index]> }> {
  await Promise.allSettled(starting);
  return Promise.all(starting);
}
