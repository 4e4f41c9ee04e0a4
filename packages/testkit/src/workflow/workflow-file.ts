import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { repositoryRoot } from '../runner/repository-root.ts';

export type Permissions = Readonly<Record<string, string>>;

export interface WorkflowFile {
  readonly on: { readonly workflow_call?: WorkflowCall | null };
  readonly permissions: Permissions;
  readonly jobs: Readonly<Record<string, WorkflowJob>>;
}

export interface WorkflowCall {
  readonly inputs?: Readonly<Record<string, { readonly required?: boolean; readonly default?: unknown }>>;
}

export interface WorkflowJob {
  readonly uses?: string;
  readonly with?: Readonly<Record<string, unknown>>;
  readonly needs?: string | readonly string[];
  readonly if?: string;
  readonly permissions?: Permissions;
  readonly outputs?: Readonly<Record<string, string>>;
  readonly steps?: readonly WorkflowStep[];
}

export interface WorkflowStep {
  readonly id?: string;
  readonly name?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly if?: string;
  readonly with?: Readonly<Record<string, unknown>>;
  readonly env?: Readonly<Record<string, unknown>>;
}

const KEYS = {
  workflow: ['name', 'on', 'permissions', 'jobs'],
  call: ['inputs'],
  job: ['name', 'runs-on', 'timeout-minutes', 'uses', 'with', 'needs', 'if', 'permissions', 'outputs', 'steps'],
  step: ['id', 'name', 'uses', 'run', 'shell', 'if', 'with', 'env'],
} as const;

/** A workflow of this repository. A key whose meaning the harness does not carry out is an error, not a detail. */
export function readWorkflowFile(file: string): WorkflowFile {
  const document = parse(readFileSync(path.join(repositoryRoot, file), 'utf8')) as WorkflowFile;
  requireKnown(document, 'workflow', file);
  requireKnown(document.on.workflow_call ?? {}, 'call', `${file}: workflow_call`);
  for (const [id, job] of Object.entries(document.jobs)) {
    requireKnown(job, 'job', `${file}: ${id}`);
    for (const step of job.steps ?? []) requireKnown(step, 'step', `${file}: ${id}`);
  }
  return document;
}

function requireKnown(found: object, kind: keyof typeof KEYS, where: string): void {
  const known: readonly string[] = KEYS[kind];
  const unknown = Object.keys(found).filter((key) => !known.includes(key));
  if (unknown.length > 0) throw new Error(`${where}: the harness does not carry out ${unknown.join(', ')}`);
}
