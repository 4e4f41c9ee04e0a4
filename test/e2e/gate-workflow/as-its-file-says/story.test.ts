import { describe, expect, it } from '@jest/globals';
import { DECIDE_SCOPES, type SoundChange } from '@proofrail/testkit';
import { withReport } from '../../../github/on-new-head.ts';
import { soundChange } from '../../../github/sound-change.ts';
import { kindsOf, recordsIn } from '../../material/ledger-records.ts';
import { sarif } from '../../material/sarif.ts';
import { runShippedWorkflow, type ShippedRun, type ShippedWorkflowCall } from '../../material/shipped-workflow-run.ts';

const FILE = '.github/workflows/gate.yml';
const LEDGER = 'file:proofrail-ledger';

/** gate.yml as a caller of this repository calls it; the fake GitHub is an Enterprise Server to our actions. */
const gate = (change: SoundChange, use: (run: ShippedRun) => void, call: Partial<ShippedWorkflowCall> = {}) =>
  runShippedWorkflow(
    {
      file: FILE,
      ...(call.prepare === undefined ? {} : { prepare: call.prepare }),
      inputs: { 'enterprise-hosts': '127.0.0.1', ...call.inputs },
    },
    change,
    use,
  );

const given = ({ steps }: ShippedRun, job: string) => steps.find((step) => step.job === job && step.uses?.startsWith('$/'))?.with;
const evidenceOf = (run: ShippedRun) => recordsIn(run.artifact('proofrail-evidence-1') ?? '');

describe('gate.yml, by what its file gives to each step', () => {
  it('hands commit, ledger, decision, digest and intent from job to job, and is green where all three jobs are', async () => {
    const change = soundChange();
    await gate(change, (run) => {
      expect(run.jobs).toEqual({ intent: 'success', decide: 'success', gate: 'success' });
      expect(given(run, 'decide')).toEqual({ phase: 'decide', 'enterprise-hosts': '127.0.0.1' });
      expect(given(run, 'intent')).toMatchObject({ kind: 'run.intent', commit: change.pullRequest.head.commit, ledger: LEDGER });
      const { intent, decide } = run.actions;
      expect(given(run, 'gate')).toMatchObject({
        kind: 'policy.decision',
        'decision-digest': decide?.outputs['bundle-digest'],
        intent: intent?.outputs['record-digest'],
        ledger: LEDGER,
      });
      const records = evidenceOf(run);
      expect([kindsOf(records)[0], kindsOf(records).at(-1)]).toEqual(['run.intent', 'policy.decision']);
      expect(records.at(-1)?.predicate).toMatchObject({ evidence: { platform_receipt: 'oidc', outcome: 'pass' } });
    });
  });

  it('asks for the permissions that the decision needs, and for no other: with them every fact is known', async () => {
    await gate(soundChange(), (run) => {
      const asked = Object.fromEntries(run.steps.map(({ job, permissions }) => [job, permissions]));
      expect(asked).toEqual({ intent: { 'id-token': 'write' }, decide: DECIDE_SCOPES, gate: { 'id-token': 'write' } });
      expect(run.actions['decide']?.annotations).toEqual([]);
    });
  });

  it('is red where the change is denied, which is on record, and says why where the required check is', async () => {
    const finding = { rule: 'r', message: 'm', severity: 9.8, file: 'src/a.ts', line: 1 };
    await gate(withReport(soundChange(), 'codeql', sarif('CodeQL', [finding])), (run) => {
      expect(run.jobs).toEqual({ intent: 'success', decide: 'failure', gate: 'failure' });
      expect(run.actions['gate']?.annotations[0]?.message).toContain('scans.threshold');
      expect(evidenceOf(run).at(-1)?.predicate).toMatchObject({ evidence: { outcome: 'fail' } });
    });
  });

  it('is red where the evidence cannot be written, although the change is allowed', async () => {
    await gate(soundChange(), (run) => expect(run.jobs).toEqual({ intent: 'failure', decide: 'success', gate: 'failure' }), {
      inputs: { ledger: 'file:/proc/nowhere/ledger' },
    });
  });

  it('is red where the deciding job came to nothing, and says to look there', async () => {
    const resetAt = new Date(Date.now() + 3_600_000);
    const prepare: ShippedWorkflowCall['prepare'] = (github) => github.inject(() => true, { kind: 'primary-limit', resetAt });
    const nothing = (run: ShippedRun) => {
      expect(run.jobs).toEqual({ intent: 'success', decide: 'failure', gate: 'failure' });
      expect(run.actions['gate']?.annotations[0]?.message).toContain('Look at the job that decides');
      expect(kindsOf(evidenceOf(run))).toEqual(['run.intent']);
    };
    await gate(soundChange(), nothing, { prepare });
  });
});
