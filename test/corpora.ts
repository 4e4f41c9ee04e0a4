import { existsSync } from 'node:fs';
import path from 'node:path';
import { describeWith } from './needs/describe-with.ts';
import { EVERYTHING_IS_REQUIRED } from './required-run.ts';

const root = process.env['PROOFRAIL_CORPORA'] ?? path.resolve(import.meta.dirname, '../../shared/corpora');
const required = EVERYTHING_IS_REQUIRED || process.env['PROOFRAIL_REQUIRE_CORPORA'] === '1';

/** The folder of one corpus, or null where this machine does not have it. */
export function corpus(name: string): string | null {
  const folder = path.join(root, name);
  return existsSync(folder) ? folder : null;
}

/** Tests over data that nobody here wrote. */
export function describeCorpus(name: string, tests: (folder: string) => void): void {
  const folder = path.join(root, name);
  const need = { name: `the corpus ${name}`, path: folder, install: 'set PROOFRAIL_CORPORA', required };
  describeWith(need, `corpus ${name}`, () => tests(folder));
}
