import type { JsonCursor } from '../../documents/index.ts';
import type { SbomContent } from '../sbom.ts';
import type { SbomReader } from '../sbom-reader.ts';
import { PackageUrls } from '../package-urls.ts';
import { UniqueRefs } from '../unique-refs.ts';
import { subjectDigests } from '../subject-digests.ts';
import { unreadVersion } from '../unread-version.ts';
import { readPackage } from './package.ts';

const VERSIONS = ['SPDX-2.2', 'SPDX-2.3'] as const;

/** SPDX JSON 2.2 (ISO/IEC 5962) and 2.3. SPDX 3 is a graph with other words for everything: recognised, and refused by version. */
export const spdxReader: SbomReader = {
  format: 'spdx',
  title: 'SPDX JSON 2.2 and 2.3',

  recognises: (document) => document.raw('spdxVersion') !== undefined || isSpdx3(document),

  read(document) {
    if (isSpdx3(document)) throw unreadVersion(document, '@context', 'SPDX 2.2 or 2.3');
    const version = VERSIONS.find((one) => one === document.raw('spdxVersion'));
    if (version === undefined) throw unreadVersion(document, 'spdxVersion', 'SPDX 2.2 or 2.3');
    const creation = document.requiredObject('creationInfo');
    document.requiredText('name');
    document.requiredText('SPDXID');
    const packages = document.objects('packages') ?? [];
    const refs = new UniqueRefs();
    for (const one of packages) refs.add(one, 'SPDXID');
    const purls = new PackageUrls();
    const subject = subjectOf(document, packages);
    const described = subject === null ? null : readPackage(subject, new PackageUrls());
    return {
      version: version.slice('SPDX-'.length),
      identity: document.requiredText('documentNamespace'),
      generators: generatorsOf(creation),
      timestamp: timestampOf(creation),
      subject: described,
      subjectDigests: subjectDigests(described?.purl ?? null, subject === null ? [] : imageChecksums(subject)),
      components: packages.map((one) => readPackage(one, purls)),
      invalidPurls: purls.invalid,
    } satisfies SbomContent;
  },
};

function imageChecksums(subject: JsonCursor): string[] {
  if (subject.text('primaryPackagePurpose') !== 'CONTAINER') return [];
  return (subject.objects('checksums') ?? []).flatMap((one) =>
    one.text('algorithm') === 'SHA256' ? (one.text('checksumValue') ?? []) : [],
  );
}

function isSpdx3(document: JsonCursor): boolean {
  return document.raw('@graph') !== undefined && JSON.stringify(document.raw('@context') ?? '').includes('spdx');
}

function timestampOf(creation: JsonCursor): string {
  const created = creation.requiredText('created');
  return Number.isNaN(Date.parse(created)) ? creation.fail('created', 'a date and time') : created;
}

/** Creators are texts such as `Tool: syft-1.52.0`; people and organisations are left out. */
function generatorsOf(creation: JsonCursor): SbomContent['generators'] {
  const creators = creation.texts('creators') ?? creation.fail('creators', 'a list of creators');
  return creators.flatMap((creator) => {
    const tool = /^Tool: *(.+?)(?:-([0-9v][^-]*))?$/.exec(creator);
    return tool === null ? [] : [{ name: tool[1] ?? '', version: tool[2] ?? null }];
  });
}

/** What the document describes, when that is one package (6.1 of 2.2, 11.1 DESCRIBES). */
function subjectOf(document: JsonCursor, packages: readonly JsonCursor[]): JsonCursor | null {
  const related = (document.objects('relationships') ?? [])
    .filter((one) => one.text('relationshipType') === 'DESCRIBES' && one.text('spdxElementId') === 'SPDXRef-DOCUMENT')
    .map((one) => one.text('relatedSpdxElement'));
  const described = new Set([...(document.texts('documentDescribes') ?? []), ...related]);
  const found = packages.filter((one) => described.has(one.text('SPDXID') ?? ''));
  return found.length === 1 ? (found[0] ?? null) : null;
}
