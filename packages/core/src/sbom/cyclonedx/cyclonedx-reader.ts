import type { JsonCursor } from '../../documents/index.ts';
import type { SbomContent } from '../sbom.ts';
import type { SbomReader } from '../sbom-reader.ts';
import { PackageUrls } from '../package-urls.ts';
import { UniqueRefs } from '../unique-refs.ts';
import { subjectDigests } from '../subject-digests.ts';
import { unreadVersion } from '../unread-version.ts';
import { readComponent, readComponents } from './component.ts';

const VERSIONS = ['1.2', '1.3', '1.4', '1.5', '1.6', '1.7'] as const;
const SERIAL_NUMBER = /^urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** CycloneDX JSON (ECMA-424). */
export const cyclonedxReader: SbomReader = {
  format: 'cyclonedx',
  title: 'CycloneDX JSON 1.2 to 1.7',

  recognises: (document) => document.raw('bomFormat') !== undefined || document.raw('specVersion') !== undefined,

  read(document) {
    if (document.raw('bomFormat') !== 'CycloneDX') document.fail('bomFormat', '"CycloneDX"');
    const version = VERSIONS.find((one) => one === document.raw('specVersion'));
    if (version === undefined) throw unreadVersion(document, 'specVersion', `a version of CycloneDX from 1.2 to 1.7`);
    const metadata = document.object('metadata');
    const subject = metadata?.object('component') ?? null;
    const purls = new PackageUrls();
    const described = subject === null ? null : readComponent(subject, purls);
    const components = readComponents(document.objects('components') ?? [], new UniqueRefs(), purls);
    return {
      version,
      identity: serialNumber(document),
      generators: metadata === null ? [] : generatorsOf(metadata),
      timestamp: metadata === null ? null : timestampOf(metadata),
      subject: described,
      subjectDigests: subjectDigests(described?.purl ?? null, subject === null ? [] : imageHashes(subject)),
      components,
      invalidPurls: purls.invalid,
    } satisfies SbomContent;
  },
};

function imageHashes(subject: JsonCursor): string[] {
  if (subject.text('type') !== 'container') return [];
  return (subject.objects('hashes') ?? []).flatMap((hash) =>
    hash.text('alg') === 'SHA-256' ? (hash.text('content') ?? []) : [],
  );
}

function serialNumber(document: JsonCursor): string | null {
  const serial = document.text('serialNumber');
  return serial === null || SERIAL_NUMBER.test(serial) ? serial : document.fail('serialNumber', 'urn:uuid: and a UUID');
}

function timestampOf(metadata: JsonCursor): string | null {
  const timestamp = metadata.text('timestamp');
  return timestamp === null || !Number.isNaN(Date.parse(timestamp)) ? timestamp : metadata.fail('timestamp', 'a date and time');
}

/** A list up to 1.4; since 1.5 also an object of components and services. */
function generatorsOf(metadata: JsonCursor): SbomContent['generators'] {
  const tools = metadata.raw('tools');
  const legacy = Array.isArray(tools) ? metadata.objects('tools') : null;
  const parts = legacy ?? ['components', 'services'].flatMap((kind) => metadata.object('tools')?.objects(kind) ?? []);
  return parts.map((part) => ({ name: part.text('name') ?? part.text('vendor') ?? 'unnamed', version: part.text('version') }));
}
