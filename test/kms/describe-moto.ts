import { existsSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, it } from '@jest/globals';
import { startMoto, type Moto } from '@proofrail/testkit';

const cached = path.resolve(import.meta.dirname, '../../node_modules/.cache/moto/bin/moto_server');
const program = process.env['PROOFRAIL_MOTO'] ?? cached;
const INSTALL = 'tools/moto.sh installs it';

/** Tests on moto, one server for each file. Absent: skipped by name, or failed where everything is required (.ci/run). */
export function describeMoto(name: string, tests: (server: () => Moto) => void): void {
  if (existsSync(program)) return describe(name, () => tests(withServer()));
  if (process.env['PROOFRAIL_REQUIRE_ALL'] === '1')
    return describe(name, () => it('has moto', () => Promise.reject(new Error(`${program} is missing: see ${INSTALL}`))));
  describe.skip(`${name}: SKIPPED, no ${program} (${INSTALL}, or set PROOFRAIL_MOTO)`, () => it('has moto', () => undefined));
}

function withServer(): () => Moto {
  let server: Moto | undefined;
  beforeAll(async () => {
    server = await startMoto(program);
  }, 200_000);
  afterAll(() => server?.stop());
  return () => {
    if (server === undefined) throw new Error('moto has not started');
    return server;
  };
}
