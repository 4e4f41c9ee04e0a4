import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aSoundChange, FAKE_TOKEN, startFakeGitHub, type FakeGitHub } from '@proofrail/testkit';
import { downloadedArtifacts } from './downloaded-artifacts.ts';

const change = aSoundChange();
let github: FakeGitHub;

beforeAll(async () => {
  github = await startFakeGitHub(change.scenario);
});
afterAll(() => github.close());

describe('an artifact that a person downloads', () => {
  const [artifact] = change.runs.scan.artifacts;
  const read = (token: string, id: number | undefined, most = 100_000) =>
    downloadedArtifacts(token, `${github.url}/`).read({
      owner: 'acme',
      name: 'refunds',
      run: String(change.runs.scan.id),
      id: String(id),
      most,
    });

  it('is read in memory, with the digest of what came over the wire', async () => {
    expect(await read(FAKE_TOKEN, artifact?.id)).toMatchObject({
      known: true,
      value: { digest: artifact?.digest, files: [{ name: 'codeql.sarif' }] },
    });
  });

  it('that may not be read, is gone, is larger than anybody wants or comes by halves is unknown, each for its reason', async () => {
    expect(await read('another token', artifact?.id)).toEqual({ known: false, why: 'forbidden' });
    expect(await read(FAKE_TOKEN, 1)).toEqual({ known: false, why: 'absent' });
    expect(await read(FAKE_TOKEN, artifact?.id, 50)).toEqual({ known: false, why: 'truncated' });
    github.inject(({ kind }) => kind === 'download', { kind: 'cut-body', bytes: 40, how: 'closed' }, 1);
    expect(await read(FAKE_TOKEN, artifact?.id)).toEqual({ known: false, why: 'unusable' });
  });
});
