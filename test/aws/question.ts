import type { AwsBench } from './aws-bench.ts';

/** One thing that reference pages and recordings leave open, and only AWS itself can answer. */
export interface Question {
  /** As in docs/aws-job.md. */
  readonly number: number;
  readonly asks: string;
  ask(bench: AwsBench): Promise<readonly Part[]>;
}

/** One request or measurement: what we build on, and what came back. */
export interface Part {
  readonly what: string;
  readonly expected: string;
  readonly found: string;
  readonly holds: boolean;
}

export const part = (what: string, expected: string, found: string, holds = expected === found): Part => ({
  what,
  expected,
  found,
  holds,
});

/** The server that was asked is a fake which has no answer: its 501 says nothing about AWS. */
export class NotModelled extends Error {}

/** Whoever started the run left out what this question needs. */
export class NotAsked extends Error {}
