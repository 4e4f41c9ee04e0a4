import { describe, expect, it } from '@jest/globals';
import { JUNK, pathsOf, withReplaced } from '../documents/mutations.test-support.ts';
import { ConfigurationError } from '../outcomes/index.ts';
import { readSbom } from './read-sbom.ts';

const CYCLONEDX = {
  bomFormat: 'CycloneDX',
  specVersion: '1.6',
  serialNumber: 'urn:uuid:3e671687-395b-41f5-a30f-a58921a69b79',
  metadata: {
    timestamp: '2026-11-21T04:00:00Z',
    tools: { components: [{ type: 'application', name: 'syft', version: '1' }] },
    component: { type: 'container', name: 'image' },
  },
  components: [
    {
      type: 'library',
      'bom-ref': 'a',
      name: 'a',
      version: '1',
      purl: 'pkg:npm/a@1',
      hashes: [{ alg: 'SHA-1', content: '1111aaaa2222cccc3333dddd4444eeee5555ffff' }],
      licenses: [{ license: { id: 'MIT' } }, { expression: 'MIT OR ISC' }],
      components: [{ type: 'file', 'bom-ref': 'b', name: 'b' }],
    },
  ],
};

const SPDX = {
  spdxVersion: 'SPDX-2.3',
  SPDXID: 'SPDXRef-DOCUMENT',
  name: 'demo',
  documentNamespace: 'https://example.com/demo',
  creationInfo: { created: '2026-11-21T04:00:00Z', creators: ['Tool: syft-1'] },
  documentDescribes: ['SPDXRef-a'],
  relationships: [{ spdxElementId: 'SPDXRef-DOCUMENT', relationshipType: 'DESCRIBES', relatedSpdxElement: 'SPDXRef-a' }],
  packages: [
    {
      SPDXID: 'SPDXRef-a',
      name: 'a',
      versionInfo: '1',
      licenseDeclared: 'MIT',
      externalRefs: [{ referenceType: 'purl', referenceLocator: 'pkg:npm/a@1' }],
    },
    { SPDXID: 'SPDXRef-b', name: 'b' },
  ],
};

describe('an SBOM with one value replaced', () => {
  for (const [format, document] of Object.entries({ CYCLONEDX, SPDX })) {
    it(`${format}: is read or refused by code, and never loses a component without a word`, () => {
      let tried = 0;
      for (const path of pathsOf(document)) {
        for (const value of JUNK) {
          const pointer = `/${path.join('/')}`;
          try {
            const { components } = readSbom(
              new TextEncoder().encode(JSON.stringify(withReplaced(document, path, value))),
              's.json',
            );
            const meant = /\/(components|packages)(\/\d)?$/.test(pointer);
            expect([pointer, value, components.length >= 2 || meant]).toEqual([pointer, value, true]);
          } catch (error) {
            if (!(error instanceof ConfigurationError)) throw error;
            expect(error.code).toMatch(/^sbom\//);
          }
          tried += 1;
        }
      }
      expect(tried).toBeGreaterThan(200);
    });
  }
});
