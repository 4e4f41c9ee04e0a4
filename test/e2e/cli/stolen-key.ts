import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect } from '@jest/globals';
import type { TrustFile } from '@proofrail/core/ledger';
import { FakeTimeAuthority, startFakeTimeAuthority } from '@proofrail/testkit';
import type { Workspace } from '../material/workspace.ts';
import { proofrail, type Ended } from './proofrail.ts';

const ORIGIN = 'example.org/evidence';

/** A command line, and how it has to end. */
export type Step = readonly [argv: readonly string[], code: number];

/**
 * Gives a story: what is recorded before, then a seal with the word of a time authority, then the theft of the records' key, and what is
 * recorded later by it. `trust.json` says all of it. The story gives back how many records are sealed.
 */
export function storiesOfATheft(): (workspace: Workspace, before: readonly Step[], later?: readonly Step[]) => Promise<number> {
  const authority = new FakeTimeAuthority('time.example', { now: () => Date.now() });
  let tsa: Awaited<ReturnType<typeof startFakeTimeAuthority>>;
  beforeAll(async () => void (tsa = await startFakeTimeAuthority(authority)));
  afterAll(() => tsa.close());
  return async (workspace, before, later = []) => {
    const run = (...argv: readonly string[]): Promise<Ended> => proofrail([...argv], { cwd: workspace.folder });
    const take = async (steps: readonly Step[]): Promise<void> => {
      for (const [argv, code] of steps) expect([argv, (await run(...argv)).code]).toEqual([argv, code]);
    };
    await take(before);
    await run('keys', 'new', '--out', 'log.key', '--trust', 'log.trust.json');
    const log = ['--log-key', 'log.key', '--origin', ORIGIN, '--tsa', tsa.url];
    const sealed = await run('seal', '--ledger', 'file:./ledger', ...log, '--json');
    const { log_key: logKey, records } = sealed.json<{ log_key: string; records: number }>();
    const compromised_from = new Date(Date.now() + 2_000).toISOString(); // a time authority tells whole seconds
    await take(later);
    const trust = JSON.parse(readFileSync(workspace.path('ledger.trust.json'), 'utf8')) as TrustFile;
    const record_keys = trust.record_keys.map((key) => ({ ...key, compromised_from }));
    const outside = { log_keys: [logKey], time_authorities: [authority.entry] };
    workspace.write('trust.json', JSON.stringify({ ...trust, origin: ORIGIN, record_keys, ...outside }));
    return records;
  };
}
