import { describe, expect, it } from '@jest/globals';
import { sha256 } from '../canonical/digest.ts';
import { readSbomOf } from './read-sbom-of.ts';

const IMAGE = sha256('this image');
const OTHER = sha256('another image');
const hex = (digest: string): string => digest.slice('sha256:'.length);

const bytes = (document: object): Uint8Array => Buffer.from(JSON.stringify(document));
const cyclonedx = (component: object | null): Uint8Array =>
  bytes({
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    ...(component !== null && { metadata: { component: { type: 'container', name: 'web', ...component } } }),
    components: [{ type: 'library', name: 'a' }],
  });
const spdx = (described: object): Uint8Array =>
  bytes({
    spdxVersion: 'SPDX-2.3',
    SPDXID: 'SPDXRef-DOCUMENT',
    name: 'web',
    documentNamespace: 'https://example.org/web',
    creationInfo: { created: '2026-11-20T10:00:00Z', creators: ['Tool: t'] },
    packages: [{ SPDXID: 'SPDXRef-a', name: 'web', ...described }],
    documentDescribes: ['SPDXRef-a'],
  });
const purl = (digest: string): string => `pkg:oci/web@${encodeURIComponent(digest)}?repository_url=r.example/web`;
const reference = (digest: string) => ({ externalRefs: [{ referenceType: 'purl', referenceLocator: purl(digest) }] });
const read = (document: Uint8Array) => () => readSbomOf(IMAGE, document, 'sbom.json');

describe('the SBOM of an image', () => {
  it.each([
    ['by package URL', cyclonedx({ purl: purl(OTHER) })],
    ['by a hash', cyclonedx({ hashes: [{ alg: 'SHA-256', content: hex(OTHER) }] })],
    [
      'by package URL, whatever its hash says',
      cyclonedx({ purl: purl(OTHER), hashes: [{ alg: 'SHA-256', content: hex(IMAGE) }] }),
    ],
    ['by package URL, in SPDX', spdx(reference(OTHER))],
    [
      'by a checksum, in SPDX',
      spdx({ primaryPackagePurpose: 'CONTAINER', checksums: [{ algorithm: 'SHA256', checksumValue: hex(OTHER) }] }),
    ],
  ])('is refused where it names another: %s', (_, document) => {
    expect(read(document)).toThrow(expect.objectContaining({ code: 'sbom/subject', found: expect.stringContaining(OTHER) }));
  });

  it.each([
    ['this image by package URL', cyclonedx({ purl: purl(IMAGE) })],
    ['it in upper-case hex', cyclonedx({ hashes: [{ alg: 'SHA-256', content: hex(IMAGE).toUpperCase() }] })],
    ['this image in SPDX', spdx(reference(IMAGE))],
    ['no image', cyclonedx(null)],
    ['a tag', cyclonedx({ purl: 'pkg:oci/web?tag=latest', version: 'latest' })],
    ['what was packed, which is no image', cyclonedx({ type: 'application', hashes: [{ alg: 'SHA-256', content: hex(OTHER) }] })],
    ['another algorithm', cyclonedx({ hashes: [{ alg: 'SHA-512', content: 'ab'.repeat(64) }] })],
  ])('is taken where it names %s', (_, document) => expect(read(document)).not.toThrow());
});
