import { platformText } from '@proofrail/core/evidence';
import { scansOnTheirWord } from '@proofrail/core/context';
import { retentionText } from '@proofrail/core/controls';
import { retentionOf, type Judgement, type RecordedChange } from '@proofrail/core/gate';
import {
  firstThingsFirst,
  isBroken,
  isInTheWay,
  notAsked,
  remediesOf,
  renderReason,
  type Decision,
  type Manifest,
  type RuleResult,
} from '@proofrail/core/policy';
import type { ConfigurationError } from '@proofrail/core/outcomes';
import { counted, momentText } from '@proofrail/core/text';
import { cutText, markdownCode, markdownText } from '@proofrail/runner/escape';
import { acceptedRisks } from './accepted-risks.ts';
import type { GatedChange, Recording } from '../run.ts';
import { nobodysCommit } from './nobodys-commit.ts';
import { whoIsMeant } from './who-is-meant.ts';

/** Below how many others the answer stands: alone on its page, or under the name of its change. */
type Heading = '##' | '###';

/** Of one change. Somebody who gives it ten seconds knows whether it may pass, and what to do first. */
export function changePage(
  { verdict, written }: GatedChange,
  { recording, manifest, heading }: { readonly recording: Recording; readonly manifest: Manifest; readonly heading: Heading },
): string {
  if (verdict.kind === 'fault') return faultPage(verdict.fault, written, { recording, heading });
  const { judgement } = verdict;
  const { decision, document } = judgement;
  const rules = firstThingsFirst(decision.rules, manifest);
  const parts = [
    `${heading} ${headline(decision)}`,
    decision.facts === 'given' ? '_facts given, not read_' : '',
    ...(nobodysCommit(judgement) ?? thingsToDo(decision, rules, manifest)),
    table(rules.filter(isOpen), manifest),
    whoIsMeant(judgement, rules.filter(isOpen)),
    folded(
      rules.filter((rule) => !isOpen(rule)),
      manifest,
    ),
    written === null ? '' : acceptedRisks(written.decision),
    onTheirWord(scansOnTheirWord(document)),
    footer(judgement, written, recording),
  ];
  return parts.filter((part) => part !== '').join('\n\n');
}

function faultPage(
  fault: ConfigurationError,
  written: RecordedChange | null,
  { recording, heading }: { readonly recording: Recording; readonly heading: Heading },
): string {
  const where = `${markdownCode(fault.code)} at ${markdownCode(fault.at)}`;
  return [
    `${heading} ⚠️ Not judged: ${where}`,
    `**Do this:** ${markdownText(fault.doThis)}`,
    `Expected: ${markdownText(fault.expected)}  \nFound: ${markdownText(fault.found)}`,
    written === null ? ELSEWHERE[recording] : `Recorded as ${markdownCode(written.decision.receipt.record)}.`,
  ].join('\n\n');
}

const ELSEWHERE: Readonly<Record<Recording, string>> = {
  here: '',
  'in-another-job': '_Decided here; the job `gate` of this run records it._',
  'at-merge':
    '_Nothing is written here: a pull request of a fork, or of Dependabot, has no identity. Its evidence is written at merge._',
};

function footer(judgement: Judgement, written: RecordedChange | null, recording: Recording): string {
  const { configuration, decision } = judgement;
  const { preset } = configuration;
  const chosen =
    preset === null
      ? 'The control registry chose every requirement itself.'
      : `Preset ${markdownCode(preset)} filled in what the control registry does not say.`;
  const about = `${judged(judgement)}  \n${chosen}`;
  if (written === null) return `${about}  \n${ELSEWHERE[recording]}`;
  const { record, ledger, assurance, stream } = written.decision.receipt;
  const retention = retentionOf(judgement, written.decision, decision.evaluatedAt * 1000);
  return `${about}  \nRecorded as ${markdownCode(record)} in ${markdownCode(ledger)}, stream ${markdownCode(stream)}, assurance ${assurance}: ${retentionText(retention)}. Signed ${platformText(written.decision.record)}.`;
}

/** What was judged and when: a page outlives the commit that a pull request shows. */
function judged({ facts, decision }: Judgement): string {
  const { number, checked } = facts.change;
  const what = number === null ? 'Commit' : `Pull request ${number} at commit`;
  return `${what} ${markdownCode(checked)}, judged ${momentText(decision.evaluatedAt * 1000)}.`;
}

/** A report that lists no rules does not show what was looked for. */
function onTheirWord(scanners: readonly string[]): string {
  if (scanners.length === 0) return '';
  return `**On the tool's word alone:** ${scanners.map(markdownCode).join(', ')} reported nothing and listed no rules; the control registry accepts that.`;
}

const isOpen = ({ status }: RuleResult): boolean => isBroken(status) || status === 'waived';

function headline({ outcome, provisional, cause, rules }: Decision): string {
  if (cause === 'error') return `❌ Denied: ${notAsked({ rules })}`;
  if (provisional) return '🕓 Provisional: only reviews are missing; the merge queue judges this change again';
  const broken = rules.filter(isInTheWay).length;
  if (outcome === 'deny')
    return `❌ Denied: ${broken} of ${counted(rules.length, 'rule')} ${broken === 1 ? 'stands' : 'stand'} in the way`;
  return `✅ Allowed: none of ${counted(rules.length, 'rule')} stands in the way`;
}

function thingsToDo({ error }: Decision, rules: readonly RuleResult[], manifest: Manifest): string[] {
  if (error !== null) return [`**Why:** ${markdownText(error.message)}`];
  const actions = new Set(rules.filter(isInTheWay).flatMap((rule) => remediesOf(rule, manifest)));
  const [first, ...others] = [...actions].map(markdownText);
  if (first === undefined) return [];
  return [`**Do this first:** ${first}`, others.map((action) => `- then: ${action}`).join('\n')];
}

function table(rules: readonly RuleResult[], manifest: Manifest): string {
  if (rules.length === 0) return '';
  return ['| status | rule | control | why |', '| --- | --- | --- | --- |', ...rules.map((rule) => row(rule, manifest))].join(
    '\n',
  );
}

function row(rule: RuleResult, manifest: Manifest): string {
  const known = manifest.rules.find(({ id }) => id === rule.id);
  const controls =
    rule.controls.length > 0 ? rule.controls : [...(known?.controls.iso27001 ?? []), ...(known?.controls.soc2 ?? [])];
  const title = known === undefined ? '' : `${markdownText(known.title)}<br>`;
  return `| ${status(rule)} | ${title}${markdownCode(rule.id)} | ${controls.map(markdownText).join(', ')} | ${why(rule, manifest)} |`;
}

const MOST_REASONS = 20; // the report holds them all
const MOST_CHARACTERS_OF_A_REASON = 300; // a path may have thousands, and one row would crowd out all others

function why(rule: RuleResult, manifest: Manifest): string {
  const reasons = rule.reasons
    .slice(0, MOST_REASONS)
    .map((reason) => markdownText(cutText(renderReason(manifest, rule.id, reason), MOST_CHARACTERS_OF_A_REASON)));
  const more = rule.reasons.length - reasons.length;
  const waived = rule.exception === null ? [] : [`waived by exception ${markdownCode(rule.exception)}`];
  return [...waived, ...reasons, ...(more > 0 ? [`and ${more} more`] : [])].join('<br>');
}

function status({ status, mode }: RuleResult): string {
  switch (status) {
    case 'pass':
      return '✅&nbsp;passes';
    case 'not_applicable':
      return '➖&nbsp;does not apply';
    case 'waived':
      return '🟡&nbsp;waived';
    case 'unknown':
      return mode === 'enforce' ? '❓&nbsp;unknown' : `❓&nbsp;unknown (${mode})`;
    case 'fail':
      return mode === 'enforce' ? '❌&nbsp;fails' : `⚠️&nbsp;would fail (${mode})`;
  }
}

function folded(rules: readonly RuleResult[], manifest: Manifest): string {
  if (rules.length === 0) return '';
  return `<details><summary>${rules.length} ${rules.length === 1 ? 'rule is' : 'rules are'} kept or not concerned</summary>\n\n${table(rules, manifest)}\n\n</details>`;
}
