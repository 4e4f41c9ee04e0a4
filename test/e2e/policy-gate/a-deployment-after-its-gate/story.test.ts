import { expect, it } from '@jest/globals';
import { recordOf } from '@proofrail/core/evidence';
import { addEnvironment, deployTo, merge, runWorkflow, type SoundChange } from '@proofrail/testkit';
import { soundChange, SOURCES } from '../../../github/sound-change.ts';
import { gateOnGitHub, onPush, type GateRun } from '../../material/gate-on-github.ts';

const GATE = 'gate: {check: gate / gate, workflow: .github/workflows/gate.yml}\n';

/** A job that deploys to production what was just merged. */
async function deploy(change: SoundChange): Promise<GateRun> {
  const before = change.repository.branches.get('main') ?? '';
  const after = merge(change, change.security);
  addEnvironment(change.scenario, change.repository, 'production');
  deployTo(change.repository, change.runs.gate, 'production');
  return gateOnGitHub(change, { event: onPush(change, before, after), inputs: { environment: 'production' } });
}

function decisionIn({ records }: GateRun) {
  const [decision] = records.map((record) => recordOf(record, 'record')).filter(({ kind }) => kind === 'policy.decision');
  return decision?.kind === 'policy.decision' ? decision.details.environment?.decision : undefined;
}

it('a deployment has on record how the gate had ended on the change that it deploys', async () => {
  const change = soundChange({ files: { '.proofrail/sources.yaml': SOURCES + GATE } });
  const { scenario, repository, author, pullRequest } = change;
  const { commit, branch } = pullRequest.head;
  const run = runWorkflow(scenario, repository, {
    ...{ commit, branch, actor: author, path: '.github/workflows/gate.yml' },
    jobs: { 'gate / gate': 'success' },
  });
  const deployed = await deploy(change);
  expect([deployed.exitCode, deployed.outcome]).toEqual([0, 'allow']);
  expect(decisionIn(deployed)).toEqual({
    known: true,
    value: { commit, event: 'pull_request', run: String(run.id), conclusion: 'success' },
  });
});

it('a deployment of what no gate has ended on has that on record', async () => {
  const deployed = await deploy(soundChange({ files: { '.proofrail/sources.yaml': SOURCES + GATE } }));
  expect(decisionIn(deployed)).toEqual({ known: false, why: 'absent' });
});
