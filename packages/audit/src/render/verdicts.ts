import { html, type Markup } from '../html/html.ts';
import type { ReportModel, Scope, VerificationSummary } from '../report-model.ts';
import { counted } from './counted.ts';
import { moment } from './moment.ts';
import { statusMark, type Tone } from './status-mark.ts';

/** Whether the ledger is whole and whether anything of it is shown, the worse of the two first. */
export function verdicts({ scope, verification }: ReportModel): Markup[] {
  const verified = verdict(verification);
  if (scope.recordsShown > 0) return [verified];
  return BROKEN.has(verification.outcome) ? [verified, nothingShown(scope)] : [nothingShown(scope), verified];
}

const BROKEN: ReadonlySet<VerificationSummary['outcome']> = new Set(['tampered', 'short', 'unavailable']);

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
  short: [
    'bad',
    'Not locked as asked',
    'Nothing is altered or missing, but some objects can be removed before the days that are asked for are over. The deviations name them.',
  ],
  unavailable: ['caution', 'Not fully read', 'Part of the ledger could not be read, so nothing can be said about that part.'],
  'nothing-checked': [
    'caution',
    'Nothing checked',
    'The ledger holds nothing to verify. That is not a good result; it is no result.',
  ],
};

function verdict({ outcome, streams }: VerificationSummary): Markup {
  const [tone, word, meaning] = VERDICTS[outcome];
  return box(
    tone,
    word,
    html`<p>${meaning}</p>
      <ul>
        ${streams.map(
          ({ stream, slots, records, newest, states }) =>
            html`<li>
              Stream ${stream}: ${counted(records, 'record')} in
              ${counted(slots, 'slot')}${newest === null ? '' : html`, newest ${moment(newest)}`}${states.length === 0 ? '' : `; ${states.join(', ')}`}
            </li>`,
        )}
      </ul>`,
  );
}

function nothingShown({ recordsInLedger }: Scope): Markup {
  const why =
    recordsInLedger === 0
      ? 'No record of this ledger verifies, and none that does not is shown.'
      : 'No record falls into what was asked for.';
  return box('caution', 'Nothing to show', html`<p>${why} That is not a good result; it is no result.</p>`);
}

const box = (tone: Tone, word: string, body: Markup): Markup =>
  html`<div class="verdict ${tone}">
    <p class="word">${statusMark(tone, word)}</p>
    <div>${body}</div>
  </div>`;
