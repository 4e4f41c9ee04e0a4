import { recordedReasons, type RecordedReasons, type UnverifiedLedger } from '@proofrail/audit/cloudtrail';
import type { TrustFile } from '@proofrail/core/ledger';
import { verifyOnAllCores } from '@proofrail/machine';
import type { Session } from '../session.ts';
import { openVerifiable } from '../verify/open-verifiable.ts';
import type { CloudTrailCheckOptions } from './check-cloudtrail.ts';

/** What trusted keys have recorded, if the ledger verifies as `verify --accept-acknowledged` verifies it: a broken one is no witness. */
export async function reasonsIn(
  options: CloudTrailCheckOptions,
  trust: TrustFile,
  session: Session,
): Promise<RecordedReasons | UnverifiedLedger> {
  const { store, given } = await openVerifiable(options, session);
  const { outcome } = await verifyOnAllCores(store, { ...given, now: session.clock.now(), acceptAcknowledged: true });
  if (outcome === 'tampered' || outcome === 'unavailable') return { unverified: outcome, ledger: store.uri };
  return recordedReasons(store, trust, given.attachments ?? null);
}
