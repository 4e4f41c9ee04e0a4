import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { sha256 } from '@proofrail/core/canonical';
import { soundChange, withReports } from '../../material/change.ts';
import { decideJob, FORK, handedOn, recordJob } from '../../material/gate-jobs.ts';
import { kindsOf, ledgerRecords } from '../../material/ledger-records.ts';
import { sarif } from '../../material/sarif.ts';
import { Workspace } from '../../material/workspace.ts';

const sound = soundChange();
const critical = { rule: 'r', message: 'm', severity: 9.8, file: 'src/a.ts', line: 1 };
const broken = withReports(sound, { ...sound.reports, 'semgrep.sarif': sarif('Semgrep', [critical]) });

// What gate.yml does: one job decides and may write nothing, the next one records what it decided.
describe('a decision in one job, its evidence in another', () => {
  it('is allowed in both, and only the second one leaves records', async () => {
    using workspace = new Workspace();
    const decided = await decideJob(workspace, sound);
    expect([decided.exitCode, decided.outputs['outcome'], decided.stderr]).toEqual([0, 'allow', '']);
    expect(ledgerRecords(workspace)).toEqual([]);
    const recorded = await recordJob(workspace, sound, { digest: decided.outputs['bundle-digest'] ?? '' });
    expect([recorded.exitCode, recorded.outputs['outcome'], recorded.stderr]).toEqual([0, 'allow', '']);
    expect(kindsOf(ledgerRecords(workspace)).filter((kind) => kind === 'policy.decision')).toHaveLength(1);
    expect(recorded.outputs['record-digest']).toMatch(/^sha256:/);
  });

  it('is denied in both, and says in the first what to do', async () => {
    using workspace = new Workspace();
    const decided = await decideJob(workspace, broken);
    expect([decided.exitCode, decided.outputs['outcome']]).toEqual([1, 'deny']);
    expect(decided.summary).toContain('scans.threshold');
    const recorded = await recordJob(workspace, broken, { digest: decided.outputs['bundle-digest'] ?? '' });
    expect([recorded.exitCode, recorded.outputs['outcome']]).toEqual([1, 'deny']);
    expect(kindsOf(ledgerRecords(workspace))).toContain('policy.decision');
  });

  it('goes into the stream of pull requests, which satisfies nothing later', async () => {
    using workspace = new Workspace();
    const { outputs } = await decideJob(workspace, sound);
    const { summary } = await recordJob(workspace, sound, { digest: outputs['bundle-digest'] ?? '' });
    expect(summary).toContain('700001-pr');
  });

  it('says in record and summary that a folder of a lent machine is no archive, and after how many days GitHub deletes it', async () => {
    using workspace = new Workspace();
    const { outputs } = await decideJob(workspace, sound);
    const { summary } = await recordJob(workspace, sound, { digest: outputs['bundle-digest'] ?? '' });
    expect(summary).toContain('not retained: GitHub deletes this after 90 days');
    for (const { predicate } of ledgerRecords(workspace))
      expect(predicate['evidence']).toMatchObject({ kept_by: 'artifact', kept_days: 90 });
  });

  it('ends in 4 when another job of the run put a decision of its own in its place', async () => {
    using workspace = new Workspace();
    const { outputs } = await decideJob(workspace, broken);
    const file = path.join(handedOn(workspace), 'decision.json');
    const forged = readFileSync(file, 'utf8').replaceAll('"outcome":"deny"', '"outcome":"allow"');
    writeFileSync(file, forged);
    const digest = outputs['bundle-digest'] ?? '';
    const [named, own] = [
      await recordJob(workspace, broken, { digest }),
      await recordJob(workspace, broken, { digest: sha256(forged) }),
    ];
    expect([named.exitCode, named.annotations[0]?.title]).toEqual([4, 'bundle/digest']);
    expect([own.exitCode, own.annotations[0]?.title]).toEqual([4, 'bundle/differs']);
    expect(ledgerRecords(workspace)).toEqual([]);
  });

  it('is decided again for a fork, writes nothing and says when the evidence is written', async () => {
    using workspace = new Workspace();
    const { outputs } = await decideJob(workspace, broken);
    const recorded = await recordJob(workspace, broken, { digest: outputs['bundle-digest'] ?? '', event: FORK });
    expect([recorded.exitCode, recorded.outputs['outcome']]).toEqual([1, 'deny']);
    expect(recorded.summary).toContain('Its evidence is written at merge.');
    expect(ledgerRecords(workspace)).toEqual([]);
  });

  it('is red when the evidence can’t be written', async () => {
    using workspace = new Workspace();
    const { outputs } = await decideJob(workspace, sound);
    workspace.write('ledger', 'a file where the ledger should be');
    const recorded = await recordJob(workspace, sound, { digest: outputs['bundle-digest'] ?? '' });
    expect(recorded.conclusion).toBe('failure');
  });
});
