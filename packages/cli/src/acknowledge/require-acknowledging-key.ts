import { mayAcknowledge, type TrustFile } from '@proofrail/core/ledger';
import { ConfigurationError } from '@proofrail/core/outcomes';
import type { StoreOptions } from '@proofrail/machine';
import { namedSigner } from '../evidence/named-signer.ts';
import { noKey } from '../evidence/no-key.ts';
import type { Session } from '../session.ts';

/**
 * An acknowledgement by any other key counts for nobody, and stays in the ledger all the same. A key is never made for one: no trust file
 * could name it yet. ConfigurationError `acknowledge/key`, `key/...`.
 */
export async function requireAcknowledgingKey(
  options: StoreOptions & { readonly key?: string; readonly ledger: string },
  trust: TrustFile | undefined,
  session: Session,
): Promise<void> {
  const signer = await namedSigner(options, session);
  if (signer === null) throw noKey(options.ledger);
  if (trust !== undefined && mayAcknowledge(trust, signer.keyId, session.clock.now())) return;
  throw new ConfigurationError('acknowledge/key', {
    expected: 'a key that the trust file lists under "acknowledge", and that is valid now',
    found: signer.keyId,
    at: '--key',
    doThis: 'sign with another key, or have whoever keeps the trust file add this one to "record_keys" and "acknowledge"',
  });
}
