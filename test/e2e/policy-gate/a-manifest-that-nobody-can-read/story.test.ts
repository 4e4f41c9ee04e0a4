import { expect, it } from '@jest/globals';
import { withFiles } from '../../../github/on-new-head.ts';
import { soundChange } from '../../../github/sound-change.ts';
import { gateOnGitHub } from '../../material/gate-on-github.ts';
import { brokenRules } from '../../material/rule-status.ts';

const TEMPLATE =
  'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: {{ .Release.Name }}\n{{- if .x }}\nspec: {}\n{{- end }}\n';

it('names the file that could be a manifest and that nobody can read, with something to do about it', async () => {
  const run = await gateOnGitHub(withFiles(soundChange(), { 'chart/templates/d.yaml': TEMPLATE }));
  expect([run.exitCode, brokenRules(run.summary)]).toEqual([1, ['images.digest-only']]);
  const here = { kind: 'error', file: 'chart/templates/d.yaml', message: expect.stringContaining('a template rendered') };
  expect(run.annotations).toContainEqual(expect.objectContaining(here));
  expect(run.summary).not.toContain('Replace the tag');
});

it('writes the name of such a file as text, whatever it says', async () => {
  const name = 'a/::error::x ##[error]<img src=x>.yaml';
  const run = await gateOnGitHub(withFiles(soundChange(), { [name]: 'image: [\n' }));
  expect([run.exitCode, run.injectedOutputs, run.runnerErrors]).toEqual([1, {}, []]);
  expect(run.summary).toContain('images.digest-only');
  expect(run.summary).not.toContain('<img');
  expect(JSON.stringify(run.records)).not.toContain('img src');
});

it('lets settings with comments, broken fixtures and lines of JSON through, as they deploy nothing', async () => {
  const run = await gateOnGitHub(
    withFiles(soundChange(), {
      'tsconfig.json': '{\n  // strict\n  "compilerOptions": { "strict": true, },\n}\n',
      'test/fixtures/bad.json': '{"a": \n',
      'events.json': '{"a":1}\n{"b":2}\n',
    }),
  );
  expect([run.exitCode, run.outcome]).toEqual([0, 'allow']);
});

it('denies a manifest that is a link to another file, though the name of that file reads like a document', async () => {
  for (const target of ['app.txt', '{"kind":"List"}', 'kind: List\n']) {
    const link = { mode: '120000', content: Buffer.from(target) } as const;
    const run = await gateOnGitHub(withFiles(soundChange(), { [`deploy/${target}`]: 'kind: Pod\n', 'deploy/app.json': link }));
    expect([target, run.exitCode, brokenRules(run.summary)]).toEqual([target, 1, ['images.digest-only']]);
    expect(run.annotations).toContainEqual(expect.objectContaining({ file: 'deploy/app.json' }));
  }
});
