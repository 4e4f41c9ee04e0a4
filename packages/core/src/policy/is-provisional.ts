import type { InputDocument } from '../context/index.ts';
import type { RuleResult } from './decision.ts';
import { isInTheWay } from './is-in-the-way.ts';

const AWAITING_REVIEW = 'awaiting-review';

/**
 * Whether nothing is missing but reviews that may still come, of a pull request that a merge queue judges again before it lands. Such a
 * denial must not keep the pull request out of the queue, and it satisfies nothing later (decisions.md, Outcomes).
 */
export function isProvisional({ change }: InputDocument, rules: readonly RuleResult[]): boolean {
  const { kind, merge_queue: queue } = change;
  const inTheWay = rules.filter(isInTheWay);
  return kind === 'pull_request' && queue.known && queue.value && inTheWay.length > 0 && inTheWay.every(awaitsReview);
}

const awaitsReview = ({ status, reasons }: RuleResult): boolean =>
  status === 'fail' && reasons.length > 0 && reasons.every(({ code }) => code === AWAITING_REVIEW);
