/** A service on this machine that only the gateway talks to. */
export interface Engine {
  /** Without a slash at the end. */
  readonly url: string;
  stop(): Promise<void>;
}
