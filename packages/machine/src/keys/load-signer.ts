import { existsSync } from 'node:fs';
import { ConfigurationError } from '@proofrail/core/outcomes';
import type { Signer } from '@proofrail/core/ports';
import { isPlainlyNoKey } from '@proofrail/core/text';
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
  const given = key.trim();
  if (given === '') throw nothing(at);
  if (isKmsKey(given)) {
    const { openKmsSigner } = await import('@proofrail/signer-kms'); // an SDK that no other key needs
    return openKmsSigner(given, at, role === undefined || s3Endpoint !== undefined ? {} : { credentials: role.credentials });
  }
  return given.startsWith('-----BEGIN') ? localSignerFromPem(given, at) : loadLocalSigner(keyFile(given, at));
}

/** Whether this names a key in KMS, well or badly: a scheme in upper case is a mistake there, and no path. */
export const isKmsKey = (key: string): boolean => /^awskms:/i.test(key);

/**
 * The same text, if it may be shown as the path of a file: a key in a form that nobody expected is no path, and messages name paths.
 *
 * @throws ConfigurationError `key/not-a-private-key`
 */
export function keyFile(given: string, at: string): string {
  if (existsSync(given) || isPlainlyNoKey(given)) return given;
  throw new ConfigurationError('key/not-a-private-key', {
    expected: 'a private key in PEM, or the path of a file that holds one',
    found: 'neither; it is not shown here, for it could be a key',
    at,
    doThis: 'Hand the key over as it stands in its file: with its line breaks, without quotes, not encoded once more.',
  });
}

const nothing = (at: string): ConfigurationError =>
  new ConfigurationError('key/absent', {
    expected: 'an Ed25519 private key in PEM, the path of a file that holds one, or awskms:/// and the ARN of a key',
    found: 'nothing',
    at,
    doThis:
      'make a key with "proofrail keys new" and hand it over as a secret; in a job with "permissions: id-token: write" none is needed',
  });
