import type { Sha256 } from '../canonical/digest.ts';
import type { KeyId } from '../ports/key-id.ts';

/**
 * What an identity token is asked for, so that the platform itself signs which run wrote this record with this key (decisions.md, Ledger).
 * No other relying party takes it, and it fits no other record and no other key.
 */
export function platformAudience(record: Sha256, keyId: KeyId): string {
  return `proofrail:v1:${record}:${keyId}`;
}
