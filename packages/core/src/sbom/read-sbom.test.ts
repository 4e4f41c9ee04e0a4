import { describe, expect, it } from '@jest/globals';
import { ConfigurationError } from '../outcomes/index.ts';
import { readSbom } from './read-sbom.ts';

type Json = Record<string, unknown>;
const bytes = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));

const LIBRARY: Json = { type: 'library', 'bom-ref': 'a', name: 'a', version: '1.0', purl: 'pkg:npm/a@1.0' };
const cyclonedx = (changes: Json = {}): Json => ({
  bomFormat: 'CycloneDX',
  specVersion: '1.6',
  version: 1,
  components: [LIBRARY],
  ...changes,
});

const PACKAGE: Json = {
  SPDXID: 'SPDXRef-a',
  name: 'a',
  versionInfo: '1.0',
  downloadLocation: 'NOASSERTION',
  licenseDeclared: 'MIT',
  licenseConcluded: 'NOASSERTION',
  externalRefs: [{ referenceCategory: 'PACKAGE-MANAGER', referenceType: 'purl', referenceLocator: 'pkg:npm/a@1.0' }],
};
const spdx = (changes: Json = {}): Json => ({
  spdxVersion: 'SPDX-2.3',
  dataLicense: 'CC0-1.0',
  SPDXID: 'SPDXRef-DOCUMENT',
  name: 'demo',
  documentNamespace: 'https://example.com/demo',
  creationInfo: { created: '2026-11-21T04:00:00Z', creators: ['Tool: syft-1.52.0', 'Person: Somebody (s@example.com)'] },
  packages: [PACKAGE],
  ...changes,
});

function refusal(value: unknown): ConfigurationError {
  try {
    readSbom(bytes(value), 'sbom.json');
  } catch (error) {
    if (error instanceof ConfigurationError) return error;
    throw error;
  }
  throw new Error('was not refused');
}

describe('readSbom', () => {
  it('says the same about the same software in both formats', () => {
    const [one, other] = [cyclonedx({ components: [{ ...LIBRARY, licenses: [{ license: { id: 'MIT' } }] }] }), spdx()].map(
      (document) => readSbom(bytes(document), 'sbom.json'),
    );
    expect(one?.components).toEqual([{ name: 'a', version: '1.0', purl: 'pkg:npm/a@1.0', licenses: ['MIT'] }]);
    expect(other?.components).toEqual(one?.components);
  });

  it('refuses an SBOM that lists nothing: an empty answer must not pass for an answer', () => {
    for (const nothing of [[], null, undefined]) {
      expect(refusal(cyclonedx({ components: nothing })).code).toBe('sbom/empty');
      expect(refusal(spdx({ packages: nothing })).code).toBe('sbom/empty');
    }
  });

  it('refuses versions that it does not read, and says which it does', () => {
    for (const specVersion of ['1.1', '1.8', '2.0', 1.6, undefined])
      expect(refusal(cyclonedx({ specVersion })).code).toBe('sbom/version');
    for (const spdxVersion of ['SPDX-2.1', 'SPDX-3.0', '2.3', 2])
      expect(refusal(spdx({ spdxVersion })).code).toBe('sbom/version');
    const three = refusal({ '@context': 'https://spdx.org/rdf/3.0.1/spdx-context.jsonld', '@graph': [] });
    expect([three.code, three.expected, three.at]).toEqual(['sbom/version', 'SPDX 2.2 or 2.3', 'sbom.json#/@context']);
  });

  it('refuses a document that is both formats: the components of which of them were archived would rest on the reader', () => {
    for (const both of [cyclonedx({ spdxVersion: 'SPDX-2.3' }), spdx({ bomFormat: 'CycloneDX' }), { ...cyclonedx(), ...spdx() }])
      expect(refusal(both)).toMatchObject({ code: 'sbom/ambiguous', outcome: 'invalid' });
  });

  it('names the known formats when it meets another one', () => {
    const error = refusal({ packages: [] });
    expect([error.code, error.expected]).toEqual(['sbom/unknown-format', 'CycloneDX JSON 1.2 to 1.7 or SPDX JSON 2.2 and 2.3']);
  });

  it('points at what has the wrong shape', () => {
    const inside = (component: Json) =>
      cyclonedx({ components: [LIBRARY, { type: 'library', name: 'b', components: [component] }] });
    const broken: readonly [string, Json][] = [
      ['/bomFormat', cyclonedx({ bomFormat: 'Other' })],
      ['/serialNumber', cyclonedx({ serialNumber: 'urn:uuid:1' })],
      ['/metadata/timestamp', cyclonedx({ metadata: { timestamp: 'yesterday' } })],
      ['/components/1/components/0/name', inside({ type: 'library' })],
      ['/components/1/components/0/type', inside({ type: 'idea', name: 'c' })],
      [
        '/components/1/components/0/hashes/0/content',
        inside({ type: 'file', name: 'c', hashes: [{ alg: 'SHA-1', content: 'foo' }] }),
      ],
      ['/components/1/components/0/licenses/0/license/id', inside({ type: 'file', name: 'c', licenses: [{ license: {} }] })],
      ['/components/1/components/0/licenses/0/expression', inside({ type: 'file', name: 'c', licenses: [{}] })],
      ['/creationInfo', spdx({ creationInfo: undefined })],
      ['/creationInfo/created', spdx({ creationInfo: { created: 'now', creators: [] } })],
      ['/creationInfo/creators', spdx({ creationInfo: { created: '2026-11-21T04:00:00Z' } })],
      ['/documentNamespace', spdx({ documentNamespace: '' })],
      ['/packages/1/SPDXID', spdx({ packages: [PACKAGE, { name: 'b' }] })],
    ];
    for (const [pointer, document] of broken) {
      const error = refusal(document);
      expect([error.code, error.at]).toEqual(['sbom/shape', `sbom.json#${pointer}`]);
    }
  });

  it('refuses two parts under one name, nested ones too: a relation would mean either', () => {
    const nested = { ...LIBRARY, 'bom-ref': 'b', components: [LIBRARY] };
    for (const document of [cyclonedx({ components: [LIBRARY, LIBRARY] }), cyclonedx({ components: [LIBRARY, nested] })]) {
      expect(refusal(document).code).toBe('sbom/duplicate-ref');
    }
    expect(refusal(spdx({ packages: [PACKAGE, PACKAGE] })).at).toBe('sbom.json#/packages/1/SPDXID');
  });

  it('lists nested components, writes one package as one text, and tells where a package URL is none', () => {
    const part = (ref: string, purl: string) => ({ type: 'library', 'bom-ref': ref, name: ref, purl });
    const document = cyclonedx({
      components: [{ ...part('x', 'pkg:NPM/%40scope/x@1'), components: [part('y', 'npm:y'), part('z', 'pkg:golang/z@v1')] }],
    });
    const sbom = readSbom(bytes(document), 'sbom.json');
    expect(sbom.components.map(({ name, purl }) => [name, purl])).toEqual([
      ['x', 'pkg:npm/%40scope/x@1'],
      ['y', null],
      ['z', null],
    ]);
    expect(sbom.invalidPurls).toEqual(['sbom.json#/components/0/components/0/purl', 'sbom.json#/components/0/components/1/purl']);
  });

  it('says who made it, when, and of what', () => {
    const metadata = { timestamp: '2026-11-21T04:00:00Z', component: { type: 'container', name: 'image', version: 'sha256:1' } };
    const syft = { name: 'syft', version: '1.52.0' };
    for (const tools of [[syft], { components: [{ type: 'application', ...syft }] }]) {
      const sbom = readSbom(bytes(cyclonedx({ metadata: { ...metadata, tools } })), 'sbom.json');
      expect(sbom).toMatchObject({
        generators: [syft],
        timestamp: metadata.timestamp,
        subject: { name: 'image', version: 'sha256:1' },
      });
    }
    const described = { spdxElementId: 'SPDXRef-DOCUMENT', relationshipType: 'DESCRIBES', relatedSpdxElement: 'SPDXRef-a' };
    for (const way of [{ relationships: [described] }, { documentDescribes: ['SPDXRef-a'] }]) {
      expect(readSbom(bytes(spdx(way)), 'sbom.json')).toMatchObject({ generators: [syft], subject: { name: 'a' } });
    }
  });
});
