import { existsSync } from 'node:fs';
import { afterAll, beforeAll, describe, it } from '@jest/globals';

export interface RealServer<Running extends { stop(): Promise<void> }> {
  readonly name: string;
  readonly program: string;
  /** What to do where the program is not there. */
  readonly install: string;
  readonly start: (program: string) => Promise<Running>;
}

const START_MILLISECONDS = 240_000; // three attempts of a minute, on a machine that does other things too

/** Tests on a real S3 server, one for each file. Absent: skipped by name, or failed where everything is required (.ci/run). */
export function describeRealServer<Running extends { stop(): Promise<void> }>(
  { name: server, program, install, start }: RealServer<Running>,
  name: string,
  tests: (running: () => Running) => void,
): void {
  if (existsSync(program)) return describe(name, () => tests(started(server, () => start(program))));
  const missing = `no ${program === '' ? server : program} (${install})`;
  if (process.env['PROOFRAIL_REQUIRE_ALL'] === '1')
    return describe(name, () => it(`has ${server}`, () => Promise.reject(new Error(missing))));
  describe.skip(`${name}: SKIPPED, ${missing}`, () => it(`has ${server}`, () => undefined));
}

function started<Running extends { stop(): Promise<void> }>(name: string, start: () => Promise<Running>): () => Running {
  let server: Running | undefined;
  beforeAll(async () => {
    server = await start();
  }, START_MILLISECONDS);
  afterAll(() => server?.stop());
  return () => {
    if (server === undefined) throw new Error(`${name} has not started`);
    return server;
  };
}
