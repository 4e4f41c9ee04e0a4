import { hexOf, sha256Of } from '@proofrail/core/canonical';
import { controlFacts, keepingText, platformText } from '@proofrail/core/evidence';
import type { Judgement } from '@proofrail/core/gate';
import { formatReceipt } from '@proofrail/core/ledger';
import { isInTheWay } from '@proofrail/core/policy';
import { addedText } from '@proofrail/core/seal';
import { counted } from '@proofrail/core/text';
import { factList, type Annotation } from '@proofrail/runner';
import { markdownCode } from '@proofrail/runner/escape';
import type { Inputs } from './inputs.ts';
import type { GateJobResult, Result, SealResult, StepResult } from './run.ts';

/** One by one. */
const MOST_NAMED = 20;

/** The job's page, in Markdown. */
export function summary(result: Result, inputs: Pick<Inputs, 'commit' | 'artifact'>): string {
  if ('sealed' in result) return sealPage(result);
  return 'verdicts' in result ? gateJobPage(result) : stepPage(result, inputs);
}

/** What was recorded, and where its proof lies. */
function stepPage(
  { what, written: [{ record, receipt }] }: StepResult,
  { commit, artifact }: Pick<Inputs, 'commit' | 'artifact'>,
) {
  const kept = keepingText(record);
  const rows =
    what.kind === 'deployment'
      ? [
          ['image', markdownCode(`${what.image.name}@${what.image.digest}`)] as const,
          ['environment', markdownCode(what.environment)] as const,
          ['ended in', what.status] as const,
        ]
      : [['report', markdownCode(what.report)] as const];
  return `${[
    `## 📒 Recorded: ${what.kind}`,
    '_facts given, not read_',
    factList([
      ...rows,
      ['commit', markdownCode(commit)],
      [
        'record',
        `${markdownCode(receipt.record)} in ${markdownCode(receipt.ledger)}, stream ${markdownCode(receipt.stream)}, assurance ${receipt.assurance}`,
      ],
      ['signed', platformText(record)],
      ...(kept === null ? [] : [['kept', kept] as const]),
      ...(artifact === null ? [] : [['artifact', markdownCode(artifact.name)] as const]),
    ]),
  ].join('\n\n')}\n`;
}

const HEADLINES = {
  allow: '## ✅ Allowed',
  provisional: '## 🕓 Provisional: only reviews are missing; the merge queue judges this change again',
  deny: '## ❌ Denied',
  invalid: '## ⚠️ Not judged',
} as const;

const INTENT = '## 📒 The gate is about to judge';

/** How the gate's own job ended, and where the proof lies. */
function gateJobPage({ what, outcome, written }: GateJobResult): string {
  const headline = what.kind === 'run.intent' ? INTENT : HEADLINES[outcome];
  const why =
    what.kind === 'run.intent'
      ? []
      : ['What each rule answered, and what to do first, stands on the page of the job that decided.'];
  const lines = written.map(({ record: said, receipt: { record, ledger, stream, assurance } }) => {
    const kept = keepingText(said);
    return `Recorded as ${markdownCode(record)} in ${markdownCode(ledger)}, stream ${markdownCode(stream)}, assurance ${assurance}${kept === null ? '' : `; **${kept}**`}.`;
  });
  const absent =
    'Nothing is written here: a pull request of a fork, or of Dependabot, has no identity. Its evidence is written at merge.';
  return `${[headline, ...why, ...(lines.length > 0 ? lines : [absent])].join('\n\n')}\n`;
}

/** How far the seal reaches, and what it saw. */
function sealPage({ sealed }: SealResult): string {
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

/** Why the step is red. Its job is the required check, so this is where people arrive; the page with everything is another job's. */
export function annotations(result: Result): Annotation[] {
  const verdicts = 'verdicts' in result ? result.verdicts : [];
  return verdicts.flatMap((verdict) => (verdict.kind === 'fault' ? [faulted(verdict.fault)] : denied(verdict.judgement)));
}

function denied({ decision, facts }: Judgement): Annotation[] {
  if (decision.error !== null) return [faulted(decision.error)];
  if (decision.outcome === 'allow' || decision.provisional) return [];
  const { number, checked } = facts.change;
  const broken = decision.rules.filter(isInTheWay).map(({ id }) => id);
  const how = `${broken.length} of ${counted(decision.rules.length, 'rule')} ${broken.length === 1 ? 'stands' : 'stand'} in the way`;
  return [
    {
      kind: 'error',
      title: `Denied: ${number === null ? `commit ${checked}` : `pull request ${number}`}`,
      message: `${how}: ${broken.join(', ')}. What to do first stands on the page of the job that decided.`,
    },
  ];
}

const faulted = ({ code, message }: { readonly code: string; readonly message: string }): Annotation => ({
  kind: 'error',
  title: code,
  message,
});

/** The files by which the step proves itself: receipts, or a checkpoint. Those of several steps end up in one artifact: each has a name of its own. */
export function proofs(result: Result): { readonly name: string; readonly content: string | Uint8Array }[] {
  if ('sealed' in result) return [{ name: `checkpoint-${result.sealed.plan.n}.txt`, content: result.sealed.checkpoint.note }];
  return result.written.map(({ receipt }) => ({
    name: `receipt-${hexOf(receipt.record).slice(0, 16)}.json`,
    content: formatReceipt(receipt),
  }));
}

/** What later steps get; `files`: where those of `proofs` lie. */
export function outputs(result: Result, files: readonly string[]): Record<string, string> {
  if ('sealed' in result) return { checkpoint: files[0] ?? '' };
  const { what, outcome, written } = result;
  const last = written.at(-1);
  return {
    ...(what.kind === 'policy.decision' && outcome !== 'invalid' ? { outcome } : {}),
    ...(last === undefined ? {} : { 'record-digest': last.receipt.record, receipt: files.at(-1) ?? '' }),
    'evidence-json': JSON.stringify(written.flatMap(({ record }) => controlFacts(record))),
  };
}
