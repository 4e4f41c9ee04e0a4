import { html, type Markup } from '../html/html.ts';
import { countDeviations, type ReportModel, type Scope, type VerificationSummary } from '../report-model.ts';
import { whole } from './code.ts';
import { counted } from './counted.ts';
import { definition } from './definition.ts';
import { periodText } from './period-text.ts';
import { statusMark } from './status-mark.ts';
import { verdicts } from './verdicts.ts';

/** What is shown, how far it can be trusted, and what it is not. Everything below rests on these lines. */
export function masthead(model: ReportModel): Markup {
  const { scope, verification } = model;
  return html`<header class="masthead">
    <p class="imprint">Proofrail <span>evidence report</span></p>
    <h1>${title(model)}</h1>
    <p class="period">${periodText(scope)}</p>
    ${verdicts(model)} ${figures(model)}
    <dl class="facts">
      ${definition('Ledger', whole(scope.ledger))}
      ${definition(scope.streams.length === 1 ? 'Stream' : 'Streams', scope.streams.length === 0 ? 'none' : scope.streams.join(', '))}
      ${definition('Assurance', ASSURANCE[scope.assurance])}
      ${scope.notRetained.length === 0 ? null : definition('Kept', scope.notRetained.map(keptText))}
      ${verification.locked === null ? null : definition('Locked', verification.locked)}
      ${definition('Trust', verification.trust)} ${definition('Order', verification.order)}
      ${definition('Receipts', receiptsText(verification))} ${definition('Shown', shownText(scope))}
      ${scope.recordsShown === 0 ? null : definition('Facts', factsText(scope.facts))}
      ${scope.recordsShown === 0 ? null : definition('Platform', platformLine(scope))}
    </dl>
    <p class="disclaimer">
      This page supports ${scope.control === null ? 'work on the controls it names' : html`work on control ${scope.control}`}. It
      is the evidence of those who ran the pipeline, not an auditor's opinion, and it says nothing about what was never recorded.
    </p>
  </header> `;
}

const keptText = (text: string): Markup =>
  html`<p>${statusMark('caution', 'no archive')} ${text}: these records were written into an artifact of a run</p>`;

const receiptsText = ({ receipts }: VerificationSummary): string =>
  receipts === 0
    ? 'none held against the ledger: only a seal would show that the end was cut off'
    : `${counted(receipts, 'receipt')} held against the ledger`;

const shownText = ({ recordsShown, recordsInLedger }: Scope): string =>
  recordsInLedger === 0
    ? 'nothing: no record verifies'
    : `${recordsShown === 0 ? 'none' : recordsShown.toLocaleString('en-GB')} of ${counted(recordsInLedger, 'record')} that verify`;

const factsText = ({ read, given }: Scope['facts']): string =>
  `${counted(read, 'record rests', 'records rest')} on facts read live, ${counted(given, 'record')} on facts that were handed over`;

function platformLine({ vouchedFor, recordsShown }: Scope): Markup {
  if (vouchedFor === 0)
    return html`<a href="#writers">unsigned by the platform</a>: only the signing key stands behind the records`;
  const rest = recordsShown - vouchedFor;
  return html`<a href="#writers">vouches for ${counted(vouchedFor, 'record')}</a
    >${rest === 0 ? '' : `; ${counted(rest, 'record')} unsigned by the platform`}`;
}

function title({ scope: { control }, coverage }: ReportModel): Markup {
  if (control === null) return html`Changes, evidence and proof`;
  const name = coverage.find((row) => row.control === control)?.title ?? null;
  return html`Evidence for ${control}${name === null ? null : html`<span class="name">${name}</span>`}`;
}

const ASSURANCE: Readonly<Record<Scope['assurance'], string>> = {
  local: 'local: tamper-evident by signatures; nothing on this medium prevents deletion',
  locked: 'locked: write-once by Object Lock in COMPLIANCE mode',
  versioned: 'versioned: a bucket that keeps every version; no lock in COMPLIANCE mode is known',
  volatile: 'volatile: kept in memory only',
};

function figures({ changes, deviations, images, people }: ReportModel): Markup {
  const [allowed, provisional, denied] = (['allow', 'provisional', 'deny'] as const).map(
    (outcome) => changes.filter((change) => change.outcome === outcome).length,
  ) as [number, number, number];
  const doubted = changes.filter(({ outcome, doubts }) => outcome === 'allow' && doubts.length > 0).length;
  const deviating = countDeviations(deviations);
  const entries: [number, string][] = [
    [deviating, deviating === 1 ? 'deviation' : 'deviations'],
    [changes.length, changes.length === 1 ? 'decision' : 'decisions'],
    [allowed - doubted, 'allowed'],
    ...(doubted === 0 ? [] : [[doubted, 'allowed, not verified'] as [number, string]]),
    [denied, 'denied'],
    ...(provisional === 0 ? [] : [[provisional, 'provisional'] as [number, string]]),
    [images.length, images.length === 1 ? 'image' : 'images'],
    [people, people === 1 ? 'approver' : 'approvers'],
  ];
  return html`<ul class="figures">
    ${entries.map(([count, word]) => html`<li><strong>${count.toLocaleString('en-GB')}</strong> ${word}</li>`)}
  </ul>`;
}
