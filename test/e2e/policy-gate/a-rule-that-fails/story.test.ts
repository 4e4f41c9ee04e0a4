import { describe, expect, it } from '@jest/globals';
import { gate, laidOut } from '../../cli/laid-out.ts';
import { proofrail } from '../../cli/proofrail.ts';
import { ledgerRecords } from '../../material/ledger-records.ts';
import { releaseWithRules } from '../../material/release-with-rules.ts';

interface Gated {
  readonly outcome: string;
  readonly decision: { readonly cause: string; readonly error: { readonly code: string } | null };
  readonly rules: readonly { readonly id: string; readonly status: string }[];
}

// A rule that says two things at once ends the evaluation of all of them: nobody may pass by that, and nobody should have to guess what
// the other rules would have said.
describe('a release with a rule that fails when it is asked', () => {
  it('denies a change that every other rule lets through, and says and records what those say', async () => {
    using workspace = laidOut();
    const program = await releaseWithRules(workspace, 'scans/threshold.rego', 'pass := false if input.change.number > 0');
    const sound = await proofrail(gate('none'), { cwd: workspace.folder });
    expect(sound.json<Gated>().outcome).toBe('allow');

    const ended = await proofrail(gate('file:./ledger'), { cwd: workspace.folder, program });
    const { outcome, decision, rules } = ended.json<Gated>();
    expect([ended.code, outcome, decision.cause, decision.error?.code]).toEqual([1, 'deny', 'error', 'policy/threw']);
    const others = sound.json<Gated>().rules.filter(({ id }) => id !== 'scans.threshold');
    expect(others.length).toBeGreaterThan(10);
    expect(rules.filter(({ id }) => id !== 'scans.threshold')).toEqual(others);
    const reasons = [{ code: 'faulted', params: { error: 'policy/threw' } }];
    expect(rules.find(({ id }) => id === 'scans.threshold')).toMatchObject({ status: 'unknown', reasons });

    const [recorded] = ledgerRecords(workspace).filter(({ predicateType }) => predicateType.includes('policy.decision'));
    const recordedRules = (recorded?.predicate as { rules: Gated['rules'] } | undefined)?.rules ?? [];
    expect(recorded?.predicate).toMatchObject({ decision: 'deny', cause: 'error', error: { code: 'policy/threw' } });
    const statuses = (of: Gated['rules']) => Object.fromEntries(of.map(({ id, status }) => [id, status]));
    expect(statuses(recordedRules)).toEqual(statuses(rules));
    expect(recordedRules.find(({ id }) => id === 'scans.threshold')).toMatchObject({ reasons });

    const page = await proofrail([...gate('none').filter((word) => word !== '--json')], { cwd: workspace.folder, program });
    expect(page.out).toMatch(/^DENIED {2}the rules could not be asked together; what each says alone decides nothing: /);
    expect(page.out).toContain('Asking this rule failed (policy/threw)');
  });
});
