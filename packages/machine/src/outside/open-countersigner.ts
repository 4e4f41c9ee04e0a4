import { publicKeyFromPem } from '@proofrail/core/canonical';
import type { Countersigner } from '@proofrail/core/countersign';
import { evidenceLog, type Product } from '@proofrail/core/gate';
import type { StreamId } from '@proofrail/core/ledger';
import { ConfigurationError } from '@proofrail/core/outcomes';
import type { Clock, ObjectStore } from '@proofrail/core/ports';
import { loadSigner } from '../keys/load-signer.ts';
import { openAttachments } from '../ledger/open-attachments.ts';
import { randomness } from '../process/randomness.ts';
import type { StoreOptions } from '../buckets/store-options.ts';
import { httpIssuer } from './http-issuer.ts';

/** Whom a sealer asks for keys, and by which key it says what it learnt. */
export interface AskedIssuers {
  /** Each the name of an issuer; behind it, for one on this machine, where it listens. */
  readonly issuers: readonly string[];
  /** The path of a key file, the key in PEM, or `awskms:///ARN`; empty: none. */
  readonly key: string;
  /** URI of the ledger, and of the store of tokens; null: beside the ledger. */
  readonly ledger: string;
  readonly attachments: string | null;
  /** Which receipts to look at. */
  readonly receipts: Countersigner['receipts'];
  /** Where the sealer records what it fetched; null: nobody said. */
  readonly stream: StreamId | null;
}

/** Where each was handed over, for messages. */
export type IssuerPlaces = Readonly<Record<'issuers' | 'key' | 'stream', string>>;

export interface SealingLedger {
  readonly store: ObjectStore;
  readonly clock: Clock;
  readonly product: Product;
  /** The id of the log key, which must not be the key of records. */
  readonly logKeyId: string;
  readonly pause: (milliseconds: number) => Promise<void>;
}

/**
 * What a sealer needs to countersign; null: it was told no issuer.
 *
 * @throws ConfigurationError `issuer/address`, `issuer/none`, `issuer/no-key`, `issuer/no-stream`, `ledger/attachments`, and what `loadSigner` throws
 */
export async function openCountersigner(
  { issuers, key, ledger, attachments, receipts, stream }: AskedIssuers,
  at: IssuerPlaces,
  { store, clock, product, logKeyId, pause }: SealingLedger,
  options: StoreOptions = {},
): Promise<Countersigner | null> {
  if (issuers.length === 0 && key === '' && receipts === 'new') return null;
  if (issuers.length === 0)
    throw missing('issuer/none', 'whom to ask for keys, where there is something to countersign', at.issuers);
  const asked = issuers.map((text) => httpIssuer(text, at.issuers));
  if (key === '') throw missing('issuer/no-key', 'a key by which the sealer says what it fetched and checked', at.key);
  if (stream === null) throw missing('issuer/no-stream', 'the stream in which it records the keys that it fetched', at.stream);
  const signer = await loadSigner(key, at.key, options);
  if (signer.keyId === logKeyId) throw oneKey(at.key);
  const log = evidenceLog({ store, signer, clock, pause }, stream, randomness);
  return {
    signer,
    publicKey: publicKeyFromPem(signer.publicPem, at.key),
    stream,
    evidence: log,
    issuers: asked,
    receipts,
    attachments: await openAttachments(ledger, attachments, options),
    product,
  };
}

const missing = (code: 'issuer/none' | 'issuer/no-key' | 'issuer/no-stream', expected: string, at: string): ConfigurationError =>
  new ConfigurationError(code, { expected, found: 'nothing', at, doThis: 'See docs/sealing.md, "Tokens that may be erased".' });

const oneKey = (at: string): ConfigurationError =>
  new ConfigurationError('issuer/no-key', {
    expected: 'another key than that of the log, which signs checkpoints alone',
    found: 'the key of the log',
    at,
    doThis: 'Make a key of its own with "proofrail keys new", and let the trust file name it under "sealer".',
  });
