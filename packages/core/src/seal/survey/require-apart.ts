import { slotKey } from '../../ledger/layout.ts';
import type { StreamId } from '../../ledger/stream-id.ts';
import { ConfigurationError } from '../../outcomes/failure.ts';
import type { SealableSlot } from '../slots/sealable-slots.ts';

/**
 * The key of the log must be in no writer's hands: whoever has both could write a history anew and seal it. ConfigurationError
 * `seal/key-of-writer`.
 */
export function requireApart(stream: StreamId, slots: readonly SealableSlot[]): void {
  const shared = slots.find(({ bySealer }) => bySealer);
  if (shared === undefined) return;
  throw new ConfigurationError('seal/key-of-writer', {
    expected: 'a key of the log that no writer holds',
    found: 'the key that signed this slot',
    at: slotKey(stream, shared.seq),
    doThis:
      'Nothing was sealed. Make a key for the log alone, with "proofrail keys new" or in KMS, and name it under "log_keys".',
  });
}
