import type { PublicKey } from '../canonical/public-key.ts';
import { verifyEnvelope } from '../canonical/verify-envelope.ts';
import { slotKey } from '../ledger/layout.ts';
import { readSealed } from '../ledger/stored/sealed-form.ts';
import type { StreamId } from '../ledger/stream-id.ts';
import { ConfigurationError } from '../outcomes/failure.ts';
import type { ObjectStore } from '../ports/object-store.ts';
import type { SealableSlot } from './sealable-slots.ts';

/**
 * The key of the log must be in no writer's hands: whoever has both could write a history anew and seal it. A name under a slot proves
 * nothing, or any writer could stop the sealer with it, so the signature is checked. ConfigurationError `seal/key-of-writer`.
 */
export async function requireApart(
  store: ObjectStore,
  stream: StreamId,
  slots: readonly SealableSlot[],
  logKey: PublicKey,
): Promise<void> {
  for (const { seq } of slots.filter(({ signedBy }) => signedBy === logKey.keyId)) {
    const answer = await store.read(slotKey(stream, seq));
    const envelope = answer.kind === 'found' ? readSealed(answer.bytes) : null;
    if (envelope !== null && verifyEnvelope(envelope, [logKey]).length > 0) throw shared(stream, seq);
  }
}

const shared = (stream: StreamId, seq: number): ConfigurationError =>
  new ConfigurationError('seal/key-of-writer', {
    expected: 'a key of the log that no writer holds',
    found: 'the key that signed this slot',
    at: slotKey(stream, seq),
    doThis:
      'Nothing was sealed. Make a key for the log alone, with "proofrail keys new" or in KMS, and name it under "log_keys".',
  });
