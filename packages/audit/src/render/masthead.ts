import { html, type Markup } from '../html/html.ts';
import type { ReportModel, Scope, VerificationSummary } from '../report-model.ts';
import { whole } from './code.ts';
import { counted } from './counted.ts';
import { moment } from './moment.ts';
import { statusMark, type Tone } from './status-mark.ts';

/** What is shown, how far it can be trusted, and what it is not. Everything below rests on these lines. */
export function masthead(model: ReportModel): Markup {
  const { scope, verification } = model;
  return html`<header class="masthead">
    <p class="imprint">Proofrail <span>evidence report</span></p>
    <h1>${title(scope)}</h1>
    <p class="period">${period(scope)}</p>
    ${verdict(verification)} ${figures(model)}
    <dl class="facts">
      <div>
        <dt>Ledger</dt>
        <dd>${whole(scope.ledger)}</dd>
      </div>
      <div>
        <dt>${scope.streams.length === 1 ? 'Stream' : 'Streams'}</dt>
        <dd>${scope.streams.length === 0 ? 'none' : scope.streams.join(', ')}</dd>
      </div>
      <div>
        <dt>Assurance</dt>
        <dd>${ASSURANCE[scope.assurance]}</dd>
      </div>
      <div>
        <dt>Trust</dt>
        <dd>${verification.trust}</dd>
      </div>
      <div>
        <dt>Shown</dt>
        <dd>${scope.recordsShown.toLocaleString('en-GB')} of ${counted(scope.recordsInLedger, 'record')} in the ledger</dd>
      </div>
    </dl>
    <p class="disclaimer">
      This page supports ${scope.control === null ? 'work on the controls it names' : html`work on control ${scope.control}`}. It
      is the evidence of those who ran the pipeline, not an auditor's opinion, and it says nothing about what was never recorded.
    </p>
  </header> `;
}

const title = (scope: Scope): Markup =>
  scope.control === null ? html`Changes, evidence and proof` : html`Evidence for ${scope.control}`;

function period({ asked, covered }: Scope): Markup {
  const range =
    asked.from === null && asked.to === null
      ? html`The whole ledger`
      : html`${asked.from === null ? 'From the beginning' : html`From ${moment(asked.from)}`}
        ${asked.to === null ? 'until the last record' : html`until before ${moment(asked.to)}`}`;
  const found =
    covered === null ? html`no record falls in it` : html`records from ${moment(covered.from)} to ${moment(covered.to)}`;
  return html`${range}; ${found}`;
}

const ASSURANCE: Readonly<Record<Scope['assurance'], string>> = {
  local: 'local: tamper-evident by signatures; nothing on this medium prevents deletion',
  locked: 'locked: write-once by Object Lock in COMPLIANCE mode',
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
  const allowed = changes.filter((change) => change.outcome === 'allow').length;
  const entries: [number, string][] = [
    [deviations.length, deviations.length === 1 ? 'deviation' : 'deviations'],
    [allowed, 'allowed'],
    [changes.length - allowed, 'denied'],
    [images.length, images.length === 1 ? 'image' : 'images'],
    [people, people === 1 ? 'approver' : 'approvers'],
  ];
  return html`<ul class="figures">
    ${entries.map(([count, word]) => html`<li><strong>${count}</strong> ${word}</li>`)}
  </ul>`;
}
