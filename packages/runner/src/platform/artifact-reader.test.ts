import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aSoundChange, FAKE_TOKEN, startFakeGitHub, type FakeGitHub } from '@proofrail/testkit';
import { captureOutput } from '../../test/capture-output.ts';
import { artifactReader } from './artifact-reader.ts';

const change = aSoundChange();
let github: FakeGitHub;

beforeAll(async () => {
  github = await startFakeGitHub(change.scenario);
});
afterAll(async () => {
  await github.close();
});

describe('an artifact of another run', () => {
  const [artifact] = change.runs.scan.artifacts;

  const read = async (token: string, id: number | undefined, most = 100_000) => {
    let answer: unknown;
    const said = await captureOutput(async () => {
      const where = { owner: 'acme', name: 'refunds', run: String(change.runs.scan.id) };
      answer = await artifactReader(token, github.url).read({ ...where, id: String(id), most });
    });
    expect(said).toBe('');
    return answer;
  };

  it('is read in memory, with the digest of what came over the wire', async () => {
    expect(await read(FAKE_TOKEN, artifact?.id)).toMatchObject({
      known: true,
      value: { digest: artifact?.digest, files: [{ name: 'codeql.sarif' }] },
    });
  });

  it('that may not be read, is gone or is larger than anybody wants is unknown, each for its reason', async () => {
    expect(await read('another token', artifact?.id)).toEqual({ known: false, why: 'forbidden' });
    expect(await read(FAKE_TOKEN, 1)).toEqual({ known: false, why: 'absent' });
    expect(await read(FAKE_TOKEN, artifact?.id, 50)).toEqual({ known: false, why: 'truncated' });
  });
});
