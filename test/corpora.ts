import { existsSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from '@jest/globals';

const root = process.env['PROOFRAIL_CORPORA'] ?? path.resolve(import.meta.dirname, '../../shared/corpora');
const required = process.env['PROOFRAIL_REQUIRE_ALL'] === '1' || process.env['PROOFRAIL_REQUIRE_CORPORA'] === '1';

/** The folder of one corpus, or null where this machine does not have it. */
export function corpus(name: string): string | null {
  const folder = path.join(root, name);
  return existsSync(folder) ? folder : null;
}

/** Tests over data that nobody here wrote. Absent: skipped by name, or failed where everything is required (.ci/run). */
export function describeCorpus(name: string, tests: (folder: string) => void): void {
  const folder = corpus(name);
  if (folder !== null) return describe(`corpus ${name}`, () => tests(folder));
  if (required)
    return describe(`corpus ${name}`, () =>
      it('is present', () => Promise.reject(new Error(`${name} is missing under ${root}`))));
  describe.skip(`corpus ${name}: SKIPPED, not found under ${root} (set PROOFRAIL_CORPORA)`, () =>
    it('is present', () => undefined));
}
