import { sha256Of } from '@proofrail/core/canonical';
import type { SealedAndCountersigned } from '@proofrail/core/countersign';
import { addedText } from '@proofrail/core/seal';
import { counted } from '@proofrail/core/text';
import { factList } from '@proofrail/runner';
import { markdownCode } from '@proofrail/runner/escape';

/** One by one. */
const MOST_NAMED = 20;

/** The job's page: how far the seal reaches, and what it saw. */
export function checkpointSummary(sealed: SealedAndCountersigned): string {
  const { plan, checkpoint, records, gaps, issuers, countersigned, refused } = sealed;
  const facts: [string, string][] = [
    ['sealed', `checkpoint ${plan.n} of ${markdownCode(plan.origin)}: ${addedText({ records, checkpoint })}`],
    ['root', markdownCode(sha256Of(checkpoint.root))],
    ...issuers.map(({ issuer, keys, why }) => named('issuer', `${markdownCode(issuer)}, ${why ?? counted(keys, 'key')}`)),
    ...(issuers.length === 0 ? [] : [named('receipts', `${countersigned} countersigned`)]),
    ...refused.slice(0, MOST_NAMED).map(({ record, why }) => named('not countersigned', `${why}, ${markdownCode(record)}`)),
    ...(refused.length > MOST_NAMED ? [named('not countersigned', `${refused.length - MOST_NAMED} more`)] : []),
    ...gaps.map(({ code, by, why }) => named('gap', `${code} (${why}), ${markdownCode(by)}`)),
    ...plan.notices.map(({ code, key }) => named('noted', `${code}, ${markdownCode(key)}`)),
  ];
  return `## 🔏 Sealed\n\n${factList(facts)}\n`;
}

const named = (name: string, value: string): [string, string] => [name, value];
