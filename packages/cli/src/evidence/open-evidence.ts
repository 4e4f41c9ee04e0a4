import { evidenceLog, type EvidenceLog, type Product } from '@proofrail/core/gate';
import type { Ledger, StreamId } from '@proofrail/core/ledger';
import type { IdentityTokens, ObjectStore } from '@proofrail/core/ports';
import {
  openErasableAttachments,
  openEvidence as openVouched,
  openLedger,
  pause,
  productVersion,
  randomness,
  type StoreOptions,
} from '@proofrail/machine';
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

export interface EvidenceOptions extends StoreOptions {
  readonly ledger: string;
  readonly key?: string;
  readonly attachments?: string;
}

/**
 * Opens a ledger for writing. Nothing is made before the first record, except a key where there was none. In a job that may ask the
 * platform who it is, and names no key, a key that lives for this run signs, and the platform vouches for it.
 *
 * @throws ConfigurationError `ledger/...`, `key/...`; UnavailableError `store/...`, `key/unavailable`
 */
export async function openEvidence(options: EvidenceOptions, session: Session): Promise<EvidenceDesk> {
  const store = await openLedger(options.ledger, options);
  const tokens = await platformTokens(options, session);
  if (tokens !== null) {
    const { keepingOf } = await import('@proofrail/runner/platform');
    const inputs = { ledger: options.ledger, signingKey: 'run', attachments: options.attachments ?? null };
    const log = await openVouched(inputs, tokens, keepingOf(options.ledger, session.env), options);
    return { store, product: PRODUCT, madeKey: null, log };
  }
  const { signer, made } = await findSigner(options, session);
  const ledger: Ledger = { store, signer, clock: session.clock, pause };
  const kept =
    options.attachments === undefined ? null : await openErasableAttachments(options.ledger, options.attachments, options);
  const log = (stream: StreamId): EvidenceLog => evidenceLog(ledger, stream, randomness, null, { by: 'ledger' }, kept);
  return { store, product: PRODUCT, madeKey: made, log };
}

/** Null outside of such a job, or where a key is named. */
export async function platformTokens({ key }: { readonly key?: string }, { env }: Session): Promise<IdentityTokens | null> {
  if (key !== undefined || (env['PROOFRAIL_KEY'] ?? '').trim() !== '' || !env['ACTIONS_ID_TOKEN_REQUEST_URL']) return null;
  const { identityTokens } = await import('@proofrail/runner/platform');
  return identityTokens(env, () => undefined); // nothing here ever prints one
}
