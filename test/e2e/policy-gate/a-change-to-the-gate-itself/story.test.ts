import { describe, expect, it } from '@jest/globals';
import type { SoundChange } from '@proofrail/testkit';
import { collect, judge } from '../../../github/collecting.ts';
import { withFiles } from '../../../github/on-new-head.ts';
import { CONTROLS, ROLES, soundChange } from '../../../github/sound-change.ts';
import { gateOnGitHub } from '../../material/gate-on-github.ts';
import { brokenRules } from '../../material/rule-status.ts';

/** A repository in which one approval by security is enough for everyday changes, and this one has it. */
function everydayChange(...paths: string[]): SoundChange {
  const controls = CONTROLS.replace('approvals: {min: 2, roles: [security, platform],', 'approvals: {min: 1, roles: [security],');
  const files = Object.fromEntries(paths.map((path) => [path, `# ${path}\n`]));
  const change = withFiles(soundChange({ files: { '.proofrail/controls.yaml': controls } }), files);
  change.pullRequest.reviews.splice(1);
  return change;
}

const elevated = async (change: SoundChange): Promise<(string | undefined)[]> => {
  const { collected } = await collect(change, { waitMinutes: 0 });
  return collected.map((each) => judge(each).decision.rules.find(({ id }) => id === 'approvals.elevated')?.status);
};

describe('a change to the gate itself', () => {
  it('needs a second person, where an everyday change does not', async () => {
    expect(await elevated(everydayChange('src/more.js'))).toEqual(['not_applicable']);
    const workflow = await gateOnGitHub(everydayChange('src/more.js', '.github/workflows/gate.yml'));
    expect([workflow.exitCode, brokenRules(workflow.summary)]).toEqual([1, ['approvals.elevated']]);
  });

  it('is not let through by the people who let every other change through', async () => {
    const roles = ROLES.replace('gatekeeper: ["10301188"]', 'gatekeeper: ["10305555"]'); // the bystander
    const change = withFiles(soundChange({ files: { '.proofrail/roles.yaml': roles } }), {
      '.github/workflows/gate.yml': 'on: push\n',
    });
    const { collected } = await collect(change, { waitMinutes: 0 });
    const rules = collected.flatMap((each) => judge(each).decision.rules);
    expect(rules.filter(({ status }) => status === 'fail').map(({ id }) => id)).toEqual(['approvals.elevated']);
  });

  it('is not let through where nobody could read all of its files', async () => {
    const change = everydayChange('src/more.js');
    change.scenario.caps.pullRequestFiles = 1;
    expect(await elevated(change)).toEqual(['unknown']);
  });
});
