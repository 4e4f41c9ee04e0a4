import { execFileSync } from 'node:child_process';
import path from 'node:path';

export interface Program {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
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

const TIME_IN_TURN = path.join(import.meta.dirname, 'programs/time-in-turn.mjs');

/** Times two whole processes in turn, A B A B …, after one run of each that does not count. */
export function comparePrograms(a: Program, b: Program, pairs = 9): Comparison {
  const measured = timesInTurn([a, b], pairs).map(([first = Number.NaN, second = Number.NaN]) => ({ first, second }));
  return {
    a: median(measured.map(({ first }) => first)),
    b: median(measured.map(({ second }) => second)),
    ratio: median(measured.map(({ first, second }) => first / second)),
  };
}

/** Wall seconds of one whole process, after one run that does not count. */
export function secondsOf(program: Program): number {
  return timesInTurn([program], 1)[0]?.[0] ?? Number.NaN;
}

function timesInTurn(programs: readonly Program[], rounds: number): readonly (readonly number[])[] {
  const said = execFileSync(process.execPath, [TIME_IN_TURN], { input: JSON.stringify([programs, rounds]), encoding: 'utf8' });
  return JSON.parse(said) as readonly (readonly number[])[];
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((left, right) => left - right);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? Number.NaN)) / 2;
}
