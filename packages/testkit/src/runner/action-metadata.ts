import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { repositoryRoot } from './repository-root.ts';

export interface ActionInput {
  readonly description: string;
  readonly required: boolean;
  readonly default: string | null;
}

export interface ActionMetadata {
  readonly name: string;
  readonly description: string;
  readonly inputs: Readonly<Record<string, ActionInput>>;
  readonly outputs: Readonly<Record<string, { readonly description: string }>>;
  /** Absolute path of the built file that `runs.main` points at; its namesake in PROOFRAIL_DIST, where another build is to be tested. */
  readonly main: string;
  readonly using: string;
}

/** The action's own action.yml, as shipped. */
export function readActionMetadata(action: string): ActionMetadata {
  const folder = path.join(repositoryRoot, 'actions', action);
  const document = parse(readFileSync(path.join(folder, 'action.yml'), 'utf8')) as RawMetadata;
  const inputs = Object.entries(document.inputs ?? {}).map(([name, input]) => [name, inputOf(input)] as const);
  const outputs = Object.entries(document.outputs ?? {}).map(
    ([name, output]) => [name, { description: output.description ?? '' }] as const,
  );
  return {
    name: document.name,
    description: document.description,
    inputs: Object.fromEntries(inputs),
    outputs: Object.fromEntries(outputs),
    main: path.join(
      process.env['PROOFRAIL_DIST'] ?? path.join(folder, path.dirname(document.runs.main)),
      path.basename(document.runs.main),
    ),
    using: document.runs.using,
  };
}

interface RawMetadata {
  readonly name: string;
  readonly description: string;
  readonly inputs?: Readonly<Record<string, RawInput>>;
  readonly outputs?: Readonly<Record<string, { readonly description?: string }>>;
  readonly runs: { readonly using: string; readonly main: string };
}

interface RawInput {
  readonly description?: string;
  readonly required?: boolean;
  readonly default?: unknown;
}

const inputOf = (input: RawInput): ActionInput => ({
  description: input.description ?? '',
  required: input.required ?? false,
  default: input.default === undefined ? null : String(input.default),
});
