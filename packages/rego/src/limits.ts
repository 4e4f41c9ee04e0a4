/** What one request may cost. A policy of a stranger is compiled and run under these. */
export interface Limits {
  readonly seconds: number;
  /** Of Go's memory; Node's own comes on top. */
  readonly memoryMiB: number;
  readonly answerMiB: number;
}

// Forty packages with 400 tests took 1.4 s and 203 MiB in all (Node 24, two cores); the rest is room for a slow runner.
export const DEFAULT_LIMITS: Limits = { seconds: 60, memoryMiB: 1024, answerMiB: 64 };
