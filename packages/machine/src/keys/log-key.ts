import { publicKeyFromPem, type PublicKey } from '@proofrail/core/canonical';
import { ConfigurationError } from '@proofrail/core/outcomes';
import type { ObjectStore, Signer } from '@proofrail/core/ports';
import { originOfLog } from '@proofrail/core/seal';
import { logKey, type NoteKey } from '@proofrail/core/tlog';
import { loadSigner } from './load-signer.ts';
import { requireLogName } from './require-log-name.ts';
import type { StoreOptions } from '../buckets/store-options.ts';

export interface LogSigner {
  readonly signer: Signer;
  /** The public half, under the name of the log. */
  readonly key: NoteKey;
}

/** A log key as it was handed over. */
export interface AskedLogKey {
  /** The path of a key file, the key itself in PEM, or `awskms:///ARN`. */
  readonly logKey: string;
  /** The name of the log; null: the one that it has. */
  readonly origin: string | null;
}

/** Where each was handed over, for messages: the key itself never enters one. */
export type LogKeyPlaces = Readonly<Record<keyof AskedLogKey, string>>;

/**
 * The key that signs the checkpoints of a ledger's log. It is no key for records: whoever writes evidence must not be able to seal it.
 *
 * @throws ConfigurationError `seal/origin`, and what `loadSigner` throws
 */
export async function loadLogKey(
  store: ObjectStore,
  { logKey: given, origin }: AskedLogKey,
  at: LogKeyPlaces,
  options?: StoreOptions,
): Promise<LogSigner> {
  const name = origin ?? (await originOfLog(store));
  if (name === null) throw nameless(at.origin);
  const signer = await loadSigner(given, at.logKey, options);
  return { signer, key: logKeyOf(name, publicKeyFromPem(signer.publicPem, at.logKey), at.origin) };
}

/** @throws ConfigurationError `seal/origin` */
export function logKeyOf(origin: string, publicKey: PublicKey, at: string): NoteKey {
  requireLogName(origin, at);
  return logKey(origin, publicKey);
}

const nameless = (at: string): ConfigurationError =>
  new ConfigurationError('seal/origin', {
    expected: 'a name for the log at its first seal',
    found: 'nothing',
    at,
    doThis: 'Name it under a domain of yours, such as example.org/evidence; trust files pin it.',
  });
