import { keepingText } from '@proofrail/core/evidence';
import { markdownCode } from '@proofrail/runner/escape';
import type { DecisionToRecord, Intent } from '../inputs.ts';
import type { GateJobResult } from './record-for-gate.ts';

const HEADLINES = {
  allow: '## ✅ Allowed',
  provisional: '## 🕓 Provisional: only reviews are missing; the merge queue judges this change again',
  deny: '## ❌ Denied',
  invalid: '## ⚠️ Not judged',
} as const;

const INTENT = '## 📒 The gate is about to judge';

/** The page of the gate's own jobs: how it ended, and where the proof lies. */
export function gateSummary(what: Intent | DecisionToRecord, { outcome, written }: GateJobResult): string {
  const headline = what.kind === 'run.intent' ? INTENT : HEADLINES[outcome];
  const why =
    what.kind === 'run.intent'
      ? []
      : ['What each rule answered, and what to do first, stands on the page of the job that decided.'];
  const proofs = written.map(({ record: said, receipt: { record, ledger, stream, assurance } }) => {
    const kept = keepingText(said);
    return `Recorded as ${markdownCode(record)} in ${markdownCode(ledger)}, stream ${markdownCode(stream)}, assurance ${assurance}${kept === null ? '' : `; **${kept}**`}.`;
  });
  const absent =
    'Nothing is written here: a pull request of a fork, or of Dependabot, has no identity. Its evidence is written at merge.';
  return `${[headline, ...why, ...(proofs.length > 0 ? proofs : [absent])].join('\n\n')}\n`;
}
