import { readSbom, type Component, type Sbom } from '@proofrail/core/sbom';
import { MOST_BYTES, readBoundedFile } from '@proofrail/machine';
import type { Answer, Page } from '../answer.ts';
import { shown } from '../terminal/shown.ts';
import { table } from '../terminal/table.ts';

/** What a bill of materials says, checked. ConfigurationError `json/...`, `sbom/...`. */
export function showSbom(file: string): Answer {
  const sbom = readSbom(readBoundedFile(file, { most: MOST_BYTES.sbom }), file);
  const { invalidPurls, subjectDigests, ...rest } = sbom;
  const json = { ...rest, subject_digests: subjectDigests, invalid_purls: invalidPurls };
  return { outcome: 'allow', json, text: (page) => sbomText(sbom, page) };
}

/** `CycloneDX 1.6`. */
export const formatName = ({ format, version }: Pick<Sbom, 'format' | 'version'>): string =>
  `${format === 'cyclonedx' ? 'CycloneDX' : 'SPDX'} ${version}`;

function sbomText(sbom: Sbom, { style, columns }: Page): string {
  const facts = [
    ['format', formatName(sbom)],
    ['digest', sbom.digest],
    ['describes', sbom.subject === null ? 'it does not say what' : named(sbom.subject)],
    ['made by', sbom.generators.map(({ name, version }) => `${name} ${version ?? ''}`.trim()).join(', ') || 'it does not say'],
    ['components', String(sbom.components.length)],
    ...sbom.invalidPurls.map((at) => ['no package URL', at]),
  ].map(([name = '', text = '']) => [{ text: name, look: style.quiet }, shown(text)]);
  const rows = sbom.components.map((component) => [
    shown(named(component)),
    { text: shown(component.licenses.join(', ')), look: style.quiet },
    { text: shown(component.purl ?? 'no package URL'), look: style.quiet },
  ]);
  return `${table(facts)}\n\n${table(rows, columns === undefined ? {} : { columns })}`;
}

const named = ({ name, version }: Component): string => (version === null ? name : `${name} ${version}`);
