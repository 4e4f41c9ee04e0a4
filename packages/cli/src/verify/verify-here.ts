import type { Verification } from '@proofrail/core/verification';
import type { ObjectStore } from '@proofrail/core/ports';
import type { Baseline } from '@proofrail/core/seal';
import { verifyOnAllCores } from '@proofrail/machine';
import { withRole } from '../evidence/with-role.ts';
import { requireStream } from '../ledger/require-stream.ts';
import type { Session } from '../session.ts';
import type { VerifyOptions } from './declare-verify.ts';
import { openVerifiable } from './open-verifiable.ts';
import type { WantedRetention } from './wanted-retention.ts';

const HOUR = 3_600_000; // milliseconds

/** All that `verify` has to say; it can cross from one thread to another. */
export interface Verified {
  readonly verification: Verification;
  readonly retention: WantedRetention | null;
}

/** Opens a ledger in this thread and verifies it. ConfigurationError for inputs that cannot be used. */
export async function verifyHere(asked: VerifyOptions, session: Session): Promise<Verified> {
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
  return { verification, retention };
}

async function startingAt(store: ObjectStore, { since, trust }: VerifyOptions): Promise<{ since?: Baseline }> {
  if (since === undefined) return {};
  const { readBaseline } = await import('./read-baseline.ts'); // it brings the reading of the log
  return { since: await readBaseline(store, since, trust) };
}
