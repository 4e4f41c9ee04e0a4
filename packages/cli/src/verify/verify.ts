import type { Finding, Verification } from '@proofrail/core/ledger';
import type { ObjectStore } from '@proofrail/core/ports';
import type { Baseline } from '@proofrail/core/seal';
import { MOST_BYTES, readBoundedFile, verifyOnAllCores } from '@proofrail/machine';
import type { Answer } from '../answer.ts';
import type { VerifyOptions } from '../commands/verify.ts';
import { withRole } from '../evidence/with-role.ts';
import type { Session } from '../session.ts';
import { logKeys } from './log-keys.ts';
import { openVerifiable } from './open-verifiable.ts';
import type { WantedRetention } from './wanted-retention.ts';
import { verificationText } from './verification-text.ts';

const HOUR = 3_600_000; // milliseconds

/** Verifies a ledger; findings are the answer, not an error. ConfigurationError for inputs that cannot be used. */
export async function verify(asked: VerifyOptions, session: Session): Promise<Answer> {
  const options = await withRole(asked, session);
  const { store, retention, given } = await openVerifiable(options, session);
  const since = options.since === undefined ? {} : { since: await readBaseline(store, options.since, options) };
  const verification = await verifyOnAllCores(store, {
    ...given,
    ...since,
    ...(options.sealedWithin === undefined ? {} : { sealedWithin: options.sealedWithin * HOUR }),
    now: session.clock.now(),
    acceptAcknowledged: options.acceptAcknowledged ?? false,
  });
  return {
    outcome: verification.outcome,
    json: verificationJson(verification, retention),
    text: (page) => verificationText(verification, retention, page),
  };
}

/** Where an earlier verification ended: a checkpoint that somebody kept, or a seal by its number, which the log key alone vouches for. */
async function readBaseline(store: ObjectStore, since: string, { trust }: VerifyOptions): Promise<Baseline> {
  const { openBaseline, readCheckpoint } = await import('@proofrail/core/seal');
  const kept = /^[1-9][0-9]{0,15}$/.test(since)
    ? await readCheckpoint(store, Number(since))
    : readBoundedFile(since, { most: MOST_BYTES.trust });
  return openBaseline(store, kept, logKeys(trust === undefined ? {} : { trust }));
}

/** Shared with `report`. Trust comes first: everything after it means only as much as that line says. */
export function verificationJson(
  { trust, ledger, assurance, order, streams, receipts, since, seal, findings }: Verification,
  retention: WantedRetention | null,
): Record<string, unknown> {
  return { trust, ledger, assurance, order, retention, receipts, since, seal, streams, findings: findings.map(findingJson) };
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
