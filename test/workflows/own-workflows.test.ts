import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { examineWorkflows, SURROUNDINGS_UNSEEN } from '@proofrail/core/workflows';

/** The check that our own branch requires (.ci/run through ci.yml). */
const REQUIRED = ['test'];

const committed = execFileSync('git', ['ls-files', '--', '*.yml', '*.yaml'], { encoding: 'utf8' }).split('\n').filter(Boolean);
const folders = new Map<string, string[]>();
for (const file of committed.filter((name) => path.dirname(name).endsWith('.github/workflows')))
  folders.set(path.dirname(file), [...(folders.get(path.dirname(file)) ?? []), file]);

describe('the workflows that we run ourselves and show to others', () => {
  it('include our own', () => expect([...folders.keys()]).toContain('.github/workflows'));

  it.each([...folders])('%s: no check of the doctor finds anything', (_, files) => {
    const texts = files.map((file) => ({ file, text: readFileSync(file, 'utf8') }));
    expect(examineWorkflows(texts, { ...SURROUNDINGS_UNSEEN, required: REQUIRED }).findings).toEqual([]);
  });
});
