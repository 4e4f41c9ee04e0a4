import { html, type Markup } from '../html/html.ts';
import type { ReportModel, Scope, VerificationSummary } from '../report-model.ts';
import { whole } from './code.ts';
import { counted } from './counted.ts';
import { definition } from './definition.ts';
import { moment } from './moment.ts';
import { statusMark, type Tone } from './status-mark.ts';

/** What is shown, how far it can be trusted, and what it is not. Everything below rests on these lines. */
export function masthead(model: ReportModel): Markup {
  const { scope, verification } = model;
  return html`<header class="masthead">
    <p class="imprint">Proofrail <span>evidence report</span></p>
    <h1>${title(model)}</h1>
    <p class="period">${period(scope)}</p>
    ${scope.recordsShown === 0 ? NOTHING_SHOWN : null} ${verdict(verification)} ${figures(model)}
    <dl class="facts">
      ${definition('Ledger', whole(scope.ledger))}
      ${definition(scope.streams.length === 1 ? 'Stream' : 'Streams', scope.streams.length === 0 ? 'none' : scope.streams.join(', '))}
      ${definition('Assurance', ASSURANCE[scope.assurance])}
      ${scope.notRetained.length === 0 ? null : definition('Kept', scope.notRetained.map(keptText))}
      ${definition('Trust', verification.trust)} ${definition('Order', verification.order)}
      ${definition('Shown', `${scope.recordsShown.toLocaleString('en-GB')} of ${counted(scope.recordsInLedger, 'record')} that verify`)}
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

function period({ asked, covered }: Scope): Markup {
  const found =
    covered === null ? html`no record falls in it` : html`records from ${moment(covered.from)} to ${moment(covered.to)}`;
  return html`${range(asked)}; ${found}`;
}

const MILLISECONDS_A_DAY = 86_400_000;

/** Whole days as people say them: the model's `to` is the first moment outside. */
function range({ from, to }: Scope['asked']): Markup {
  if (from === null && to === null) return html`The whole ledger`;
  const start = from === null ? html`From the beginning` : html`From ${isMidnight(from) ? day(from) : moment(from)}`;
  if (to === null) return html`${start} until the last record`;
  return html`${start} until ${isMidnight(to) ? html`the end of ${day(to - MILLISECONDS_A_DAY)} UTC` : html`before ${moment(to)}`}`;
}

const isMidnight = (milliseconds: number): boolean => milliseconds % MILLISECONDS_A_DAY === 0;
const day = (milliseconds: number): string => new Date(milliseconds).toISOString().slice(0, 10);

const ASSURANCE: Readonly<Record<Scope['assurance'], string>> = {
  local: 'local: tamper-evident by signatures; nothing on this medium prevents deletion',
  locked: 'locked: write-once by Object Lock in COMPLIANCE mode',
  versioned: 'versioned: a bucket that keeps every version; no lock in COMPLIANCE mode is known',
  volatile: 'volatile: kept in memory only',
};

const VERDICTS: Readonly<Record<VerificationSummary['outcome'], readonly [Tone, string, string]>> = {
  verified: ['good', 'Verified', 'Every slot and record was read, its signature and digest checked, and its place in the chain.'],
  consistent: [
    'caution',
    'Consistent only',
    'Nothing contradicts itself, but no trust file says whose signatures count: whoever holds any key could have written all of it.',
  ],
  tampered: [
    'bad',
    'Tampered',
    'At least one object is not what its signature or digest says. Read the deviations before anything else.',
  ],
  unavailable: ['caution', 'Not fully read', 'Part of the ledger could not be read, so nothing can be said about that part.'],
  'nothing-checked': [
    'caution',
    'Nothing checked',
    'The ledger holds nothing to verify. That is not a good result; it is no result.',
  ],
};

const NOTHING_SHOWN = html`<div class="verdict caution">
  <p class="word">${statusMark('caution', 'Nothing to show')}</p>
  <div><p>No record falls into what was asked for. That is not a good result; it is no result.</p></div>
</div>`;

function verdict(verification: VerificationSummary): Markup {
  const [tone, word, meaning] = VERDICTS[verification.outcome];
  return html`<div class="verdict ${tone}">
    <p class="word">${statusMark(tone, word)}</p>
    <div>
      <p>${meaning}</p>
      <ul>
        ${verification.streams.map(
          ({ stream, slots, records, states }) =>
            html`<li>
              Stream ${stream}: ${counted(records, 'record')} in
              ${counted(slots, 'slot')}${states.length === 0 ? '' : `; ${states.join(', ')}`}
            </li>`,
        )}
      </ul>
    </div>
  </div>`;
}

function figures({ changes, deviations, images, people }: ReportModel): Markup {
  const [allowed, provisional, denied] = (['allow', 'provisional', 'deny'] as const).map(
    (outcome) => changes.filter((change) => change.outcome === outcome).length,
  ) as [number, number, number];
  const entries: [number, string][] = [
    [deviations.length, deviations.length === 1 ? 'deviation' : 'deviations'],
    [allowed, 'allowed'],
    [denied, 'denied'],
    ...(provisional === 0 ? [] : [[provisional, 'provisional'] as [number, string]]),
    [images.length, images.length === 1 ? 'image' : 'images'],
    [people, people === 1 ? 'approver' : 'approvers'],
  ];
  return html`<ul class="figures">
    ${entries.map(([count, word]) => html`<li><strong>${count}</strong> ${word}</li>`)}
  </ul>`;
}
