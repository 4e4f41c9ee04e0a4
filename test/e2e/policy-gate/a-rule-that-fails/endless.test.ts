import { expect, it } from '@jest/globals';
import { scannedChange } from '../../../bench/material/scanned-change.ts';
import { ENDLESS_RULE } from '../../../../policies/testing/endless-rule.ts';
import { gate, laidOut } from '../../cli/laid-out.ts';
import { proofrail } from '../../cli/proofrail.ts';
import { ledgerRecords } from '../../material/ledger-records.ts';
import { releaseWithRules } from '../../material/release-with-rules.ts';

it('a release with a rule that does not come to an end denies within half a minute, and that is on record with what the others say', async () => {
  using workspace = laidOut(scannedChange(3_000)); // of small inputs nobody measures the time
  const program = await releaseWithRules(workspace, 'scans/threshold.rego', ENDLESS_RULE);
  const { code, json } = await proofrail(gate('file:./ledger'), { cwd: workspace.folder, program }); // which waits a minute for its end
  const error = { code: 'policy/timeout' };
  expect([code, json()]).toMatchObject([1, { outcome: 'deny', decision: { cause: 'error', error } }]);
  const [recorded] = ledgerRecords(workspace).filter(({ predicateType }) => predicateType.includes('policy.decision'));
  const { rules, ...decision } = recorded?.predicate as {
    readonly rules: readonly { readonly id: string; readonly status: string }[];
  };
  expect(decision).toMatchObject({ decision: 'deny', cause: 'error', error });
  expect(rules.filter(({ status }) => status === 'unknown').map(({ id }) => id)).toEqual(['scans.threshold']);
  expect(rules.filter(({ status }) => status === 'pass').length).toBeGreaterThan(10);
}, 90_000);
