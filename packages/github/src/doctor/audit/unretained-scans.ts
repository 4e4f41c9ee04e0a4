import { counted } from '@proofrail/core/text';
import { isGate, jobsOf, usesOf, type JobInWorkflow } from '@proofrail/core/workflows';
import { SCANS_ELSEWHERE, scanSteps } from '../scan-steps.ts';
import type { Sights } from '../sights.ts';
import { found, nothingSays, notFound, notVisible, type AuditFinding } from './audit-finding.ts';

export const unretainedScans: AuditFinding = {
  id: 'unretained-scans',
  title: 'Scan results not retained',
  doThis: 'let the gate or `record-evidence` write them to a ledger with a retention of its own, such as `ledger: s3://…`',
  examine(sights) {
    const { workflows } = sights;
    if (!workflows.seen) return notVisible('the workflow files', workflows);
    const ledgers = jobsOf(workflows.value).flatMap(ledgersOf);
    const kept = ledgers.find(({ ledger }) => ledger.startsWith('s3://'));
    if (kept !== undefined) return notFound(`${kept.place} records them in ${kept.ledger}`);
    const open = ledgers.find(({ ledger }) => ledger.includes('${{'));
    if (open !== undefined) return nothingSays(`where ${open.place} records them`, `the value of ${open.ledger}`);
    const [scan] = scanSteps(workflows.value.workflows);
    if (scan === undefined) return nothingSays('where results go', SCANS_ELSEWHERE);
    return found(`results of ${scan.place} stay with GitHub, which deletes them after ${retention(sights)}`);
  },
};

const retention = ({ retention: sight }: Sights): string =>
  sight.seen ? counted(sight.value.days, 'day') : 'at most 400 days (90 by default)';

/** What the gate and `record-evidence` say about where evidence goes. */
function ledgersOf(at: JobInWorkflow): { ledger: string; place: string }[] {
  const { work } = at.job;
  const inputs = [
    ...(work.kind === 'call' && isGate(at) ? [work.inputs] : []),
    ...usesOf(at).flatMap(({ does }) => (/(policy-gate|record-evidence)(@|$)/.test(does.uses.value) ? [does.inputs] : [])),
  ];
  return inputs.flatMap((of) => {
    const ledger = of.get('ledger');
    return ledger === undefined ? [] : [{ ledger: ledger.value, place: `${at.workflow.file}:${ledger.line}` }];
  });
}
