import { html, type Markup } from '../html/html.ts';
import type { ReportModel, Scope, VerificationSummary } from '../report-model.ts';
import { section } from './section.ts';
import { shellWord } from './shell-word.ts';
import { dayEnding, dayStarting } from './whole-day.ts';

/** A page can be changed as easily as it was made; what it says must be checkable without it (auditor.md 5.4). */
export function checkingSection({ scope, verification }: ReportModel): Markup {
  return section({
    id: 'checking',
    title: 'Checking this page',
    lead: 'Whoever can change this file can change what it says. It holds no script and asks no server; the ledger it names is what proves it.',
    body: html`<ol class="steps">
      <li>
        Verify the ledger again, with a trust file and a receipt that you were given another way:
        <pre><code>proofrail verify --ledger ${shellWord(scope.ledger)} --trust trust.json --receipt receipt.json</code></pre>
      </li>
      <li>
        Make this page again, with the same trust file, receipts and options. The same records give the same bytes:
        <pre><code>${againCommand(scope, verification)}</code></pre>
      </li>
      <li>
        <code>[text 7ceeb2f614c0, 10 bytes]</code> stands for a text of outsiders, which the ledger never keeps: the first digits
        of its SHA-256, and its length. Whoever has the text can compare.
      </li>
      <li>Check single records with <code>sha256sum</code> alone: the command stands under <em>Evidence</em> of each change.</li>
    </ol>`,
  });
}

/** The command that this page came from: with another selection it would be another page. */
function againCommand({ ledger, stream, control, asked }: Scope, { trusted, receipts, again }: VerificationSummary): string {
  const options = [
    ['--ledger', ledger],
    ...(trusted ? [['--trust', 'trust.json']] : []),
    ...Array.from({ length: receipts }, (_, index) => [
      '--receipt',
      receipts === 1 ? 'receipt.json' : `receipt-${index + 1}.json`,
    ]),
    ...again,
    ...(stream === null ? [] : [['--stream', stream]]),
    ...(control === null ? [] : [['--control', control]]),
    ...(asked.from === null ? [] : [['--from', dayStarting(asked.from) ?? iso(asked.from)]]),
    ...(asked.to === null ? [] : [['--to', dayEnding(asked.to) ?? iso(asked.to)]]),
    ['--out', 'again.html'],
  ];
  return ['proofrail', 'report', ...options.flat().map(shellWord)].join(' ');
}

const iso = (milliseconds: number): string => new Date(milliseconds).toISOString();
