import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { readSbom, type Sbom } from '@proofrail/core/sbom';

const read = (file: string): Sbom => readSbom(readFileSync(`examples/sbom/${file}`), file);
const thirdParty = (sbom: Sbom): string[] =>
  sbom.components.flatMap(({ purl }) => (purl === null || /npm\/(%40proofrail\/|proofrail@)/.test(purl) ? [] : [purl])).sort();

describe('the SBOMs of this repository', () => {
  const cyclonedx = read('proofrail.cyclonedx.json');
  const spdx = read('proofrail.spdx.json');

  it('list as many components as their README says', () => {
    expect([cyclonedx.format, cyclonedx.components.length]).toEqual(['cyclonedx', 179]);
    expect([spdx.format, spdx.components.length]).toEqual(['spdx', 180]);
  });

  it('name the same packages in both formats', () => {
    expect(thirdParty(cyclonedx).length).toBeGreaterThan(100);
    expect(thirdParty(spdx)).toEqual(thirdParty(cyclonedx));
  });

  it('are of the very commit that the image of the demo was built from, which they are archived for', () => {
    const commitIn = (readme: string) => /`([0-9a-f]{40})`/.exec(readFileSync(readme, 'utf8'))?.[1];
    expect(commitIn('examples/sbom/README.md')).toBe(commitIn('examples/image/README.md'));
  });

  it('hold no mail address, since an archived SBOM cannot be taken back', () => {
    for (const file of ['proofrail.cyclonedx.json', 'proofrail.spdx.json']) {
      expect(readFileSync(`examples/sbom/${file}`, 'utf8')).not.toMatch(/[\w.-]+@[a-z][\w-]*\.[a-z]{2,}/i);
    }
  });
});
