/** A small bill of materials as a generator would write it. */
export const cyclonedx = (
  components: readonly { readonly name: string; readonly version: string }[] = [{ name: 'left-pad', version: '1.3.0' }],
): string =>
  JSON.stringify({
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    serialNumber: 'urn:uuid:3e671687-395b-41f5-a30f-a58921a69b79',
    version: 1,
    metadata: {
      timestamp: '2026-11-20T10:00:00Z',
      tools: { components: [{ type: 'application', name: 'generator', version: '1.0.0' }] },
    },
    components: components.map(({ name, version }) => ({ type: 'library', name, version, purl: `pkg:npm/${name}@${version}` })),
  });
