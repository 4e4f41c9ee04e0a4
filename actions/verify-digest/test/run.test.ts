import { describe, expect, it } from '@jest/globals';
import { hostileText, seededRandom } from '@proofrail/testkit';
import { annotations } from '../src/annotations.ts';
import { outputs } from '../src/outputs.ts';
import type { Inputs } from '../src/inputs.ts';
import { run, type Dependencies, type Result } from '../src/run.ts';
import { summary } from '../src/summary.ts';

const INPUTS: Inputs = {
  references: [],
  manifests: [],
  ledger: 'file:./ledger',
  trust: 'trust.json',
  attachments: null,
  access: { role: null, audience: 'proofrail:ledger', s3Endpoint: null },
  repositoryId: '1',
  acceptGiven: true,
  enterpriseHosts: [],
  allowEnvironment: [],
};
const NOTHING_KNOWN: Dependencies = {
  readManifest: () => '',
  openLedger: () =>
    Promise.resolve(() => Promise.resolve({ outcome: 'deny', code: 'image/no-sbom', reason: 'unknown', record: null })),
};

const verify = (references: readonly string[]): Promise<Result> => run({ ...INPUTS, references }, NOTHING_KNOWN);

describe('verifying digests', () => {
  it('allows nothing that an empty ledger could be asked about', async () => {
    const digest = 'a'.repeat(64);
    for (const reference of [
      `app@sha256:${digest}`,
      `r.example/a/b:1@sha256:${digest}`,
      `app@sha512:${digest}${digest}`,
      'app',
      'app:1',
      '',
      '$IMAGE',
      'a b',
    ]) {
      expect((await verify([reference])).outcome).toBe('deny');
    }
  });

  it('is invalid, never allowed, when there was nothing to look at', async () => {
    expect((await verify([])).outcome).toBe('invalid');
  });

  it('keeps the shape of page, annotations and outputs whatever a reference says', async () => {
    const random = seededRandom(11);
    for (let seed = 0; seed < 1_000; seed++) {
      const reference = hostileText(random);
      const result = await verify([reference]);
      const lines = summary(result)
        .split('\n')
        .filter((line) => line !== '');
      expect([lines.length, lines.at(-1)?.split('|').length]).toEqual([5, 6]);
      expect(annotations(result)).toHaveLength(1);
      const { images = '' } = outputs(result);
      expect(images).toMatch(/^[\x20-\x7e]*$/);
      expect(JSON.parse(images)).toMatchObject([{ reference, outcome: 'deny' }]);
    }
  });
});
