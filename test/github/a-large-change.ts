import { addPerson, approve, commitFiles, GITHUB_ACTIONS, postCheck, review, type SoundChange } from '@proofrail/testkit';
import { onNewHead } from './on-new-head.ts';
import { soundChange } from './sound-change.ts';

export interface Size {
  readonly commits: number;
  readonly files: number;
  readonly reviews: number;
  readonly checks: number;
}

/** The sound change with much more of everything, and as sound. */
export function aLargeChange({ commits, files, reviews, checks }: Size): SoundChange {
  const change = soundChange();
  const { scenario, repository, pullRequest, author, security, platform } = change;
  let head = pullRequest.head.commit;
  const perCommit = Math.ceil((files - 1) / (commits - 1));
  for (let number = 1, added = 1; number < commits; number += 1) {
    const content: Record<string, string> = {};
    for (; added < files && Object.keys(content).length < perCommit; added += 1)
      content[`src/part-${added}.js`] = `export const part = ${added};\n`;
    head = commitFiles(scenario, { files: content, parents: [head], author }).oid;
  }
  onNewHead(change, head);
  for (let number = repository.checkRuns.length; number < checks; number += 1)
    postCheck(scenario, repository, { name: `extra ${number}`, commit: head, app: GITHUB_ACTIONS });
  pullRequest.reviews.length = 0;
  for (let number = 2; number < reviews; number += 1)
    review(change, addPerson(scenario, repository, `reader-${number}`, { id: 20_000_000 + number }), 'COMMENTED');
  approve(change, security);
  approve(change, platform);
  return change;
}
