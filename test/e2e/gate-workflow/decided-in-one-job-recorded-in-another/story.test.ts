import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { hexOf, sha256, type Sha256 } from '@proofrail/core/canonical';
import { answersOfDocument } from '../../../laws/answers-of-document.ts';
import { withReport } from '../../../github/on-new-head.ts';
import { CONTROLS, soundChange } from '../../../github/sound-change.ts';
import { decideJob, handedOn, recordJob } from '../../material/gate-jobs.ts';
import { onPullRequest } from '../../material/gate-on-github.ts';
import { kindsOf, ledgerRecords } from '../../material/ledger-records.ts';
import { sarif } from '../../material/sarif.ts';
import { Workspace } from '../../material/workspace.ts';

const critical = { rule: 'r', message: 'm', severity: 9.8, file: 'src/a.ts', line: 1 };
const broken = () => withReport(soundChange(), 'codeql', sarif('CodeQL', [critical]));

// What gate.yml does: one job decides and may write nothing, the next one records what it decided.
describe('a decision in one job, its evidence in another', () => {
  it('is allowed in both, and only the second one leaves records, in the stream that satisfies nothing later', async () => {
    using workspace = new Workspace();
    const sound = soundChange();
    const decided = await decideJob(workspace, sound);
    expect([decided.exitCode, decided.outcome, decided.stderr]).toEqual([0, 'allow', '']);
    expect(decided.records).toEqual([]);
    const recorded = await recordJob(workspace, sound, { digest: decided.outputs['bundle-digest'] ?? '' });
    expect([recorded.exitCode, recorded.outputs['outcome'], recorded.stderr]).toEqual([0, 'allow', '']);
    expect(kindsOf(ledgerRecords(workspace)).filter((kind) => kind === 'policy.decision')).toHaveLength(1);
    expect(recorded.outputs['record-digest']).toMatch(/^sha256:/);
    expect(recorded.summary).toContain('778812345-pr');
    expect(recorded.summary).toContain('stands on the page of the job that decided');
    // A folder of a lent machine is no archive, and record and summary say so.
    expect(recorded.summary).toContain('not retained: GitHub deletes this after 90 days');
    for (const { predicate } of ledgerRecords(workspace))
      expect(predicate['evidence']).toMatchObject({ kept_by: 'artifact', kept_days: 90 });

    // Evidence that can't be written is red, whatever was decided.
    using elsewhere = new Workspace();
    elsewhere.write('ledger', 'a file where the ledger should be');
    expect(
      (await recordJob(elsewhere, sound, { digest: decided.outputs['bundle-digest'] ?? '', handedOnIn: workspace })).conclusion,
    ).toBe('failure');
  });

  it('is denied in both, says in the first what to do, and ends in 4 when another job put a decision of its own in its place', async () => {
    using workspace = new Workspace();
    const change = broken();
    const decided = await decideJob(workspace, change);
    expect([decided.exitCode, decided.outcome]).toEqual([1, 'deny']);
    expect(decided.summary).toContain('scans.threshold');
    const digest = decided.outputs['bundle-digest'] ?? '';

    const file = path.join(handedOn(workspace), 'decision.json');
    const honest = readFileSync(file, 'utf8');
    const forged = honest.replaceAll('"outcome":"deny"', '"outcome":"allow"');
    writeFileSync(file, forged);
    const named = await recordJob(workspace, change, { digest });
    const own = await recordJob(workspace, change, { digest: sha256(forged) });
    expect([named.exitCode, named.annotations[0]?.title]).toEqual([4, 'bundle/digest']);
    expect([own.exitCode, own.annotations[0]?.title]).toEqual([4, 'bundle/differs']);
    expect(ledgerRecords(workspace)).toEqual([]);
    writeFileSync(file, honest);

    // A fork's run has no identity to write with: it decides again, writes nothing and says when the evidence is written.
    change.pullRequest.head = { ...change.pullRequest.head, repository: 5 };
    const ofFork = await recordJob(workspace, change, { digest, event: onPullRequest(change) });
    expect([ofFork.exitCode, ofFork.outputs['outcome']]).toEqual([1, 'deny']);
    expect(ofFork.summary).toContain('Its evidence is written at merge.');
    expect(ledgerRecords(workspace)).toEqual([]);

    const recorded = await recordJob(workspace, broken(), { digest });
    expect([recorded.exitCode, recorded.outputs['outcome']]).toEqual([1, 'deny']);
    expect(kindsOf(ledgerRecords(workspace))).toContain('policy.decision');
    // This job is the required check: whoever comes from there reads which rules, and where the rest stands.
    for (const said of [recorded, ofFork])
      expect(said.annotations).toEqual([
        expect.objectContaining({
          kind: 'error',
          title: 'Denied: pull request 41',
          message: expect.stringMatching(/^1 of 15 rules stands in the way: scans\.threshold\. .*the job that decided/),
        }),
      ]);
  });

  it('goes on record with what GitHub answered, and its bytes where originals go; without them where they did not come along', async () => {
    using workspace = new Workspace();
    const sound = soundChange();
    const decided = await decideJob(workspace, sound);
    const record = async (ledger: string) => {
      const inputs = { ledger: `file:./${ledger}`, attachments: 'file:./kept' };
      const { exitCode } = await recordJob(workspace, sound, { digest: decided.outputs['bundle-digest'] ?? '', inputs });
      expect(exitCode).toBe(0);
      const decision = ledgerRecords(workspace, ledger).find(({ predicate }) => 'answers' in predicate);
      return decision?.predicate['answers'] as { document: Sha256 | null; items: { sha256: Sha256 }[]; total: number };
    };
    const { document, items, total } = await record('one');
    expect([items.length, total > 5]).toEqual([total, true]);
    const kept = readFileSync(workspace.path(`kept/v1/attachments/778812345-pr/${hexOf(document as Sha256)}`));
    expect(answersOfDocument(kept).map(({ body }) => sha256(body))).toEqual(items.map((item) => item.sha256));

    rmSync(path.join(handedOn(workspace), hexOf(document as Sha256)));
    expect(await record('other')).toEqual({ document: null, items, total });
  });

  it('is not recorded when a file for the artifact is missing: a mistake of the workflow, said before anything is signed', async () => {
    using workspace = new Workspace();
    const sound = soundChange();
    const decided = await decideJob(workspace, sound);
    const inputs = { 'artifact-name': 'evidence', 'artifact-files': 'no-such-report.json' };
    const recorded = await recordJob(workspace, sound, { digest: decided.outputs['bundle-digest'] ?? '', inputs });
    expect([recorded.exitCode, recorded.annotations[0]?.title]).toEqual([2, 'file/absent']);
    expect(ledgerRecords(workspace)).toEqual([]);
  });

  it('is on record although nothing could be judged: the fault travels with the decision', async () => {
    using workspace = new Workspace();
    const change = soundChange({
      files: { '.proofrail/link': { mode: '120000', content: Buffer.from('../x') }, '.proofrail/controls.yaml': CONTROLS },
    });
    const decided = await decideJob(workspace, change);
    expect([decided.exitCode, decided.annotations[0]?.title]).toEqual([2, 'config/not-a-file']);
    const recorded = await recordJob(workspace, change, { digest: decided.outputs['bundle-digest'] ?? '' });
    expect([recorded.exitCode, recorded.outputs['outcome']]).toEqual([2, undefined]);
    expect(recorded.annotations[0]?.title).toBe('config/not-a-file');
    expect(kindsOf(ledgerRecords(workspace))).toEqual(['policy.decision']);
  });
});
