import { expect, it } from '@jest/globals';
import { withFiles } from '../../../github/on-new-head.ts';
import { soundChange } from '../../../github/sound-change.ts';
import { gateOnGitHub } from '../../material/gate-on-github.ts';
import { brokenRules } from '../../material/rule-status.ts';

it('a deployment by tag is denied beside the line that names the tag', async () => {
  const pod = 'apiVersion: v1\nkind: Pod\nspec:\n  containers:\n    - name: a\n      image: registry.example/payments:latest\n';
  const run = await gateOnGitHub(withFiles(soundChange(), { 'deploy/app.yaml': pod }));
  expect([run.exitCode, brokenRules(run.summary)]).toEqual([1, ['images.digest-only']]);
  expect(run.annotations).toContainEqual(expect.objectContaining({ kind: 'error', file: 'deploy/app.yaml', line: 6 }));
});
