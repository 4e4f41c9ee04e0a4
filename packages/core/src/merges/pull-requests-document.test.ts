import { describe, expect, it } from '@jest/globals';
import { JUNK, pathsOf, withReplaced } from '../documents/mutations.test-support.ts';
import { Failure } from '../outcomes/index.ts';
import { readPullRequests } from './pull-requests-document.ts';

const COMMIT = 'a'.repeat(40);
const item = { number: 7, merged: true, head: COMMIT, base_branch: 'main', merge_commit: COMMIT, author: '1' };
const document = {
  schema: 'proofrail.pull-requests/v1',
  read_at: '2026-11-21T00:00:00.000Z',
  repository: { id: '42' },
  commits: [{ commit: COMMIT, pushed_by: '9', pull_requests: { known: true, value: { items: [item], total: 1 } } }],
};
const read = (...documents: readonly unknown[]) =>
  readPullRequests(documents.map((each, index) => ({ bytes: Buffer.from(JSON.stringify(each)), file: `${index}.json` })));

describe('a document of pull requests', () => {
  it('knows what it lists, and of everything else that it does not know', async () => {
    const source = read(document);
    expect(await source.landingOf(COMMIT)).toEqual({ pullRequests: { known: true, value: [item] }, pushedBy: '9' });
    expect(await source.landingOf('b'.repeat(40))).toEqual({ pullRequests: { known: false, why: 'absent' }, pushedBy: null });
    expect([source.repository, source.facts]).toEqual(['42', 'given']);
  });

  it('does not know a list that is shorter than it says', async () => {
    const cut = structuredClone(document);
    for (const { pull_requests: listed } of cut.commits) listed.value.total = 2;
    expect((await read(cut).landingOf(COMMIT)).pullRequests).toEqual({ known: false, why: 'truncated' });
  });

  it('contradicts nobody: not itself, not another file', () => {
    expect(() => read(document, document)).toThrow('pull-requests/contradiction');
    expect(() => read(document, { ...document, repository: { id: '43' }, commits: [] })).toThrow('pull-requests/contradiction');
    expect(() => read()).toThrow('pull-requests/contradiction');
  });

  it('is read whole or refused with a pointer, whatever stands in it', async () => {
    for (const path of pathsOf(document))
      for (const junk of JUNK) {
        const altered = withReplaced(document, path, junk);
        try {
          const { pullRequests } = await read(altered).landingOf(COMMIT);
          // Whatever is still accepted has every field in its own type.
          if (pullRequests.known) for (const one of pullRequests.value) expect(typeof one.merged).toBe('boolean');
        } catch (thrown) {
          expect(thrown).toBeInstanceOf(Failure);
          expect((thrown as Failure).outcome).toBe('invalid');
        }
      }
  });
});
