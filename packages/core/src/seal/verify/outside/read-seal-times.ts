import { sha256 } from '../../../canonical/digest.ts';
import type { Finding } from '../../../ledger/verify/finding.ts';
import type { SealTimes } from '../../../ledger/verify/seal-times.ts';
import { logKeysOf } from '../../../ledger/trust/log-keys.ts';
import type { TrustFile } from '../../../ledger/trust/trust-file.ts';
import type { ObjectStore, ObjectVersion } from '../../../ports/object-store.ts';
import { checkSignatures } from '../check-signatures.ts';
import { follows, parsePlan, type PlacedPlan } from '../../../ledger/seals/plan.ts';
import { FollowedLog } from '../followed-log.ts';
import { SealInventory } from '../seal-inventory.ts';
import { bodyKey, planKey } from '../../../ledger/seals/seal-layout.ts';
import { SealReader } from '../seal-reader.ts';
import { OutsideCheck } from './outside-check.ts';

/**
 * By when what was sealed, as the seals say it that a key of the log signed and for whose time an outsider vouches. Whether each seal is
 * what follows from the slots is another question, asked once the streams are read: where it is not, that is a finding by itself. The
 * findings of this reading are made again there.
 */
export async function readSealTimes(
  store: ObjectStore,
  listing: readonly ObjectVersion[],
  trust: TrustFile,
  onFinding: (finding: Finding) => void,
): Promise<SealTimes> {
  const inventory = new SealInventory(listing);
  const reader = new SealReader(store, inventory);
  const outside = new OutsideCheck(reader, inventory, trust);
  const keys = logKeysOf(trust);
  const log = new FollowedLog(0);
  const timeOf = async (n: number): Promise<number | null> => {
    const bytes = await reader.read(bodyKey(n));
    const body = bytes === null ? null : Buffer.from(bytes).toString();
    if (body === null || (await checkSignatures(reader, inventory, { n, body, keys })).length === 0) return null;
    await outside.visit(n, body);
    return outside.timeOf(n);
  };
  let previous: PlacedPlan | null = null;
  for (let n = 1; n <= inventory.newest; n++) {
    previous = await nextPlan(reader, n, previous);
    if (previous === null) break;
    log.enter(previous.plan, await timeOf(n));
  }
  reader.findings.forEach((one) => onFinding(one));
  return log;
}

async function nextPlan(reader: SealReader, n: number, previous: PlacedPlan | null): Promise<PlacedPlan | null> {
  const bytes = await reader.read(planKey(n));
  const plan = bytes === null ? null : parsePlan(bytes);
  return bytes !== null && plan !== null && follows(plan, previous) ? { plan, digest: sha256(bytes) } : null;
}
