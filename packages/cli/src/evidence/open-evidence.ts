import { evidenceLog, type EvidenceLog, type Product } from '@proofrail/core/gate';
import type { Ledger, StreamId } from '@proofrail/core/ledger';
import { openLedger, productVersion, randomness, type StoreOptions } from '@proofrail/machine';
import type { ObjectStore } from '@proofrail/core/ports';
import type { Session } from '../session.ts';
import { findSigner } from './find-signer.ts';

/** A ledger that this run may write to. */
export interface EvidenceDesk {
  readonly product: Product;
  readonly store: ObjectStore;
  /** Where the key lies that was made for this ledger because nobody named one; null when somebody did. */
  readonly madeKey: string | null;
  log(stream: StreamId): EvidenceLog;
}

const PRODUCT: Product = { name: 'proofrail-cli', version: productVersion };

/** Opens a ledger for writing. Nothing is made before the first record, except a key where there was none. */
export async function openEvidence(
  options: StoreOptions & { readonly ledger: string; readonly key?: string },
  session: Session,
): Promise<EvidenceDesk> {
  const store = await openLedger(options.ledger, options);
  const { signer, made } = findSigner(options, session);
  const ledger: Ledger = { store, signer, clock: session.clock, pause };
  return { store, product: PRODUCT, madeKey: made, log: (stream) => evidenceLog(ledger, stream, randomness) };
}

const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));
