import { sha256 } from '../../canonical/digest.ts';
import { ConfigurationError, TamperedError } from '../../outcomes/failure.ts';
import type { ObjectStore } from '../../ports/object-store.ts';
import { attachmentKey } from '../layout.ts';
import type { Ledger } from '../ledger.ts';
import type { StreamId } from '../stream-id.ts';
import { putSurely } from './put-surely.ts';

/**
 * Keeps an original, such as a scanner's report, where it can be erased. False: something else lies under its name, what lay there is
 * hidden, or it is larger than the store takes. No promise rests on this store, so that is no tampering and stops no gate; the record then
 * says that nothing was kept. UnavailableError.
 */
export async function putAttachment(
  { pause }: Pick<Ledger, 'pause'>,
  attachments: ObjectStore,
  stream: StreamId,
  bytes: Uint8Array,
): Promise<boolean> {
  const ledger = { store: attachments, ...(pause === undefined ? {} : { pause }) };
  try {
    return (await putSurely(ledger, attachmentKey(stream, sha256(bytes)), bytes)).kind === 'ours';
  } catch (thrown) {
    if (thrown instanceof TamperedError || isTooLarge(thrown)) return false;
    throw thrown;
  }
}

const isTooLarge = (thrown: unknown): boolean => thrown instanceof ConfigurationError && thrown.code === 'store/too-large';
