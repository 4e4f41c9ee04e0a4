import { parseStreamId, type VerifyOptions } from '@proofrail/core/ledger';
import type { ObjectStore } from '@proofrail/core/ports';
import { findAttachments, openLedger, type StoreOptions } from '@proofrail/machine';
import { readLedgerInputs } from '../ledger-inputs.ts';
import type { Session } from '../session.ts';
import { progressLine } from './progress-line.ts';

/** What a command line says about a verification. */
export interface VerifiableOptions extends StoreOptions {
  readonly ledger: string;
  readonly trust?: string;
  readonly attachments?: string;
  readonly receipt?: readonly string[];
  readonly stream?: string;
  readonly days?: number;
}

export interface Verifiable {
  readonly store: ObjectStore;
  /** What the verifier brings along, and how it is told of progress. */
  readonly given: VerifyOptions;
}

/** A ledger and everything that it is held against, alike for each command that verifies. ConfigurationError for inputs that cannot be used. */
export async function openVerifiable(options: VerifiableOptions, session: Session): Promise<Verifiable> {
  const inputs = readLedgerInputs(options);
  const store = await openLedger(options.ledger, options);
  const attachments = await findAttachments(options.ledger, options.attachments ?? null, options);
  return {
    store,
    given: {
      ...inputs,
      ...(attachments === null ? {} : { attachments }),
      ...(options.stream === undefined ? {} : { stream: parseStreamId(options.stream, '--stream') }),
      ...(options.days === undefined ? {} : { days: options.days }),
      onProgress: progressLine(session),
    },
  };
}
