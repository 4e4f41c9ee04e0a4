import { describe, expect, it } from '@jest/globals';
import { subjectOf } from '@proofrail/github';
import {
  addEnvironment,
  approveDeployment,
  commitFiles,
  deployTo,
  merge,
  moveBranch,
  type SoundChange,
} from '@proofrail/testkit';
import { collect, type CollectOptions } from './collecting.ts';
import { soundChange } from './sound-change.ts';

const onDeployment = ({ repository }: SoundChange, sha: string, environment: string) =>
  subjectOf('deployment', {
    repository: { id: repository.id, name: repository.name, owner: { login: repository.owner } },
    deployment: { id: 7, sha, environment },
  });

const GUARDED: Parameters<typeof addEnvironment>[3] = { adminsBypass: false, waitMinutes: 10, branches: 'protected' };

/** A run that the security engineer let into production. */
function approved(): SoundChange {
  const change = soundChange();
  addEnvironment(change.scenario, change.repository, 'production', GUARDED);
  for (const job of change.runs.gate.jobs) job.status = 'waiting';
  approveDeployment(change.scenario, change.runs.gate, 'production', change.security);
  deployTo(change.repository, change.runs.gate, 'production');
  return change;
}

async function environmentIn(change: SoundChange, name: string, options: CollectOptions = {}) {
  const subject = onDeployment(change, merge(change, change.platform), name);
  const { collected } = await collect(change, { subject, environment: { name, by: 'event' }, waitMinutes: 0, ...options });
  return collected[0]?.facts.environment;
}

const whoApproved = (environment: Awaited<ReturnType<typeof environmentIn>>) =>
  environment?.approvals.known === true ? environment.approvals.value.items : environment?.approvals;

describe('the environment of a deployment', () => {
  it('is the one that GitHub takes for it, in whichever case a deployment or a job names it', async () => {
    const change = approved();
    const person = String(change.security.id);
    const environment = await environmentIn(change, 'Production');
    expect(environment).toMatchObject({ wait_minutes: { known: true, value: 10 } });
    expect(whoApproved(environment)).toMatchObject([{ person, state: 'approved' }]);
    const claimed = await environmentIn(approved(), 'PRODUCTION', { environment: { name: 'PRODUCTION', by: 'input' } });
    expect(claimed).toMatchObject({ wait_minutes: { known: true, value: 10 } });
  });

  it.each(['..', '.'])('is nothing that stands elsewhere in the API under the name %j', async (name) => {
    const environment = await environmentIn(approved(), name);
    expect(environment).toMatchObject({
      required_reviewers: { known: false },
      prevent_self_review: { known: false },
      branches: { known: false },
      wait_minutes: { known: false },
    });
  });
});

describe('an approval that GitHub keeps from an earlier attempt', () => {
  it('lies between the making of the run and the start of the job: nobody knows of which attempt it is', async () => {
    const change = approved();
    const { scenario, runs } = change;
    const [first] = runs.gate.jobs;
    const [createdAt, startedAt] = [scenario.later(), scenario.later()];
    runs.gate.attempt = 2;
    if (first !== undefined) runs.gate.jobs.push({ ...first, id: scenario.nextId(), attempt: 2, createdAt, startedAt });
    const seconds = (time: Date) => time.toISOString().replace(/\.\d+Z/, '.000Z');
    expect(whoApproved(await environmentIn(change, 'production', { attempt: 2 }))).toMatchObject([
      { not_before: seconds(runs.gate.createdAt), not_after: seconds(startedAt) },
    ]);
  });
});

it('an approval by an account that is gone is not left out: then nobody knows who let the run in', async () => {
  const change = approved();
  change.runs.gate.approvals.push({ environment: 'production', person: null, state: 'approved', comment: '' });
  expect(await environmentIn(change, 'production')).toMatchObject({ approvals: { known: false, why: 'absent' } });
});

describe('what no pull request brought', () => {
  const direct = (change: SoundChange): string => {
    const { scenario, repository, author } = change;
    const parents = [repository.branches.get('main') ?? ''];
    const { oid } = commitFiles(scenario, { files: { 'src/x.js': '' }, parents, author });
    moveBranch(scenario, repository, 'main', oid, author.id);
    return oid;
  };

  it('was to go to an environment all the same, and the facts say to which', async () => {
    const change = approved();
    const subject = onDeployment(change, direct(change), 'production');
    const { collected } = await collect(change, { subject, environment: { name: 'production', by: 'event' } });
    expect(collected.map(({ facts }) => facts)).toMatchObject([
      {
        change: { number: null },
        environment: {
          name: 'production',
          wait_minutes: { known: true, value: 10 },
          approvals: { known: true, value: { total: 1 } },
          decision: { known: false, why: 'absent' },
          deployer: { known: true, value: String(change.author.id) },
        },
        accounts: expect.arrayContaining([expect.objectContaining({ id: String(change.security.id) })]),
      },
    ]);
  });

  it('names no environment that its job does not have', async () => {
    const change = soundChange();
    addEnvironment(change.scenario, change.repository, 'production', GUARDED);
    const before = change.repository.branches.get('main') ?? '';
    const subject = subjectOf('push', {
      repository: { id: change.repository.id, name: change.repository.name, owner: { login: change.repository.owner } },
      ...{ ref: 'refs/heads/main', before, after: direct(change) },
    });
    const claim = collect(change, { subject, environment: { name: 'production', by: 'input' } });
    await expect(claim).rejects.toMatchObject({ code: 'environment/not-of-this-job' });
  });
});
