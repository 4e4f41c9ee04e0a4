import { parseStreamId } from '@proofrail/core/ledger';
import type { VerifyOptions } from '@proofrail/core/verification';
import type { ObjectStore } from '@proofrail/core/ports';
import { findAttachments, openLedger, type StoreOptions } from '@proofrail/machine';
import { daysByKind } from '../ledger/days-by-kind.ts';
import { requireLocks } from '../ledger/require-locks.ts';
import { readLedgerInputs } from '../ledger-inputs.ts';
import type { Session } from '../session.ts';
import { progressLine } from './progress-line.ts';
import { kindsIn, wantedRetention, type WantedRetention } from './wanted-retention.ts';

/** What a command line says about a verification. */
export interface VerifiableOptions extends StoreOptions {
  readonly ledger: string;
  readonly trust?: string;
  readonly attachments?: string;
  readonly receipt?: readonly string[];
  readonly stream?: string;
  readonly days?: number;
  readonly config?: string;
}

export interface Verifiable {
  readonly store: ObjectStore;
  /** For how long each object has to be locked; null: nobody asks. */
  readonly retention: WantedRetention | null;
  /** What the verifier brings along, and how it is told of progress. */
  readonly given: VerifyOptions;
}

/** A ledger and everything that it is held against, alike for each command that verifies. ConfigurationError for inputs that cannot be used. */
export async function openVerifiable(options: VerifiableOptions, session: Session): Promise<Verifiable> {
  const inputs = readLedgerInputs(options);
  const store = await openLedger(options.ledger, options);
  requireLocks(store, options.days);
  const attachments = await findAttachments(options.ledger, options.attachments ?? null, options);
  const places = attachments === null ? {} : { attachments };
  const trusted = { ...places, ...(inputs.trust === undefined ? {} : { trust: inputs.trust }) };
  const retention = await wantedRetention(options, { store, ...trusted });
  const kinds = kindsIn(retention);
  return {
    store,
    retention,
    given: {
      ...inputs,
      ...places,
      ...(options.stream === undefined ? {} : { stream: parseStreamId(options.stream, '--stream') }),
      ...(retention === null ? {} : { days: retention.days }),
      ...(kinds.length === 0 ? {} : { longer: { days: daysByKind(kinds), now: session.clock.now() } }),
      onProgress: progressLine(session),
    },
  };
}
