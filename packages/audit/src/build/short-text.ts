import { hexOf, type TextDigest } from '@proofrail/core/canonical';

/** What stands for a text of outsiders, which the ledger never keeps: whoever has the text can compare. */
export const shortText = ({ sha256, length }: TextDigest): string => `[text ${hexOf(sha256).slice(0, 12)}, ${length} bytes]`;
