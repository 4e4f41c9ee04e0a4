import { RUNS_LOOKED_AT } from '../reads/successful-job.ts';
import { found, notFound, notVisible, type AuditFinding } from './audit-finding.ts';

export const untestedRollback: AuditFinding = {
  id: 'untested-rollback',
  title: 'Rollback never tested',
  doThis: 'write the rollback as a job, run it as a drill every quarter, and record it with `record-evidence`',
  examine({ rollback }) {
    if (!rollback.seen) return notVisible('whether a rollback ever ran', rollback);
    if (!rollback.value.written) return found('no workflow has a rollback');
    const { at, lastSuccess } = rollback.value;
    return lastSuccess === null
      ? found(`the rollback at ${at} succeeded in none of the last ${RUNS_LOOKED_AT} runs`)
      : notFound(`the rollback at ${at} succeeded on ${lastSuccess.slice(0, 10)}`);
  },
};
