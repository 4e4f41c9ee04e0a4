import { sha256 } from '../../canonical/digest.ts';
import type { PlatformReceipt } from '../../platform/platform-receipt.ts';
import type { ObjectStore } from '../../ports/object-store.ts';
import { attachmentKey } from '../layout.ts';
import type { StreamId } from '../stream-id.ts';

export type TokenProblem = 'token/no-attachments' | 'token/unreadable' | 'token/erased' | 'token/altered';

/** The token behind a receipt, or why there is none: it carries names, so that it may be erased, and nothing locks it. */
export async function readToken(
  attachments: ObjectStore | null,
  stream: StreamId,
  { token }: PlatformReceipt,
): Promise<Uint8Array | TokenProblem> {
  if (attachments === null) return 'token/no-attachments';
  const answer = await attachments.read(attachmentKey(stream, token.sha256));
  if (answer.kind === 'unreadable') return 'token/unreadable';
  if (answer.kind !== 'found') return 'token/erased';
  return sha256(answer.bytes) === token.sha256 ? answer.bytes : 'token/altered';
}
