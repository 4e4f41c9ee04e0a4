import { existsSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, it } from '@jest/globals';
import { startSeaweedFs, type SeaweedFs } from '@proofrail/testkit';

const cached = path.resolve(import.meta.dirname, '../../node_modules/.cache/seaweedfs/bin/weed');
const program = process.env['PROOFRAIL_WEED'] ?? cached;

/** Tests on a real S3 server, one for each file. Absent: skipped by name, or failed where everything is required (.ci/run). */
export function describeSeaweedFs(name: string, tests: (server: () => SeaweedFs) => void): void {
  if (existsSync(program)) return describe(name, () => tests(withServer()));
  if (process.env['PROOFRAIL_REQUIRE_ALL'] === '1')
    return describe(name, () => it('has SeaweedFS', () => Promise.reject(new Error(`${program} is missing: see ${INSTALL}`))));
  describe.skip(`${name}: SKIPPED, no ${program} (${INSTALL}, or set PROOFRAIL_WEED)`, () =>
    it('has SeaweedFS', () => undefined));
}

const INSTALL = 'tools/seaweedfs.sh installs it';

function withServer(): () => SeaweedFs {
  let server: SeaweedFs | undefined;
  beforeAll(async () => {
    server = await startSeaweedFs(program);
  });
  afterAll(() => server?.stop());
  return () => {
    if (server === undefined) throw new Error('SeaweedFS has not started');
    return server;
  };
}
