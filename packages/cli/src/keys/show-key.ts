import { publicKeyFromPem, type PublicKey } from '@proofrail/core/canonical';
import { timestampOf } from '@proofrail/core/evidence';
import type { TrustedKey } from '@proofrail/core/ledger';
import { isKmsKey, keyFile, loadSigner, MOST_BYTES, readBoundedFile } from '@proofrail/machine';
import type { Answer } from '../answer.ts';
import type { ShowKeyOptions } from './declare-keys.ts';
import type { Session } from '../session.ts';

interface ShownKey {
  /** Where the private half is, or that this is the public one. */
  readonly half: 'private' | 'public' | 'in-kms';
  readonly publicKey: PublicKey;
  readonly trusted: TrustedKey;
}

const HALVES = { private: 'private half', public: 'public half', 'in-kms': 'in KMS' } as const;

/**
 * The id of a key, which records name, and the entry by which a trust file lets its signatures count from now on. With `log`, what a trust
 * file calls the key of that log.
 */
export async function showKey(key: string, { log }: ShowKeyOptions, { clock }: Session): Promise<Answer> {
  const { half, publicKey, trusted } = await readKey(key, timestampOf(clock.now()));
  const { keyId, algorithm } = publicKey;
  const logKey = log === undefined ? null : await logKeyText(log, publicKey);
  const asRecordKey = [
    `${keyId}  ${algorithm}, ${HALVES[half]}`,
    'in "record_keys" of a trust file:',
    JSON.stringify(trusted, null, 2),
  ].join('\n');
  return {
    outcome: 'allow',
    json: { key_id: keyId, algorithm, half, record_key: trusted, log_key: logKey },
    text: () => logKey ?? asRecordKey,
  };
}

async function readKey(key: string, from: string): Promise<ShownKey> {
  const text = isKmsKey(key)
    ? null
    : Buffer.from(readBoundedFile(keyFile(key, 'key'), { most: MOST_BYTES.trust })).toString('utf8');
  const isPrivate = text === null || text.includes('PRIVATE KEY');
  const half = text === null ? 'in-kms' : isPrivate ? 'private' : 'public';
  const pem = isPrivate ? (await loadSigner(key, 'key')).publicPem : text;
  const publicKey = publicKeyFromPem(pem, key);
  return { half, publicKey, trusted: { key_id: publicKey.keyId, pem, valid_from: from, valid_to: null } };
}

async function logKeyText(origin: string, publicKey: PublicKey): Promise<string> {
  const [{ formatVerifierKey }, { logKeyOf }] = await Promise.all([
    import('@proofrail/core/tlog'),
    import('@proofrail/machine/log-key'),
  ]);
  return formatVerifierKey(logKeyOf(origin, publicKey, '--log'));
}
