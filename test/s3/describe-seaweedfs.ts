import { existsSync } from 'node:fs';
import { afterAll, beforeAll, describe, it } from '@jest/globals';
import { startSeaweedFs, type SeaweedFs } from '@proofrail/testkit';
import { WEED } from './weed.ts';

/** Tests on a real S3 server, one for each file. Absent: skipped by name, or failed where everything is required (.ci/run). */
export function describeSeaweedFs(name: string, tests: (server: () => SeaweedFs) => void): void {
  if (existsSync(WEED)) return describe(name, () => tests(withServer()));
  if (process.env['PROOFRAIL_REQUIRE_ALL'] === '1')
    return describe(name, () => it('has SeaweedFS', () => Promise.reject(new Error(`${WEED} is missing: see ${INSTALL}`))));
  describe.skip(`${name}: SKIPPED, no ${WEED} (${INSTALL}, or set PROOFRAIL_WEED)`, () => it('has SeaweedFS', () => undefined));
}

const INSTALL = 'tools/seaweedfs.sh installs it';

function withServer(): () => SeaweedFs {
  let server: SeaweedFs | undefined;
  beforeAll(async () => {
    server = await startSeaweedFs(WEED);
  });
  afterAll(() => server?.stop());
  return () => {
    if (server === undefined) throw new Error('SeaweedFS has not started');
    return server;
  };
}
