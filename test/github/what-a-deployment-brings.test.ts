import { describe, expect, it } from '@jest/globals';
import { subjectOf } from '@proofrail/github';
import { merge, type SoundChange } from '@proofrail/testkit';
import { collect, judge } from './collecting.ts';
import { withFiles } from './on-new-head.ts';
import { soundChange } from './sound-change.ts';

const deploymentOf = ({ repository }: SoundChange, sha: string) =>
  subjectOf('deployment', {
    repository: { id: repository.id, name: repository.name, owner: { login: repository.owner } },
    deployment: { id: 7, sha, environment: 'production' },
  });

/** A change whose second commit takes back what its first one brought: nobody who approved it has seen that. */
function takenBack() {
  const change = soundChange();
  withFiles(change, { 'src/backdoor.js': 'open();\n' });
  const between = change.pullRequest.head.commit;
  withFiles(change, { 'src/backdoor.js': null });
  return { change, between };
}

async function deployed(change: SoundChange, sha: string): Promise<string[]> {
  const { collected } = await collect(change, { subject: deploymentOf(change, sha), waitMinutes: 0 });
  return collected.map((each) => `${each.facts.change.number ?? 'nobody'} ${judge(each).decision.outcome}`);
}

describe.each(['squash', 'merge'] as const)('a deployment after a %s', (method) => {
  it('of what was merged is judged by the pull request', async () => {
    const { change } = takenBack();
    expect(await deployed(change, merge(change, change.platform, method))).toEqual(['41 allow']);
  });

  it('of the head that was approved is, too', async () => {
    const { change } = takenBack();
    merge(change, change.platform, method);
    expect(await deployed(change, change.pullRequest.head.commit)).toEqual(['41 allow']);
  });

  it('of a commit on the way there is nobody’s: what a later commit took back was never approved', async () => {
    const { change, between } = takenBack();
    merge(change, change.platform, method);
    expect(await deployed(change, between)).toEqual(['nobody deny']);
  });
});
