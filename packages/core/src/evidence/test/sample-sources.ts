import { createHash, generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import { sha256 } from '../../canonical/digest.ts';
import type { KeyId } from '../../ports/key-id.ts';
import type { Signer } from '../../ports/signer.ts';
import type { IdentityStore, ProviderId } from '../identity-store.ts';
import type { RecordSources } from '../create-record.ts';

/** A signer whose key lives for one test. */
export function testSigner(): Signer {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  return { keyId: keyIdOf(publicKey), algorithm: 'ed25519', sign: (message) => Promise.resolve(sign(null, message, privateKey)) };
}

function keyIdOf(key: KeyObject): KeyId {
  const der = key.export({ type: 'spki', format: 'der' });
  return `sha256:${createHash('sha256').update(der).digest('hex')}` as KeyId;
}

/** Always the same moment and checkpoint, and bytes that count up. */
export function fixedSources(signer: Signer): RecordSources {
  let next = 0;
  return {
    clock: { now: () => Date.parse('2026-11-21T06:00:00.123Z') },
    randomness: (bytes) => Uint8Array.from({ length: bytes }, () => (next += 1) & 0xff),
    signer,
    checkpoint: { size: 3, root: sha256('a log') },
  };
}

/** An identity store that lives for one test. */
export class MemoryIdentities implements IdentityStore {
  readonly #keys = new Map<ProviderId, Uint8Array>();
  #made = 0;

  keyOf(subject: ProviderId): Promise<Uint8Array> {
    const key = this.#keys.get(subject) ?? this.#make();
    this.#keys.set(subject, key);
    return Promise.resolve(key);
  }

  async *subjects(): AsyncIterable<{ subject: ProviderId; key: Uint8Array }> {
    for (const [subject, key] of this.#keys) yield await Promise.resolve({ subject, key });
  }

  erase(subject: ProviderId): Promise<boolean> {
    return Promise.resolve(this.#keys.delete(subject));
  }

  #make(): Uint8Array {
    this.#made += 1;
    return createHash('sha256').update(`key ${this.#made}`).digest();
  }
}
