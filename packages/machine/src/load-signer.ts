import { ConfigurationError } from '@proofrail/core/outcomes';
import type { Signer } from '@proofrail/core/ports';
import { loadLocalSigner, localSignerFromPem } from '@proofrail/signer-local';

/**
 * A signing key as people hand it over: the path of a key file, or the key itself in PEM, as a secret of the pipeline holds it.
 *
 * @param at where it was handed over, for messages: the key itself never enters one
 * @throws ConfigurationError `key/...`; UnavailableError `key/unavailable`
 */
export function loadSigner(keyOrFile: string, at: string): Signer {
  if (keyOrFile === '') throw nothing(at);
  return keyOrFile.startsWith('-----BEGIN') ? localSignerFromPem(keyOrFile, at) : loadLocalSigner(keyOrFile);
}

const nothing = (at: string): ConfigurationError =>
  new ConfigurationError('key/absent', {
    expected: 'an Ed25519 private key in PEM, or the path of a file that holds one',
    found: 'nothing',
    at,
    doThis:
      'make a key with "proofrail keys new" and hand it over as a secret; in a job with "permissions: id-token: write" none is needed',
  });
