import { sha256 } from '../canonical/digest.ts';
import type { Answers } from '../context/index.ts';
import type { AnswerList } from '../facts/answer-list.ts';
import type { EvidenceLog } from './evidence-log.ts';

/**
 * What the platform answered, as a record may tell it: names and addresses of people are in it, so that a record holds digests alone
 * (decisions.md, Evidence). Kept before a record says so; put together only where somebody named a place.
 */
export async function keepAnswers({ items, total, document }: Answers, evidence: EvidenceLog): Promise<AnswerList> {
  const bytes = evidence.keepsOriginals ? document() : null;
  const isKept = bytes !== null && (await evidence.keep(bytes));
  return { document: isKept ? sha256(bytes) : null, items, total };
}
