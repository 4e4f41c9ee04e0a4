import { ConfigurationError } from '@proofrail/core/outcomes';
import type { Signer } from '@proofrail/core/ports';
import { loadLocalSigner, localSignerFromPem } from '@proofrail/signer-local';
import type { StoreOptions } from '../buckets/store-options.ts';

/** Whose credentials KMS sees: those of the role that opens the ledger, too. A role that another server than AWS gave means nothing to KMS. */
type SignerOptions = Pick<StoreOptions, 'role' | 's3Endpoint'>;

/** A signer with its public half, by which everybody else checks what it signed. */
export interface NamedSigner extends Signer {
  /** SubjectPublicKeyInfo as PEM: for trust files. */
  readonly publicPem: string;
}

/**
 * A signing key as people hand it over: the path of a key file; the key itself in PEM, as a secret of the pipeline holds it; or the name
 * of a key in KMS, `awskms:///ARN`, which is no secret.
 *
 * @param at where it was handed over, for messages: the key itself never enters one
 * @throws ConfigurationError `key/...`, `role/...`; UnavailableError `key/unavailable`, `role/...`; TamperedError `key/wrong-answer`
 */
export async function loadSigner(key: string, at: string, { role, s3Endpoint }: SignerOptions = {}): Promise<NamedSigner> {
  if (key === '') throw nothing(at);
  if (isKmsKey(key)) {
    const { openKmsSigner } = await import('@proofrail/signer-kms'); // an SDK that no other key needs
    return openKmsSigner(key, at, role === undefined || s3Endpoint !== undefined ? {} : { credentials: role.credentials });
  }
  return key.startsWith('-----BEGIN') ? localSignerFromPem(key, at) : loadLocalSigner(key);
}

export const isKmsKey = (key: string): boolean => /^awskms:/i.test(key);

const nothing = (at: string): ConfigurationError =>
  new ConfigurationError('key/absent', {
    expected: 'an Ed25519 private key in PEM, the path of a file that holds one, or awskms:/// and the ARN of a key',
    found: 'nothing',
    at,
    doThis:
      'make a key with "proofrail keys new" and hand it over as a secret; in a job with "permissions: id-token: write" none is needed',
  });
