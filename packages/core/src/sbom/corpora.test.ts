import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from '@jest/globals';
import { describeCorpus } from '../../../../test/corpora.ts';
import { ConfigurationError } from '../outcomes/index.ts';
import { readSbom } from './read-sbom.ts';
import type { Sbom } from './sbom.ts';

interface Counts {
  readonly format: string;
  readonly components_all?: number;
  readonly packages?: number;
}

type Answer = { readonly sbom: Sbom } | { readonly refused: ConfigurationError };

function answer(folder: string, file: string): Answer {
  try {
    return { sbom: readSbom(readFileSync(path.join(folder, file)), file) };
  } catch (error) {
    if (error instanceof ConfigurationError) return { refused: error };
    throw error;
  }
}

const codeOf = (got: Answer): string => ('refused' in got ? got.refused.code : 'read');

const filesUnder = (folder: string, name: RegExp): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => name.test(file))
    .sort();

/** Wrong in a part of the format that nothing here uses, or in a word list that is not carried (SPDX licence ids). */
const NOT_LOOKED_AT = [
  /invalid-patch-type-/,
  /invalid-citations-1\.7/,
  /invalid-component-versionRange-non-external-implicit/,
  /cdx-1-3-invalid-spdx-license-id/,
];

/** Documents whose fault is found, although no upstream test names it. */
const FAULTY: Readonly<Record<string, string>> = {
  'invalid-spdx-identifier-spdx.json': 'sbom/shape',
  'invalid-spdx.json': 'sbom/version',
};

describeCorpus('cyclonedx-spec', (folder) => {
  it('reads every valid document, or says that it lists nothing', () => {
    for (const file of filesUnder(folder, /(^|\/)valid-.*\.json$/)) {
      const listed = /"components":\s*\[\s*\{/.test(
        readFileSync(path.join(folder, file), 'utf8').replace(/"tools":[^\]]*\]/, ''),
      );
      const code = codeOf(answer(folder, file));
      expect([file, code]).toEqual([file, code === 'sbom/empty' && !listed ? code : 'read']);
    }
  });

  it('refuses every invalid document whose fault is in what is read', () => {
    for (const file of filesUnder(folder, /(^|\/)(skip_)?invalid-.*\.json$/)) {
      const skipped = NOT_LOOKED_AT.some((name) => name.test(file));
      expect([file, codeOf(answer(folder, file)) !== 'read']).toEqual([file, !skipped]);
    }
  });
});

for (const name of [
  'cyclonedx-examples',
  'spdx-examples',
  'spdx-tools-python',
  'sbom-utility',
  'guac',
  'trivy-golden',
  'heimdall2',
]) {
  describeCorpus(name, (folder) => {
    const counts = JSON.parse(readFileSync(path.join(folder, 'derived-counts.json'), 'utf8')) as Record<string, Counts>;

    it('agrees with an independent count of components, or refuses with the reason', () => {
      for (const [file, { format, components_all, packages }] of Object.entries(counts)) {
        if (format !== 'cyclonedx-json' && format !== 'spdx-json') continue;
        const expected = components_all ?? packages ?? 0;
        const got = answer(folder, file);
        if ('sbom' in got) expect([file, got.sbom.components.length]).toEqual([file, expected]);
        else if (expected === 0)
          expect([file, got.refused.code]).toEqual([file, expect.stringMatching(/^sbom\/(empty|shape|version)$/)]);
        else expect([file, got.refused.code]).toEqual([file, FAULTY[path.basename(file)] ?? faultInUpstream(file)]);
      }
    });

    it('loads or refuses every file with a reason: XML, tag-value, UTF-16 and SPDX 3 too', () => {
      for (const file of filesUnder(folder, /\.(json|xml|yaml|spdx|golden)$/)) {
        const got = answer(folder, file);
        if ('refused' in got) expect(got.refused.at).toContain(file);
        if (counts[file]?.format === 'spdx3-jsonld') expect([file, codeOf(got)]).toEqual([file, 'sbom/version']);
      }
    });
  });
}

function faultInUpstream(file: string): string {
  if (file.includes('small-legal-cyclonedx')) return 'sbom/shape'; // a hash with letters beyond f
  if (/invalid-license-choice|missing-creationinfo/.test(file)) return 'sbom/shape';
  return `nothing: ${file} is valid`;
}
