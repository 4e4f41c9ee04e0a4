import type { Finding } from '../../ledger/verify/finding.ts';
import type { LogHistory } from '../../ledger/verify/log-history.ts';
import { logKeysOf } from '../../ledger/trust/log-keys.ts';
import type { TrustFile } from '../../ledger/trust/trust-file.ts';
import type { ObjectStore, ObjectVersion } from '../../ports/object-store.ts';
import type { Baseline } from './baseline.ts';
import { OutsideCheck } from './outside/outside-check.ts';
import { lostRecords } from './lost-records.ts';
import { SealCheck, type HoldsRecord, type SeenStreams } from './seal-check.ts';
import { SealInventory } from './seal-inventory.ts';
import { SealReader } from './seal-reader.ts';
import type { SealStanding } from './seal-verification.ts';

export interface SealTask {
  readonly store: ObjectStore;
  /** Everything that lies under `v1/seals/`, by versions, in the order of the listing. */
  readonly listing: readonly ObjectVersion[];
  readonly streams: SeenStreams;
  readonly holds: HoldsRecord;
  readonly trust: TrustFile | undefined;
  /** Null: from the first plan. */
  readonly since: Baseline | null;
}

export interface VerifiedSeals {
  readonly seal: SealStanding;
  readonly findings: readonly Finding[];
  readonly log: LogHistory;
}

/** Verifies the log of a ledger against its streams. Findings are answers, not errors. */
export async function verifySeals(task: SealTask): Promise<VerifiedSeals> {
  const inventory = new SealInventory(task.listing);
  const reader = new SealReader(task.store, inventory);
  const keys = task.trust === undefined ? null : logKeysOf(task.trust);
  const outside = new OutsideCheck(reader, inventory, task.trust);
  const check = new SealCheck(
    { reader, inventory, outside },
    { streams: task.streams, holds: task.holds, keys, since: task.since },
  );
  await check.run();
  const lost = await lostRecords(task.store, check.lost);
  if (check.newest !== null) outside.reportGaps(check.newest.n);
  return { seal: check.newest ?? { state: 'broken' }, findings: [...reader.findings, ...lost], log: check.log };
}
