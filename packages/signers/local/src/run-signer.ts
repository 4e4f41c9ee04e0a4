import { generateKeyPairSync } from 'node:crypto';
import { signerFrom, type LocalSigner } from './local-signer.ts';

/**
 * An Ed25519 key made in memory for one run and never written out: nothing to store, rotate or leak. No trust file can name it; it counts
 * by the platform's receipts alone.
 */
export function runSigner(): LocalSigner {
  return signerFrom(generateKeyPairSync('ed25519').privateKey, 'the key of this run');
}
