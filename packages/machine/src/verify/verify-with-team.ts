import { KeptCheck } from '@proofrail/core/ledger';
import { verifyLedger, type Verification, type VerifyOptions } from '@proofrail/core/verification';
import type { ObjectStore } from '@proofrail/core/ports';
import { InspectorTeam } from './inspector-team.ts';

/** verifyLedger on all cores: this thread keeps the count, and reads and checks beside others. Same answer, same errors. */
export async function verifyWithTeam(store: ObjectStore, options: Omit<VerifyOptions, 'reading'> = {}): Promise<Verification> {
  const { trust = null, attachments = null, days = 0, longer } = options;
  const kinds = Object.keys(longer?.days ?? {});
  const kept = KeptCheck.of(store, days);
  // Started before the ledger is listed: its threads load while this one counts.
  const team = await InspectorTeam.start({ ledger: store, attachments, trust, days, kinds }, kept);
  if (team === null) return verifyLedger(store, options);
  try {
    return await verifyLedger(store, { ...options, reading: { kept, inspector: team } });
  } finally {
    await team.close();
  }
}
