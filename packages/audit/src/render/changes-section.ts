import { isBroken } from '@proofrail/core/policy';
import { deferred, html, type Markup } from '../html/html.ts';
import type { Change, EvidenceRow, ReportModel } from '../report-model.ts';
import { brief, whole } from './code.ts';
import { counted } from './counted.ts';
import { dataTable } from './data-table.ts';
import { definition } from './definition.ts';
import { environmentBlock } from './environment-block.ts';
import { moment } from './moment.ts';
import { outcomeMark } from './outcome-mark.ts';
import { populationTable } from './population-table.ts';
import { proofOfAll } from './proof.ts';
import { reviewBlock } from './review-block.ts';
import { ruleFigures, rulesBlock } from './rules-block.ts';
import { doubtsLine } from './doubts-line.ts';
import { section } from './section.ts';
import { statusMark } from './status-mark.ts';

export function changesSection({ changes }: ReportModel): Markup {
  return section({
    id: 'changes',
    title: 'Changes',
    lead:
      changes.length === 0
        ? 'No decision about a change is among the records shown.'
        : 'Every decision in the order in which it was made: first as one list to draw a sample from, then each with what the rules answered, the records it rests on, and how to check it by hand.',
    body: changes.length === 0 ? null : [populationTable(changes), deferred(changes, article)],
  });
}

function article(change: Change): Markup {
  const failed = change.rules.filter(({ status }) => isBroken(status)).length;
  return html`<article id="${change.anchor}" class="change">
<header>
<p class="kicker">${outcomeMark(change)} <span>${moment(change.decidedAt)}</span></p>
<h3>${change.title}</h3>
<p class="commit">Commit ${whole(change.commit)}</p>
<p class="given">${change.facts === 'given' ? statusMark('caution', 'facts given, not read') : readLive(change)}</p>
${change.outcome === 'provisional' ? html`<p class="commit">Only reviews were missing. It let the change into the merge queue and satisfies nothing: the queue judged it again.</p>` : null}
${doubtsLine(change.doubts)}${change.error === null ? null : html`<p class="error">${change.error}</p>`}
</header>
<details${failed > 0 ? ' open' : ''}><summary>Decision: ${ruleFigures(change.rules)}</summary>
${rulesBlock(change.rules)}
<dl class="proof">
${fact('Policy', change.policy)}${fact('Input', change.input)}${fact('To be kept', change.retentionYears === null ? null : counted(change.retentionYears, 'year'))}
</dl></details>
${change.review === null ? null : reviewBlock(change.review)}
${change.environment === null ? null : environmentBlock(change.environment)}
<details><summary>Evidence: ${counted(change.evidence.length, 'record')}, and how to check them by hand</summary>
${dataTable('Records of this change', evidenceColumns, change.evidence)}
<p class="note">The command runs in the folder of the ledger. It prints <code>OK</code> for each record and slot whose bytes are what was sealed.</p>
${proofOfAll(change.evidence.map(({ proof }) => proof))}</details>
</article>
`;
}

/** The digest of each is in the record; their bytes name people, and may be erased. */
function readLive({ answers: { total, areKept } }: Change): Markup {
  const live = statusMark('quiet', 'facts read live by the run');
  if (total === 0) return live;
  const where = areKept ? 'kept outside of the ledger' : 'on record by digest';
  return html`${live} <span class="quiet">from ${counted(total, 'answer')} ${where}</span>`;
}

const fact = (name: string, value: string | null): Markup | null =>
  value === null ? null : definition(name, value.startsWith('sha256:') ? whole(value) : value);

const evidenceColumns = [
  { head: 'Kind', names: true, cell: (row: EvidenceRow) => html`<code>${row.kind}</code>` },
  { head: 'Outcome', cell: (row: EvidenceRow) => row.outcome ?? 'not stated' },
  { head: 'Time', cell: (row: EvidenceRow) => moment(row.at) },
  { head: 'Slot', numeric: true, cell: (row: EvidenceRow) => row.proof.slot },
  { head: 'Position', numeric: true, cell: (row: EvidenceRow) => row.proof.position },
  { head: 'Digest', cell: (row: EvidenceRow) => brief(row.proof.record) },
];
