import { html, Markup } from '../html/html.ts';
import type { ReportModel } from '../report-model.ts';
import { approvalsSection } from './approvals-section.ts';
import { changesSection } from './changes-section.ts';
import { checkingSection } from './checking-section.ts';
import { contentSecurityPolicy } from './content-security-policy.ts';
import { coverageSection } from './coverage-section.ts';
import { deviationsSection } from './deviations-section.ts';
import { imagesSection } from './images-section.ts';
import { landingsSection } from './landings-section.ts';
import { masthead } from './masthead.ts';
import { STYLESHEET } from './stylesheet.ts';
import { writersSection } from './writers-section.ts';

// Written without a space around it: the policy allows exactly these bytes.
const STYLE = new Markup(`<style>${STYLESHEET}</style>`);

const CONTENTS = [
  ['deviations', 'Deviations'],
  ['changes', 'Changes'],
  ['landings', 'Protected branch'],
  ['images', 'Images'],
  ['approvals', 'Approvals'],
  ['coverage', 'Coverage'],
  ['writers', 'Writers'],
  ['checking', 'Checking'],
] as const;

/**
 * One self-contained page: no script, no request, readable from `file://`, on paper, at 360 and at 1440 pixels, light and dark. The
 * same model gives the same bytes.
 */
export const renderReport = (model: ReportModel): string => [...reportPieces(model)].join('');

/** The same one piece after the other: that of a ledger of years is hundreds of megabytes, and longer than a string may be. */
export function reportPieces(model: ReportModel): Iterable<string> {
  const { control } = model.scope;
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${contentSecurityPolicy(STYLESHEET)}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="referrer" content="no-referrer" />
        <link rel="icon" href="data:," />
        <title>${control === null ? 'Proofrail evidence report' : `${control}: Proofrail evidence report`}</title>
        ${STYLE}
      </head>
      <body>
        <a class="skip" href="#deviations">Skip to deviations</a>
        ${masthead(model)}
        <div class="columns">
          <nav aria-label="Contents">
            <ul>
              ${CONTENTS.map(([id, name]) => html`<li><a href="#${id}">${name}</a></li>`)}
            </ul>
          </nav>
          <main>
            ${deviationsSection(model)}${changesSection(model)}${landingsSection(model)}${imagesSection(model)}${approvalsSection(model)}${coverageSection(model)}${writersSection(model)}${checkingSection(model)}
          </main>
        </div>
        <footer><p>Made by Proofrail from signed records. It supports an audit; it does not replace one.</p></footer>
      </body>
    </html> `.pieces();
}
