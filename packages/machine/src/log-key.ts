import { publicKeyFromPem, type PublicKey } from '@proofrail/core/canonical';
import { ConfigurationError } from '@proofrail/core/outcomes';
import type { Signer } from '@proofrail/core/ports';
import { isKeyName, logKey, type NoteKey } from '@proofrail/core/tlog';
import { loadSigner } from './load-signer.ts';
import type { StoreOptions } from './store-options.ts';

export interface LogSigner {
  readonly signer: Signer;
  /** The public half, under the name of the log. */
  readonly key: NoteKey;
}

/**
 * The key that signs the checkpoints of a log: the path of a key file, the key itself in PEM, or `awskms:///ARN`. It is no key for records:
 * whoever writes evidence must not be able to seal it.
 *
 * @param at where it was handed over, for messages: the key itself never enters one
 * @throws ConfigurationError `seal/origin`, and what `loadSigner` throws
 */
export async function loadLogKey(keyOrFile: string, origin: string, at: string, options?: StoreOptions): Promise<LogSigner> {
  const signer = await loadSigner(keyOrFile, at, options);
  return { signer, key: logKeyOf(origin, publicKeyFromPem(signer.publicPem, at)) };
}

/** @throws ConfigurationError `seal/origin` */
export function logKeyOf(origin: string, publicKey: PublicKey): NoteKey {
  if (!isKeyName(origin)) throw noName(origin);
  return logKey(origin, publicKey);
}

const noName = (found: string): ConfigurationError =>
  new ConfigurationError('seal/origin', {
    expected: 'the name of a log: no spaces, no plus sign, such as example.org/evidence',
    found: JSON.stringify(found),
    at: 'the name of the log',
    doThis: 'Use a name under a domain of yours; trust files pin it.',
  });
