import { describe, expect, it } from '@jest/globals';
import type { DigestAnswer } from '@proofrail/core/gate';
import { hostileText, seededRandom } from '@proofrail/testkit';
import type { Inputs } from '../src/inputs.ts';
import { run, type Dependencies, type Result } from '../src/run.ts';
import { annotations, outputs, summary } from '../src/summary.ts';

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

  it('says what a reference lacks that is none: one capital letter is not easily seen', async () => {
    const { images } = await verify([`ghcr.io/Acme/web@sha256:${'a'.repeat(64)}`]);
    expect(images[0]?.answer).toMatchObject({ reason: expect.stringContaining('expected a repository name in lower case') });
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
      expect([lines.length, lines.at(-1)?.startsWith('- ❌ refused ')]).toEqual([3, true]);
      expect(annotations(result)).toHaveLength(1);
      const { images = '' } = outputs(result);
      expect(images).toMatch(/^[\x20-\x7e]*$/);
      expect(JSON.parse(images)).toMatchObject([{ reference, outcome: 'deny' }]);
    }
  });

  it('lists the images and makes no table of them, whose digests would push the reasons off the page', async () => {
    const page = summary(await verify(['registry.example/app:1']));
    expect(page).toMatch(/^- ❌ refused <code>[^\n]*<\/code> of the input<br>[^\n]+$/m);
    expect(page).not.toMatch(/^\|/m);
  });

  it('says of too many images as much as fits, refused ones first, and how many it leaves out', async () => {
    const allowed = { outcome: 'allow', commit: 'c'.repeat(40), factsGiven: false } as DigestAnswer;
    const place = { file: 'compose.yaml', line: 1 };
    for (const count of [0, 1, 100, 1_000, 10_000]) {
      const { images } = await verify(Array.from({ length: 3 }, () => 'é'.repeat(100)));
      const fine = Array.from({ length: count }, (_, n) => ({ ...place, reference: `app-${n}`, answer: allowed }));
      const said = outputs({ outcome: 'deny', images: [...fine, ...images] });
      const rows = JSON.parse(said['images'] ?? '') as { outcome: string }[];
      expect(rows.length + Number(said['images-left-out'])).toBe(count + 3);
      expect(rows.filter(({ outcome }) => outcome === 'deny')).toHaveLength(3);
      expect((said['images'] ?? '').length).toBeLessThanOrEqual(250_000);
      expect(said['images-left-out'] === '0').toBe(count < 2_000);
    }
    const huge = await verify(Array.from({ length: 2_000 }, (_, n) => `${n}${'x'.repeat(10_000)}`));
    expect(Number(outputs(huge)['images-left-out'])).toBeGreaterThan(0);
  });
});
