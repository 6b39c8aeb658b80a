import type { VirtualTime } from './virtual-time.ts';

/** What struck in one schedule, and how often. */
export class FaultLog {
  readonly counts = new Map<string, number>();
  /** In order, with the second of the schedule. */
  readonly lines: string[] = [];
  readonly #time: VirtualTime;
  readonly #beganMs: number;

  constructor(time: VirtualTime) {
    this.#time = time;
    this.#beganMs = time.nowMs;
  }

  struck(kind: string, place: string): void {
    this.counts.set(kind, (this.counts.get(kind) ?? 0) + 1);
    this.note(`${kind}: ${place}`);
  }

  /** What is no fault. */
  note(event: string): void {
    const second = (this.#time.nowMs - this.#beganMs) / 1_000;
    this.lines.push(`${second.toFixed(3)} ${event}`);
  }
}
