import type { KeyId } from '../../ports/key-id.ts';
import { Keyring } from './keyring.ts';
import type { TrustFile } from './trust-file.ts';

/** Whether a verifier with this trust file takes what the key signs at `at` (UTC milliseconds); for everything else it finds tampering. */
export const maySign = (trust: TrustFile, key: KeyId, at: number): boolean => new Keyring(trust).isValid(key, at);
