import { existsSync } from 'node:fs';
import { maySign, type TrustFile } from '@proofrail/core/ledger';
import { ConfigurationError } from '@proofrail/core/outcomes';
import type { Signer } from '@proofrail/core/ports';
import { folderOf, loadSigner } from '@proofrail/machine';
import type { Session } from '../session.ts';
import { namedSigner } from './named-signer.ts';
import { platformTokens, type EvidenceOptions } from './open-evidence.ts';

/**
 * A command that reads a ledger by a trust file writes nothing that this file would call tampering: the ledger would be of no use to it
 * from then on. A key that lives for one run stands in no list, and counts by the platform's word. ConfigurationError `key/not-trusted`,
 * `key/...`.
 */
export async function requireTrustedKey(
  options: EvidenceOptions & { readonly trust?: string },
  trust: TrustFile | undefined,
  session: Session,
): Promise<void> {
  if (trust === undefined || (await platformTokens(options, session)) !== null) return;
  const signer = (await namedSigner(options, session)) ?? (await keyBeside(options.ledger));
  if (signer !== null && maySign(trust, signer.keyId, session.clock.now())) return;
  throw new ConfigurationError('key/not-trusted', {
    expected: `a key that ${options.trust ?? 'the trust file'} names under "record_keys", and that is valid now`,
    found: signer === null ? 'no key: one that is made now stands in no trust file yet' : signer.keyId,
    at: '--key',
    doThis:
      'sign with a key that the trust file names, or have whoever keeps it add this one ("proofrail keys show" prints the entry)',
  });
}

async function keyBeside(ledger: string): Promise<Signer | null> {
  const folder = folderOf(ledger);
  const file = `${folder}.key`;
  return folder !== null && existsSync(file) ? loadSigner(file, file) : null;
}
