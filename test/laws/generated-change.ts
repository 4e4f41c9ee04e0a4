import {
  addPerson,
  approve,
  dismiss,
  GITHUB_ACTIONS,
  postCheck,
  push,
  review,
  type Scopes,
  type SoundChange,
} from '@proofrail/testkit';
import type { SeededRandom } from '../../packages/core/src/context/test/seeded-random.ts';
import { soundChange } from '../github/sound-change.ts';

type Step = (change: SoundChange, random: SeededRandom) => void;

/** The scans and checks of the change, about its head as it is now. */
function runAgain({ pullRequest, repository }: SoundChange): void {
  const commit = pullRequest.head.commit;
  for (const run of repository.runs.values()) run.headSha = commit;
  const moved = repository.checkRuns.map((check) => ({ ...check, commit }));
  repository.checkRuns.splice(0, moved.length, ...moved);
}

function approveAgain(change: SoundChange): void {
  change.pullRequest.reviews.length = 0;
  approve(change, change.security);
  approve(change, change.platform);
}

const conclude = (change: SoundChange, name: string, conclusion: 'failure' | 'skipped' | 'success'): void => {
  for (const check of change.repository.checkRuns) if (check.name === name) check.conclusion = conclusion;
};

/** What happens to changes. Some of it is against the rules of the sound change, some of it is not. */
const STEPS: readonly Step[] = [
  (change) => void approve(change, change.bystander),
  (change) => void review(change, change.bystander, 'COMMENTED'),
  (change) => void review(change, change.security, 'COMMENTED'),
  (change, random) => void review(change, random.pick([change.security, change.bystander]), 'CHANGES_REQUESTED'),
  (change, random) => void change.pullRequest.reviews.splice(random.below(change.pullRequest.reviews.length), 1),
  (change, random) =>
    change.pullRequest.reviews.length > 0 && dismiss(change, random.pick(change.pullRequest.reviews), change.author),
  (change) => void push(change, change.author),
  (change) => {
    push(change, change.author);
    runAgain(change);
    approveAgain(change);
  },
  (change) => {
    push(change, change.author, { files: { '.proofrail/roles.yaml': 'roles: {}\n' } });
    runAgain(change);
    approveAgain(change);
  },
  (change) => conclude(change, 'test', 'failure'),
  (change) => conclude(change, 'sast', 'skipped'),
  (change, random) => void change.runs.scan.artifacts.splice(random.below(2), 1),
  (change, random) => {
    for (let number = 0; number < 14; number += 1)
      review(change, addPerson(change.scenario, change.repository, `reader-${number}`, { id: 20_000_000 + number }), 'COMMENTED');
    for (let number = 0; number < 14; number += 1) postCheck(change.scenario, change.repository, irrelevantCheck(change, random));
  },
];

const irrelevantCheck = ({ pullRequest }: SoundChange, random: SeededRandom) => ({
  name: `extra ${random.below(1_000_000)}`,
  commit: pullRequest.head.commit,
  app: random.pick([GITHUB_ACTIONS, 1_900_001]),
  conclusion: random.pick(['success', 'failure', 'skipped'] as const),
});

/** The sound change after up to three things happened to it: the same for the same numbers, so that it can be made twice. */
export function generatedChange(random: SeededRandom, options: { readonly scopes?: Scopes } = {}): SoundChange {
  const change = soundChange(options);
  for (let left = random.below(4); left > 0; left -= 1) random.pick(STEPS)(change, random);
  return change;
}

/** Reviews that are no opinion and checks that nobody asked for, in any number. */
export function addIrrelevant(change: SoundChange, random: SeededRandom): void {
  const { scenario, repository } = change;
  for (let left = 1 + random.below(4); left > 0; left -= 1) {
    const stranger = addPerson(scenario, repository, `stranger-${left}`, { id: 30_000_000 + left });
    review(change, random.pick([stranger, change.security, change.author]), 'COMMENTED');
    postCheck(scenario, repository, irrelevantCheck(change, random));
  }
}
