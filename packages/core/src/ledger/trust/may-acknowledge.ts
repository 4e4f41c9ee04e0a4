import type { KeyId } from '../../ports/key-id.ts';
import { Keyring } from './keyring.ts';
import type { TrustFile } from './trust-file.ts';

/** Whether a verifier with this trust file lets a finding count as acknowledged that the key signs for at `at` (UTC milliseconds). */
export function mayAcknowledge(trust: TrustFile, key: KeyId, at: number): boolean {
  const keys = new Keyring(trust);
  return keys.mayAcknowledge([key]) && keys.isValid(key, at);
}
