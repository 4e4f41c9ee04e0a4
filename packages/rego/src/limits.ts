/** What one request may cost. A policy of a stranger is compiled and run under these. */
export interface Limits {
  readonly seconds: number;
  /** Of Go's memory; Node and the program itself take about 130 MiB on top. */
  readonly memoryMiB: number;
  readonly answerMiB: number;
}

// Our own bundle with all its tests takes about 3 s and 300 MiB; the rest is room for a slow runner.
export const DEFAULT_LIMITS: Limits = { seconds: 60, memoryMiB: 1024, answerMiB: 64 };
