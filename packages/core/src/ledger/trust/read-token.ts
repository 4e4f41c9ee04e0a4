import { sha256 } from '../../canonical/digest.ts';
import type { PlatformReceipt } from '../../platform/platform-receipt.ts';
import type { ObjectStore } from '../../ports/object-store.ts';
import { attachmentKey } from '../layout.ts';
import type { StreamId } from '../stream-id.ts';

/** The bytes of a token, or why there is none: it carries names, so that it may be erased, and nothing locks it. */
export type ReadToken =
  | { readonly kind: 'token'; readonly token: Uint8Array }
  | { readonly kind: 'none'; readonly why: 'token/no-attachments' | 'token/unreadable' | 'token/erased' | 'token/altered' };

/** The token behind a receipt. */
export async function readToken(
  attachments: ObjectStore | null,
  stream: StreamId,
  { token }: PlatformReceipt,
): Promise<ReadToken> {
  if (attachments === null) return { kind: 'none', why: 'token/no-attachments' };
  const answer = await attachments.read(attachmentKey(stream, token.sha256));
  if (answer.kind === 'unreadable') return { kind: 'none', why: 'token/unreadable' };
  if (answer.kind !== 'found') return { kind: 'none', why: 'token/erased' };
  if (sha256(answer.bytes) !== token.sha256) return { kind: 'none', why: 'token/altered' };
  return { kind: 'token', token: answer.bytes };
}
