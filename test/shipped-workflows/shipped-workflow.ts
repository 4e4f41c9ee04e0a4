import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';

/** A workflow as this repository ships it, no more strictly typed than its tests need. */
export interface ShippedWorkflow {
  readonly file: string;
  readonly text: string;
  readonly name: string;
  readonly on: Readonly<Record<string, Readonly<Record<string, unknown>> | null>>;
  readonly permissions?: unknown;
  readonly concurrency?: Readonly<Record<string, unknown>>;
  readonly jobs: Readonly<Record<string, ShippedJob>>;
}

export interface ShippedJob {
  readonly name?: string;
  readonly uses?: string;
  readonly if?: string;
  readonly needs?: string | readonly string[];
  readonly secrets?: unknown;
  readonly permissions?: unknown;
  readonly outputs?: Readonly<Record<string, string>>;
  readonly steps?: readonly ShippedStep[];
  readonly 'timeout-minutes'?: number;
  readonly 'continue-on-error'?: unknown;
}

export interface ShippedStep {
  readonly id?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly if?: string;
  readonly with?: Readonly<Record<string, unknown>>;
  readonly env?: Readonly<Record<string, string>>;
  readonly 'continue-on-error'?: unknown;
}

/** Our own, and those of the examples, which are also what `proofrail init` writes. */
export function shippedWorkflows(): ShippedWorkflow[] {
  const files = ['.github', 'examples'].flatMap((root) =>
    readdirSync(root, { recursive: true, encoding: 'utf8' }).map((name) => `${root}/${name}`),
  );
  return files
    .filter((file) => /(^|\/)\.github\/workflows\/[^/]+\.yml$/.test(file))
    .sort()
    .map((file) => {
      const text = readFileSync(file, 'utf8');
      return { ...(parse(text, { version: '1.2', strict: true }) as Omit<ShippedWorkflow, 'file' | 'text'>), file, text };
    });
}

export function workflowIn(workflows: readonly ShippedWorkflow[], file: string): ShippedWorkflow {
  const found = workflows.find((workflow) => workflow.file === file);
  if (found === undefined) throw new Error(`there is no ${file}`);
  return found;
}

export const stepsOf = ({ jobs }: ShippedWorkflow): ShippedStep[] => Object.values(jobs).flatMap(({ steps }) => steps ?? []);

/** Everything that a workflow makes run, with the line it stands on: the comment beside it matters too. */
export const usesLines = ({ text }: ShippedWorkflow): string[] => text.split('\n').filter((line) => /^\s*(- )?uses:/.test(line));
