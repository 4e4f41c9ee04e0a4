import { spawnSync } from 'node:child_process';

export interface Program {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly input?: Uint8Array;
  /** Exit codes that count as a good run; default only 0. */
  readonly exits?: readonly number[];
}

export interface Comparison {
  /** Medians of wall seconds. */
  readonly a: number;
  readonly b: number;
  /** Median of the ratios a/b pair by pair: holds when the machine's speed drifts between pairs. */
  readonly ratio: number;
}

/** Times two whole processes in turn, A B A B …, after one run of each that does not count. */
export function comparePrograms(a: Program, b: Program, pairs = 9): Comparison {
  seconds(a);
  seconds(b);
  const measured = Array.from({ length: pairs }, () => [seconds(a), seconds(b)] as const);
  return {
    a: median(measured.map(([first]) => first)),
    b: median(measured.map(([, second]) => second)),
    ratio: median(measured.map(([first, second]) => first / second)),
  };
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((left, right) => left - right);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? Number.NaN)) / 2;
}

function seconds(program: Program): number {
  const started = process.hrtime.bigint();
  const { status, stderr, error } = spawnSync(program.command, program.args, { input: program.input, maxBuffer: 1 << 30 });
  const elapsed = Number(process.hrtime.bigint() - started) / 1e9;
  const exits = program.exits ?? [0];
  if (error !== undefined) throw error;
  // A program that fails fast must not win a race.
  if (!exits.includes(status ?? -1)) throw new Error(`${program.name} ended with ${status}: ${stderr.toString().slice(0, 400)}`);
  return elapsed;
}
