import { deferred, html, type Markup } from '../html/html.ts';
import { countDeviations, type Deviation, type DeviationKind, type ReportModel } from '../report-model.ts';
import { counted } from './counted.ts';
import { moment } from './moment.ts';
import { section } from './section.ts';
import { statusMark, type Tone } from './status-mark.ts';

/** First on the page, always there: an auditor writes up each deviation whatever colour a tool gave it (auditor.md 2.1). */
export function deviationsSection({ deviations, scope }: ReportModel): Markup {
  return section({
    id: 'deviations',
    title: 'Deviations',
    lead: lead(deviations, scope.recordsShown),
    body:
      deviations.length === 0
        ? null
        : html`<ol class="deviations">
            ${deferred(deviations, entry)}
          </ol>`,
  });
}

function lead(deviations: readonly Deviation[], recordsShown: number): string {
  if (deviations.length > 0) {
    const denied = deviations.some(({ kind }) => kind === 'denied') ? ` ${OF_DENIALS}` : '';
    return `${counted(countDeviations(deviations), 'deviation')}, the gravest first.${denied}`;
  }
  if (recordsShown === 0)
    return 'No record was found, so no deviation could be found either. This is not a result: it says that nothing was looked at.';
  return 'None in the records shown. A period without any deviation deserves a question too: is everything recorded?';
}

const OF_DENIALS = 'A denial means that the control worked; it is listed because somebody should ask why.';

const KINDS: Readonly<Record<DeviationKind, readonly [Tone, string]>> = {
  verification: ['bad', 'Verification'],
  bypass: ['bad', 'Bypass'],
  error: ['bad', 'Decision failed'],
  denied: ['bad', 'Denied'],
  deployment: ['bad', 'Deployment'],
  'missing-result': ['caution', 'No result'],
  'exception-expired': ['bad', 'Exception not valid'],
  'exception-used': ['caution', 'Exception used'],
  warned: ['caution', 'Warned only'],
  'unsigned-by-platform': ['caution', 'Unsigned by the platform'],
  unrecognised: ['caution', 'Not recognised'],
  'facts-given': ['caution', 'Facts given, not read'],
};

function entry(deviation: Deviation): Markup {
  const [tone, word] = KINDS[deviation.kind];
  return html`<li class="${tone}">
    <p class="kicker">${statusMark(tone, word)}${deviation.at === null ? null : html` <span>${moment(deviation.at)}</span>`}</p>
    <h3>${deviation.anchor === null ? deviation.title : html`<a href="#${deviation.anchor}">${deviation.title}</a>`}</h3>
    ${
      deviation.details.length === 0
        ? null
        : html`<ul>
            ${deviation.details.map((detail) => html`<li>${detail}</li>`)}
          </ul>`
    }
    ${deviation.controls.length === 0 ? null : html`<p class="controls">Touches ${deviation.controls.join(', ')}</p>`}
  </li> `;
}
