import { existsSync } from 'node:fs';
import { describe, it } from '@jest/globals';
import { EVERYTHING_IS_REQUIRED } from '../required-run.ts';

/** What tests need of others and a machine may lack: a program, a server, a corpus. */
export interface Need {
  /** For people: `moto`, `a native opa`. */
  readonly name: string;
  /** The file or folder that it is; empty: nothing says where. */
  readonly path: string;
  /** How to get it, or how to say where it is. */
  readonly install: string;
  readonly required?: boolean;
}

/** Tests that need something of others. Absent: skipped by name, or failed where everything is required (.ci/run). */
export function describeWith(need: Need, name: string, tests: () => void): void {
  const { path, install, required = EVERYTHING_IS_REQUIRED } = need;
  if (existsSync(path)) return describe(name, tests);
  const missing = `no ${path === '' ? need.name : path} (${install})`;
  const has = `has ${need.name}`;
  if (required) return describe(name, () => it(has, () => Promise.reject(new Error(missing))));
  describe.skip(`${name}: SKIPPED, ${missing}`, () => it(has, () => undefined));
}
