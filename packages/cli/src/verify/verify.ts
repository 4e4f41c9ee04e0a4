import { trustText, type Finding } from '@proofrail/core/ledger';
import type { Verification } from '@proofrail/core/verification';
import type { ObjectStore } from '@proofrail/core/ports';
import type { Baseline } from '@proofrail/core/seal';
import { verifyOnAllCores } from '@proofrail/machine';
import type { Answer } from '../answer.ts';
import type { VerifyOptions } from './declare-verify.ts';
import { withRole } from '../evidence/with-role.ts';
import { requireStream } from '../ledger/require-stream.ts';
import type { Session } from '../session.ts';
import { openVerifiable } from './open-verifiable.ts';
import { kindsIn, type WantedRetention } from './wanted-retention.ts';
import { verificationText } from './verification-text.ts';

const HOUR = 3_600_000; // milliseconds

/** Verifies a ledger; findings are the answer, not an error. ConfigurationError for inputs that cannot be used. */
export async function verify(asked: VerifyOptions, session: Session): Promise<Answer> {
  const options = await withRole(asked, session);
  const { store, retention, given } = await openVerifiable(options, session);
  const verification = await verifyOnAllCores(store, {
    ...given,
    ...(await startingAt(store, options)),
    ...(options.sealedWithin === undefined ? {} : { sealedWithin: options.sealedWithin * HOUR }),
    now: session.clock.now(),
    acceptAcknowledged: options.acceptAcknowledged ?? false,
  });
  await requireStream(store, options.stream, verification);
  return {
    outcome: verification.outcome,
    json: verificationJson(verification, retention),
    text: (page) => verificationText(verification, retention, page),
  };
}

async function startingAt(store: ObjectStore, { since, trust }: VerifyOptions): Promise<{ since?: Baseline }> {
  if (since === undefined) return {};
  const { readBaseline } = await import('./read-baseline.ts'); // it brings the reading of the log
  return { since: await readBaseline(store, since, trust) };
}

/** Shared with `report`. Trust comes first: everything after it means only as much as that line says. */
export function verificationJson(
  { trust, ledger, assurance, order, streams, receipts, since, seal, waiting, findings }: Verification,
  retention: WantedRetention | null,
): Record<string, unknown> {
  return {
    trust: trustText(trust),
    ledger,
    assurance,
    order,
    retention: kindsIn(retention).length === 0 ? retention : { ...retention, waiting },
    receipts,
    since,
    seal,
    streams,
    findings: findings.map(findingJson),
  };
}

export const findingJson = ({ kind, code, stream, slot, position, key, detail, found, digest, acknowledged }: Finding) => ({
  kind,
  code,
  stream,
  slot,
  position,
  key,
  detail,
  found,
  digest,
  acknowledged,
});
