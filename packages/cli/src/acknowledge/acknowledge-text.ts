import type { StreamId } from '@proofrail/core/ledger';
import { exitCode } from '@proofrail/core/outcomes';
import type { Page } from '../answer.ts';
import { recordedLines } from '../evidence/recorded-lines.ts';
import { shown } from '../terminal/shown.ts';
import { table } from '../terminal/table.ts';
import type { Acknowledged } from './acknowledge-finding.ts';
import type { NamedAccount } from './account-named.ts';
import type { AskedAcknowledgement } from './asked-acknowledgement.ts';
import type { FindingToAccept } from './finding-to-accept.ts';
import type { Verifier } from './verifier.ts';

/** What is accepted and on whose word, then where that stands, then how the verifier ends from now on. */
export function acknowledgeText(
  finding: FindingToAccept,
  { reason, acknowledgedBy, approvedBy }: AskedAcknowledgement,
  { stream, done, by }: { readonly stream: StreamId; readonly done: Acknowledged | null; readonly by: Verifier['command'] },
  { style, columns }: Page,
): string {
  const rows: [string, string][] = [
    ['finding', `${finding.digest} (${finding.code}, ${finding.kind})`],
    ['', finding.text],
    ['reason', reason],
    ['by', `${nameOf(acknowledgedBy)}, approved by ${nameOf(approvedBy)}`],
    ...(done === null ? [['stream', stream] as [string, string]] : recordedLines(done.recorded)),
  ];
  const lines = rows.map(([name, text]) => [{ text: name, look: style.quiet }, shown(text)]);
  return [table(lines, columns === undefined ? {} : { columns }), '', conclusion(done, by)].join('\n');
}

function conclusion(done: Acknowledged | null, by: Verifier['command']): string {
  if (done === null)
    return 'This would be recorded, and stay in every report of this ledger. Nothing was done. To do it, run it again with --yes.';
  const { counts, strict, accepting } = done;
  if (!counts)
    return `recorded, but it does not count: the finding is another one by now. "proofrail ${by}" prints what is found today.`;
  return (
    `acknowledged: "${by}" still prints it and ends in ${exitCode(strict)} (${strict}); ` +
    `with --accept-acknowledged it ends in ${exitCode(accepting)} (${accepting})`
  );
}

const nameOf = (account: NamedAccount): string => (account.kind === 'machine' ? account.actor : `account ${account.id}`);
