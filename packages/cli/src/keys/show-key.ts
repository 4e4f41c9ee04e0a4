import { publicKeyFromPem } from '@proofrail/core/canonical';
import { timestampOf } from '@proofrail/core/evidence';
import type { TrustedKey } from '@proofrail/core/ledger';
import type { SignatureAlgorithm } from '@proofrail/core/ports';
import { isKmsKey, loadSigner, MOST_BYTES, readBoundedFile } from '@proofrail/machine';
import type { Answer } from '../answer.ts';
import type { Session } from '../session.ts';

interface ShownKey {
  /** Where the private half is, or that this is the public one. */
  readonly half: 'private' | 'public' | 'in-kms';
  readonly algorithm: SignatureAlgorithm;
  readonly trusted: TrustedKey;
}

const HALVES = { private: 'private half', public: 'public half', 'in-kms': 'in KMS' } as const;

/** The id of a key, which records name, and the entry by which a trust file lets its signatures count from now on. */
export async function showKey(key: string, { clock }: Session): Promise<Answer> {
  const { half, algorithm, trusted } = await readKey(key, timestampOf(clock.now()));
  return {
    outcome: 'allow',
    json: { key_id: trusted.key_id, algorithm, half, record_key: trusted },
    text: () =>
      [
        `${trusted.key_id}  ${algorithm}, ${HALVES[half]}`,
        'in "record_keys" of a trust file:',
        JSON.stringify(trusted, null, 2),
      ].join('\n'),
  };
}

async function readKey(key: string, from: string): Promise<ShownKey> {
  const text = isKmsKey(key) ? null : Buffer.from(readBoundedFile(key, { most: MOST_BYTES.trust })).toString('utf8');
  const isPrivate = text === null || text.includes('PRIVATE KEY');
  const half = text === null ? 'in-kms' : isPrivate ? 'private' : 'public';
  const pem = isPrivate ? (await loadSigner(key, 'key')).publicPem : text;
  const { keyId, algorithm } = publicKeyFromPem(pem, key);
  return { half, algorithm, trusted: { key_id: keyId, pem, valid_from: from, valid_to: null } };
}
