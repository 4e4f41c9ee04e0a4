import type { Verdict } from '@proofrail/core/gate';
import { firstThingsFirst, isInTheWay, renderReason, type Manifest } from '@proofrail/core/policy';
import { markdownCode, markdownText } from '@proofrail/runner/escape';

/** The page of the job that only decides: what stands in the way. The job that records has the rest. */
export function decidedSummary(verdicts: readonly Verdict[], manifest: Manifest): string {
  const pages = verdicts.map((verdict) => (verdict.kind === 'fault' ? faultPage(verdict) : judgedPage(verdict, manifest)));
  return `${[...pages, '_Decided here; the job `gate` of this run records it._'].join('\n\n')}\n`;
}

function faultPage({ fault }: Extract<Verdict, { kind: 'fault' }>): string {
  return `## ❌ Not judged: ${markdownCode(fault.code)}\n\n**Do this:** ${markdownText(fault.doThis)}\n\n${markdownText(fault.message)}`;
}

function judgedPage({ judgement: { decision } }: Extract<Verdict, { kind: 'judged' }>, manifest: Manifest): string {
  const inTheWay = firstThingsFirst(decision.rules, manifest).filter(isInTheWay);
  const rows = inTheWay.map(({ id, reasons }) => {
    const why = reasons.map((reason) => markdownText(renderReason(manifest, id, reason))).join('; ');
    const action = manifest.rules.find((rule) => rule.id === id)?.remediation ?? '';
    return `- ${markdownCode(id)}: ${why} → ${markdownText(action)}`;
  });
  const given = decision.facts === 'given' ? ['_facts given, not read_'] : [];
  const error = decision.error === null ? [] : [`**Why:** ${markdownText(decision.error.message)}`];
  const headline = decision.outcome === 'allow' ? '## ✅ Allowed' : '## ❌ Denied';
  return [headline, ...given, ...error, rows.join('\n')].filter((part) => part !== '').join('\n\n');
}
