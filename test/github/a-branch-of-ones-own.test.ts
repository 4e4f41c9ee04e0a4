import { expect, it } from '@jest/globals';
import { subjectOf } from '@proofrail/github';
import { commitFiles, merge, moveBranch, type SoundChange } from '@proofrail/testkit';
import { collect, judge } from './collecting.ts';
import { onNewHead } from './on-new-head.ts';
import { soundChange } from './sound-change.ts';

/** A small change that others approved, on top of what its author pushed to a branch that takes anything. */
function ontoABranchOfOnesOwn(change: SoundChange): string {
  const { scenario, repository, author, pullRequest } = change;
  const main = repository.branches.get('main') ?? '';
  const unseen = commitFiles(scenario, { files: { 'src/backdoor.js': 'open();\n' }, parents: [main], author }).oid;
  moveBranch(scenario, repository, 'mine', unseen, author.id);
  pullRequest.base = { branch: 'mine', seen: unseen };
  const files = { 'src/refund.js': 'export const limit = 50;\n' };
  onNewHead(change, commitFiles(scenario, { files, parents: [unseen], author }).oid);
  merge(change, author);
  return pullRequest.head.commit;
}

const deploymentOf = ({ repository }: SoundChange, sha: string) =>
  subjectOf('deployment', {
    repository: { id: repository.id, name: repository.name, owner: { login: repository.owner } },
    deployment: { id: 7, sha, environment: 'production' },
  });

it('what was merged into a branch that anybody pushes to is not deployed: nobody reviewed what lies below', async () => {
  const change = soundChange();
  const sha = ontoABranchOfOnesOwn(change);
  const { collected } = await collect(change, { subject: deploymentOf(change, sha), waitMinutes: 0 });
  const [decision, ...others] = collected.map((each) => judge(each).decision);
  expect([decision?.outcome, others]).toEqual(['deny', []]);
  const failed = decision?.rules.filter(({ status }) => status === 'fail');
  expect(failed).toMatchObject([{ id: 'branches.flow', reasons: [{ code: 'base-not-protected', params: { base: 'mine' } }] }]);
});
