import { html, type Markup } from '../html/html.ts';
import type { ReportModel } from '../report-model.ts';
import { section } from './section.ts';

/** A page can be changed as easily as it was made; what it says must be checkable without it (auditor.md 5.4). */
export function checkingSection({ scope }: ReportModel): Markup {
  return section({
    id: 'checking',
    title: 'Checking this page',
    lead: 'Whoever can change this file can change what it says. It holds no script and asks no server; the ledger it names is what proves it.',
    body: html`<ol class="steps">
      <li>
        Verify the ledger again, with a trust file and a receipt that you were given another way:
        <pre><code>proofrail verify --ledger ${scope.ledger} --trust trust.json --receipt receipt.json</code></pre>
      </li>
      <li>
        Make this page again from the same ledger. The same records give the same bytes:
        <pre><code>proofrail report --ledger ${scope.ledger} --trust trust.json --out again.html</code></pre>
      </li>
      <li>
        <code>[text 7ceeb2f614c0, 10 bytes]</code> stands for a text of outsiders, which the ledger never keeps: the first digits
        of its SHA-256, and its length. Whoever has the text can compare.
      </li>
      <li>Check single records with <code>sha256sum</code> alone: the command stands under <em>Proof</em> of each change.</li>
    </ol>`,
  });
}
