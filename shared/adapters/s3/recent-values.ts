/** Keeps the values that were asked for last. A failure is not kept: the next request tries again. */
export class RecentValues<Value> {
  readonly #limit: number;
  readonly #load: (key: string) => Promise<Value>;
  readonly #values = new Map<string, Promise<Value>>();

  constructor(limit: number, load: (key: string) => Promise<Value>) {
    this.#limit = limit;
    this.#load = load;
  }

  get(key: string): Promise<Value> {
    const value = this.#values.get(key) ?? this.#loadNew(key);
    // Set again, it is the youngest in the map's order.
    this.#values.delete(key);
    this.#values.set(key, value);
    for (const oldest of this.#values.keys()) {
      if (this.#values.size <= this.#limit) break;
      this.#values.delete(oldest);
    }
    return value;
  }

  /** For a value that was found to be out of date. */
  forget(key: string): void {
    this.#values.delete(key);
  }

  #loadNew(key: string): Promise<Value> {
    const value = this.#load(key);
    value.catch(() => {
      if (this.#values.get(key) === value) this.#values.delete(key);
    });
    return value;
  }
}
