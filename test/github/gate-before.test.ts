import { describe, expect, it } from '@jest/globals';
import {
  addEnvironment,
  deployTo,
  enqueue,
  landGroup,
  merge,
  mergeQueue,
  protect,
  push,
  runWorkflow,
  type FileChanges,
  type NewRun,
  type SoundChange,
} from '@proofrail/testkit';
import { openBeside } from './beside.ts';
import { collect, type CollectOptions } from './collecting.ts';
import { runOn } from './more-changes.ts';
import { withFiles } from './on-new-head.ts';
import { asThePushTells } from './queued.ts';
import { soundChange, SOURCES } from './sound-change.ts';

const GATE = 'gate: {check: gate / gate, workflow: .github/workflows/gate.yml}\n';

/** The run that asks has the environment; by which check the gate reports stands in the registry. */
function deploying(sources = SOURCES + GATE, files: FileChanges = {}): SoundChange {
  const change = soundChange({ files: { '.proofrail/sources.yaml': sources, ...files } });
  addEnvironment(change.scenario, change.repository, 'production');
  deployTo(change.repository, change.runs.gate, 'production');
  return change;
}

/** Another run than the one that asks. */
function gateRan(change: SoundChange, run: Partial<NewRun> = {}) {
  const { scenario, repository, pullRequest, author } = change;
  return runWorkflow(scenario, repository, {
    ...{ commit: pullRequest.head.commit, branch: pullRequest.head.branch, actor: author },
    ...{ path: '.github/workflows/gate.yml', jobs: { 'gate / gate': 'success' } },
    ...run,
  });
}

async function decisionOf(change: SoundChange, options: CollectOptions = {}) {
  const environment = { name: 'production', by: 'input' } as const;
  const { collected, unmodelled } = await collect(change, { environment, waitMinutes: 0, ...options });
  expect(unmodelled).toEqual([]);
  return collected.map(({ facts }) => facts.environment?.decision);
}

describe('what the gate said of a commit before it is deployed', () => {
  it.each(['success', 'failure'] as const)('is how its check ended: %s', async (conclusion) => {
    const change = deploying();
    const run = gateRan(change, { jobs: { 'gate / gate': conclusion } });
    const { commit } = change.pullRequest.head;
    expect(await decisionOf(change)).toEqual([
      { known: true, value: { commit, event: 'pull_request', run: String(run.id), conclusion } },
    ]);
  });

  it('is what its newest run says', async () => {
    const change = deploying();
    gateRan(change);
    gateRan(change, { jobs: { 'gate / gate': 'failure' } });
    expect(await decisionOf(change)).toMatchObject([{ value: { conclusion: 'failure' } }]);
  });

  it.each<[string, Partial<NewRun>, string]>([
    ['of another workflow', { path: '.github/workflows/test.yml' }, 'absent'],
    ['of another name', { jobs: { gate: 'success' } }, 'absent'],
    ['that somebody started by hand', { event: 'workflow_dispatch' }, 'absent'],
    ['that still runs', { jobs: { 'gate / gate': null } }, 'pending'],
  ])('is nothing that a check says %s', async (_name, run, why) => {
    const change = deploying();
    gateRan(change, run);
    expect(await decisionOf(change)).toEqual([{ known: false, why }]);
  });

  it('is nothing that another app says under that name', async () => {
    const change = deploying();
    const run = gateRan(change);
    const { checkRuns } = change.repository;
    const byAnother = checkRuns.map((check) => (check.suite === run.suite ? { ...check, app: 1_900_001 } : check));
    checkRuns.splice(0, checkRuns.length, ...byAnother);
    expect(await decisionOf(change)).toEqual([{ known: false, why: 'absent' }]);
  });

  it('is nothing of an older commit', async () => {
    const change = deploying();
    gateRan(change);
    push(change, change.author);
    runOn(change, change.pullRequest.head.commit, 'pull_request');
    expect(await decisionOf(change)).toEqual([{ known: false, why: 'absent' }]);
  });

  it('is nothing that a change says which edits the workflow of the gate', async () => {
    const change = deploying();
    push(change, change.author, { files: { '.github/workflows/gate.yml': 'on: pull_request\n' } });
    gateRan(change);
    expect(await decisionOf(change)).toEqual([{ known: false, why: 'producer' }]);
  });

  it('is nothing that a change says which edits a workflow that the gate calls', async () => {
    const CALLER = 'on: pull_request\njobs: {gate: {uses: ./.github/workflows/judge.yml}}\n';
    const onMain = { '.github/workflows/gate.yml': CALLER, '.github/workflows/judge.yml': 'on: workflow_call\n' };
    const change = deploying(SOURCES + GATE, onMain);
    withFiles(change, { '.github/workflows/docs.yml': 'on: push\n' });
    gateRan(change);
    expect(await decisionOf(change)).toMatchObject([{ value: { conclusion: 'success' } }]);
    withFiles(change, { '.github/workflows/judge.yml': 'on: workflow_call\njobs: {}\n' });
    gateRan(change);
    expect(await decisionOf(change)).toEqual([{ known: false, why: 'producer' }]);
  });

  it('is not known where the registry does not say by which check the gate reports', async () => {
    const change = deploying(SOURCES);
    gateRan(change);
    expect(await decisionOf(change)).toEqual([{ known: false, why: 'absent' }]);
  });

  it('is that of the pull request, once it has landed', async () => {
    const change = deploying();
    gateRan(change);
    merge(change, change.security);
    const { commit } = change.pullRequest.head;
    expect(await decisionOf(change, asThePushTells(change))).toMatchObject([{ value: { commit, conclusion: 'success' } }]);
  });

  it('is nothing that a pull request says which somebody opens from the commit where it landed', async () => {
    const change = deploying();
    gateRan(change, { jobs: { 'gate / gate': 'failure' } });
    const landed = merge(change, change.security);
    gateRan(change, { commit: landed, branch: 'aside' });
    expect(await decisionOf(change, asThePushTells(change))).toMatchObject([{ value: { conclusion: 'failure' } }]);
  });

  it('is not known where the newest run may be that of another pull request of the same head', async () => {
    const change = deploying();
    gateRan(change, { jobs: { 'gate / gate': 'failure' } });
    openBeside(change);
    gateRan(change);
    expect(await decisionOf(change)).toEqual([{ known: false, why: 'producer' }]);
  });

  it('is that of the merge group where there is a queue, ahead of which green may be provisional', async () => {
    const change = deploying();
    protect(change.scenario, change.repository, { rules: [mergeQueue()] });
    gateRan(change);
    expect(await decisionOf(change)).toEqual([{ known: false, why: 'absent' }]);
    const group = enqueue([change], change.security);
    runOn(change, group.head, 'merge_group');
    gateRan(change, { commit: group.head, event: 'merge_group' });
    const commit = landGroup([change], group);
    expect(await decisionOf(change, asThePushTells(change))).toMatchObject([{ value: { commit, event: 'merge_group' } }]);
  });
});
