import { sha256Of } from '@proofrail/core/canonical';
import type { SealedAndCountersigned } from '@proofrail/core/countersign';
import { addedText } from '@proofrail/core/seal';
import { counted } from '@proofrail/core/text';
import { markdownCode } from '@proofrail/runner/escape';

/** One by one. */
const MOST_NAMED = 20;

/** The job's page: how far the seal reaches, and what it saw. */
export function checkpointSummary(sealed: SealedAndCountersigned): string {
  const { plan, checkpoint, records, gaps, issuers, countersigned, refused } = sealed;
  const rows = [
    `| sealed | checkpoint ${plan.n} of ${markdownCode(plan.origin)}: ${addedText({ records, checkpoint })} |`,
    `| root | ${markdownCode(sha256Of(checkpoint.root))} |`,
    ...issuers.map(({ issuer, keys, why }) => `| issuer | ${markdownCode(issuer)}, ${why ?? counted(keys, 'key')} |`),
    ...(issuers.length === 0 ? [] : [`| receipts | ${countersigned} countersigned |`]),
    ...refused.slice(0, MOST_NAMED).map(({ record, why }) => `| not countersigned | ${why}, ${markdownCode(record)} |`),
    ...(refused.length > MOST_NAMED ? [`| not countersigned | ${refused.length - MOST_NAMED} more |`] : []),
    ...gaps.map(({ code, by, why }) => `| gap | ${code} (${why}), ${markdownCode(by)} |`),
    ...plan.notices.map(({ code, key }) => `| noted | ${code}, ${markdownCode(key)} |`),
  ];
  return `## 🔏 Sealed\n\n${['| | |', '| --- | --- |', ...rows].join('\n')}\n`;
}
