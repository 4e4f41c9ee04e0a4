import { existsSync } from 'node:fs';
import { describe, it } from '@jest/globals';

const binary = process.env['PROOFRAIL_ACT'] ?? '';
const required = process.env['PROOFRAIL_REQUIRE_ALL'] === '1';

/** Tests that need act, built from test/tools. Absent: skipped by name, or failed where everything is required (.ci/run). */
export function describeAct(name: string, tests: (act: string) => void): void {
  if (existsSync(binary)) return describe(name, () => tests(binary));
  if (required)
    return describe(name, () => it('has act', () => Promise.reject(new Error(`PROOFRAIL_ACT="${binary}" is no file`))));
  describe.skip(`${name}: SKIPPED, PROOFRAIL_ACT names no act`, () => it('has act', () => undefined));
}
