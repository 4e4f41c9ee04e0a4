import { expect, it } from '@jest/globals';
import { verifyLedger } from '@proofrail/core/verification';
import { openLedger } from '@proofrail/machine';
import { FakeIssuer, startFakeTokenService, type SoundChange } from '@proofrail/testkit';
import { kindsOf, ledgerRecords } from '../e2e/material/ledger-records.ts';
import { sarif } from '../e2e/material/sarif.ts';
import { Workspace } from '../e2e/material/workspace.ts';
import { withReport } from '../github/on-new-head.ts';
import { soundChange } from '../github/sound-change.ts';
import { trustIn } from '../ledger/small-ledger.ts';
import { actOnGitHub } from './act-on-github.ts';
import type { ActRun } from './act-run.ts';
import { describeAct } from './describe-act.ts';

const CALLER = 'examples/pipeline/.github/workflows/proofrail.yml';
const GATE = '.github/workflows/gate.yml';
const LAST = 'Only explicit success passes';
const critical = { rule: 'r', message: 'm', severity: 9.8, file: 'src/a.ts', line: 1 };

describeAct('proofrail.yml, which calls gate.yml, on act', (act) => {
  it('is green where all three jobs are, and hands ledger, intent and decision from job to job by their outputs', async () => {
    using workspace = new Workspace();
    const change = soundChange();
    const issuer = issuerFor(change);
    const run = await check(act, workspace, change, issuer);
    expect([run.exitCode, run.jobs]).toEqual([0, { intent: 'success', decide: 'success', gate: 'success' }]);
    expect(run.steps('gate')).toMatchObject({ record: 'success', [LAST]: 'success' });

    const recorded = ledgerRecords(workspace, 'artifacts/proofrail-evidence-1');
    const kinds = kindsOf(recorded);
    expect([kinds[0], kinds.slice(1, -1).sort(), kinds.at(-1)]).toEqual([
      'run.intent',
      ['change.approval', 'scan.result', 'scan.result'], // stored side by side
      'policy.decision',
    ]);
    expect(kindsOf(ledgerRecords(workspace, 'artifacts/proofrail-intent-1'))).toEqual(['run.intent']);
    expect(await vouchedFor(workspace.path('artifacts/proofrail-evidence-1'), issuer)).toEqual({
      outcome: 'allow',
      platform: [{ verified: recorded.length, unverified: 0 }],
      originals: [4], // two reports, the facts, and the answers that they were made of
    });
    expect(recorded.at(-1)?.predicate).toMatchObject({
      evidence: {
        related: expect.arrayContaining([{ rel: 'intent', digest: run.outputs('intent', 'intent')['record-digest'] }]),
        platform_receipt: 'oidc',
      },
    });
  });

  it('is red where the decision is, although the denial itself is recorded: the gate runs always', async () => {
    using workspace = new Workspace();
    const run = await check(act, workspace, withReport(soundChange(), 'codeql', sarif('CodeQL', [critical])));
    expect([run.exitCode, run.jobs]).toEqual([1, { intent: 'success', decide: 'failure', gate: 'failure' }]);
    expect(run.outputs('gate', 'record')).toMatchObject({ outcome: 'deny' });
    expect(run.steps('gate')).toMatchObject({ record: 'failure', 'The ledger of this run': 'success', [LAST]: 'failure' });
    expect(kindsOf(ledgerRecords(workspace, 'artifacts/proofrail-evidence-1'))).toContain('policy.decision');
  });

  it('is red where nobody vouches for the run, although the change was allowed', async () => {
    using workspace = new Workspace();
    const run = await actOnGitHub(soundChange(), { act, workspace, workflow: CALLER, calls: [GATE] });
    expect([run.exitCode, run.jobs]).toEqual([1, { intent: 'failure', decide: 'success', gate: 'failure' }]);
    expect(run.outputs('decide', 'decide')).toMatchObject({ outcome: 'allow' });
    expect(ledgerRecords(workspace, 'artifacts/proofrail-evidence-1')).toEqual([]);
  });
});

/** What an auditor is told who has the two artifacts side by side, as they are downloaded, and a trust file that names the issuer. */
async function vouchedFor(ledger: string, issuer: FakeIssuer) {
  const [store, attachments] = await Promise.all([openLedger(`file:${ledger}`), openLedger(`file:${ledger}.attachments`)]);
  const trust = { ...trustIn([], null), issuer_keys: [issuer.issuerKey], run_keys: [issuer.runRule] };
  const { outcome, streams } = await verifyLedger(store, { trust, attachments });
  const platform = streams.map(({ platform: { verified, unverified } }) => ({ verified, unverified }));
  return { outcome, platform, originals: streams.map(({ attachments: { kept } }) => kept) };
}

/** Speaks for the run of the gate. */
function issuerFor({ repository, runs }: SoundChange): FakeIssuer {
  return new FakeIssuer({
    run: {
      GITHUB_REPOSITORY: `${repository.owner}/${repository.name}`,
      GITHUB_REPOSITORY_ID: String(repository.id),
      GITHUB_RUN_ID: String(runs.gate.id),
    },
  });
}

/** With the identity that `id-token: write` gives; act gives none. */
async function check(act: string, workspace: Workspace, change: SoundChange, issuer = issuerFor(change)): Promise<ActRun> {
  const tokens = await startFakeTokenService(issuer);
  try {
    return await actOnGitHub(change, { act, workspace, workflow: CALLER, calls: [GATE], runner: tokens.environment });
  } finally {
    await tokens.close();
  }
}
