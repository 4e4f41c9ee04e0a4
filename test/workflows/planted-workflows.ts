import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { WorkflowFile } from '@proofrail/core/workflows';

const HERE = import.meta.dirname;

export interface PlantedWorkflows {
  readonly files: readonly WorkflowFile[];
  /** Names of required checks: `# required: NAME` in any of the files. */
  readonly required: readonly string[] | null;
  /** `file:line` of every line that says `# here`; twice for two findings. */
  readonly marked: readonly string[];
}

/** Each code of a finding has a folder with workflows that have the fault, and their twins that do not. */
export const plantedCodes = (): string[] =>
  readdirSync(HERE, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);

export function plantedWorkflows(code: string, kind: 'planted' | 'clean'): PlantedWorkflows {
  const folder = path.join(HERE, code, kind);
  const files = readdirSync(folder).map((file) => ({ file, text: readFileSync(path.join(folder, file), 'utf8') }));
  const required = files.flatMap(({ text }) => [...text.matchAll(/^# required: (.+)$/gm)].flatMap(([, name]) => name ?? []));
  const marked = files.flatMap(({ file, text }) =>
    text.split('\n').flatMap((line, index) => {
      const [, marks = ''] = /# ((here ?)+)$/.exec(line) ?? [];
      return marks.split(' ').flatMap((mark) => (mark === '' ? [] : [`${file}:${index + 1}`]));
    }),
  );
  return { files, required: required.length === 0 ? null : required, marked };
}
