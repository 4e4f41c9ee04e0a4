import type { StreamVerification } from '@proofrail/core/ledger';
import { counted } from '@proofrail/core/text';

const WORDS = [
  ['kept', 'kept'],
  ['erased', 'erased'],
  ['altered', 'altered'],
  ['unreadable', 'unreadable'],
  ['unasked', 'not looked at, nobody said where they lie'],
] as const;

/** What became of the originals that records keep outside of the ledger. What is gone was erased: that is no tampering. */
export const attachmentLines = (counts: StreamVerification['attachments']): string[] =>
  WORDS.flatMap(([state, words]) => (counts[state] === 0 ? [] : [`attachment: ${words}, ${counted(counts[state], 'original')}`]));
