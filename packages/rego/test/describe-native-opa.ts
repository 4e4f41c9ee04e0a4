import { existsSync } from 'node:fs';
import { describe, it } from '@jest/globals';

const binary = process.env['PROOFRAIL_OPA'] ?? '';
const required = process.env['PROOFRAIL_REQUIRE_ALL'] === '1';

/** Tests that compare with a native opa built from test/tools. Absent: skipped by name, or failed where everything is required (.ci/run). */
export function describeNativeOpa(name: string, tests: (opa: string) => void): void {
  if (existsSync(binary)) return describe(name, () => tests(binary));
  if (required)
    return describe(name, () => it('has a native opa', () => Promise.reject(new Error(`PROOFRAIL_OPA="${binary}" is no file`))));
  describe.skip(`${name}: SKIPPED, PROOFRAIL_OPA names no native opa`, () => it('has a native opa', () => undefined));
}
