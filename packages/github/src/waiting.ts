/** The clock and the patience of a run: both come in, so that a test of a minute takes none. */
export interface Waiting {
  /** Milliseconds since the epoch. */
  now(): number;
  sleep(milliseconds: number): Promise<void>;
}
