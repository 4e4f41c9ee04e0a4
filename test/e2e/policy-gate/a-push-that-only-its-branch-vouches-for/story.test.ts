import { expect, it } from '@jest/globals';
import { commitFiles, merge, moveBranch, type SoundChange } from '@proofrail/testkit';
import { soundChange } from '../../../github/sound-change.ts';
import { gateOnGitHub, onDeployment, onPush, type GateRun } from '../../material/gate-on-github.ts';

/** A registry in its first weeks: the flow is enforced, everything else only looked at. */
const CONTROLS = `proofrail: controls/v1
controls:
  A.8.31:
    rules: [branches.flow]
  A.8.29:
    rules: [scans.complete, scans.threshold, scans.secrets]
flow: trunk
protected_branches: [main]
scanners: [{class: sast, tool: any, max_age_days: 7}]
thresholds: baseline
rollout: {scans.complete: shadow, scans.threshold: shadow, scans.secrets: shadow}
evidence: {retention_years: 7}
`;

const firstWeeks = (): SoundChange =>
  soundChange({
    files: { '.proofrail/controls.yaml': CONTROLS, '.proofrail/roles.yaml': null, '.proofrail/sources.yaml': null },
  });

const tipOf = ({ repository }: SoundChange): string => repository.branches.get('main') ?? '';

function pushed(change: SoundChange): { readonly before: string; readonly after: string } {
  const { scenario, repository, author } = change;
  const before = tipOf(change);
  const { oid } = commitFiles(scenario, { files: { 'src/door.js': 'open();\n' }, parents: [before], author });
  moveBranch(scenario, repository, 'main', oid, author.id);
  return { before, after: oid };
}

const ended = ({ exitCode, outcome, annotations }: GateRun) => [exitCode, outcome, annotations.map(({ title }) => title)];
const DENIED = [1, 'deny', ['branches.flow (A.8.31)']];

it('is denied although the branch is a protected one: no pull request took a way to it', async () => {
  const change = firstWeeks();
  const { before, after } = pushed(change);
  const run = await gateOnGitHub(change, { event: onPush(change, before, after) });
  expect(ended(run)).toEqual(DENIED);
  expect(run.summary).toContain('No pull request brought what is judged');
});

it('is denied where it is deployed, too', async () => {
  const change = firstWeeks();
  const { after } = pushed(change);
  expect(ended(await gateOnGitHub(change, { event: onDeployment(change, after, 'production') }))).toEqual(DENIED);
});

it('is allowed when a pull request brought it', async () => {
  const change = firstWeeks();
  const before = tipOf(change);
  const after = merge(change, change.security);
  expect(ended(await gateOnGitHub(change, { event: onPush(change, before, after) }))).toEqual([0, 'allow', []]);
});
