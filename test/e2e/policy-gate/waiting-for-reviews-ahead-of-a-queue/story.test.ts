import { describe, expect, it } from '@jest/globals';
import { mergeQueue, protect, type SoundChange } from '@proofrail/testkit';
import { soundChange } from '../../../github/sound-change.ts';
import { gateOnGitHub } from '../../material/gate-on-github.ts';

/** Nobody has looked at it yet. */
function unreviewed(): SoundChange {
  const change = soundChange();
  change.pullRequest.reviews.length = 0;
  return change;
}

// A required check that is red until the last review is there would keep every pull request out of the queue.
describe('a change that waits for its reviews', () => {
  it('may enter the queue that judges it again, as a provisional decision and not as an allowed one', async () => {
    const change = unreviewed();
    protect(change.scenario, change.repository, { rules: [mergeQueue()] });
    const run = await gateOnGitHub(change);
    expect([run.exitCode, run.outcome]).toEqual([0, 'provisional']);
    expect(run.summary).toContain('## 🕓 Provisional');
  });

  it('is denied where there is no queue', async () => {
    const run = await gateOnGitHub(unreviewed());
    expect([run.exitCode, run.outcome]).toEqual([1, 'deny']);
  });
});
