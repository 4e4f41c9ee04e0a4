import type { JsonCursor } from '../../documents/index.ts';
import type { PackageUrls } from '../package-urls.ts';
import type { Component } from '../sbom.ts';
import type { UniqueRefs } from '../unique-refs.ts';

/** Of 1.7; earlier versions have fewer, and a document that uses a later word is not wrong about what is inside. */
const TYPES = [
  ...['application', 'framework', 'library', 'container', 'platform', 'operating-system', 'device', 'device-driver'],
  ...['firmware', 'file', 'machine-learning-model', 'data', 'cryptographic-asset'],
];
const HASH = /^([a-fA-F0-9]{32}|[a-fA-F0-9]{40}|[a-fA-F0-9]{64}|[a-fA-F0-9]{96}|[a-fA-F0-9]{128})$/;

/** Components and the components inside them, in the order of the document. */
export function readComponents(components: readonly JsonCursor[], refs: UniqueRefs, purls: PackageUrls): Component[] {
  return components.flatMap((component) => {
    refs.add(component, 'bom-ref');
    return [readComponent(component, purls), ...readComponents(component.objects('components') ?? [], refs, purls)];
  });
}

export function readComponent(component: JsonCursor, purls: PackageUrls): Component {
  const type = component.requiredText('type');
  if (!TYPES.includes(type)) component.fail('type', 'a type of component');
  for (const hash of component.objects('hashes') ?? []) {
    hash.requiredText('alg');
    if (!HASH.test(hash.requiredText('content'))) hash.fail('content', 'the hex digits of a hash');
  }
  return {
    name: component.text('name') ?? component.fail('name', 'a text'),
    version: component.text('version') || null,
    purl: purls.read(component, 'purl'),
    licenses: (component.objects('licenses') ?? []).map(readLicense),
  };
}

/** An SPDX id, or a name, or an expression: exactly one of them (licenseChoice). */
function readLicense(choice: JsonCursor): string {
  const license = choice.object('license');
  if (license === null) return choice.requiredText('expression');
  const [id, name] = [license.text('id'), license.text('name')];
  if ((id === null) === (name === null)) license.fail('id', 'either an id or a name');
  return id ?? name ?? '';
}
