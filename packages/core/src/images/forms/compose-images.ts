import { isMap, isScalar, isSeq, type Node, type YAMLMap } from 'yaml';
import type { ImageNode } from './image-node.ts';
import type { ManifestDocument } from '../reading/manifest-document.ts';

/** The services of a Compose file; none for any other document: Kubernetes objects say which API they belong to. */
export function composeServices(document: ManifestDocument): readonly YAMLMap[] {
  if (!isMap(document.root) || document.valuesOf(document.root, 'apiVersion').length > 0) return [];
  return document.valuesOf(document.root, 'services').filter((services) => isMap(services));
}

/** What a Compose file pulls. Beside `build`, `image` is only the name that the built image gets, unless told to pull it (compose-spec, build.md). */
export function* composeImages(document: ManifestDocument, services: YAMLMap): Generator<ImageNode> {
  for (const { value: service } of document.members(services)) {
    if (!isMap(service)) continue;
    yield* extended(document, service);
    yield* mounted(document, service);
    if (isBuilt(document, service)) continue;
    for (const node of document.valuesOf(service, 'image')) yield { node, kind: 'service' };
  }
}

/** `volumes: [{type: image, source: …}]` pulls an image to mount it (compose-spec, services.md). */
function* mounted(document: ManifestDocument, service: YAMLMap): Generator<ImageNode> {
  const volumes = document.valuesOf(service, 'volumes').flatMap((node) => (isSeq(node) ? node.items : []));
  for (const volume of volumes.map((item) => document.resolved(item)).filter((node) => isMap(node))) {
    if (!document.valuesOf(volume, 'type').some((type) => document.textOf(type) === 'image')) continue;
    for (const node of document.valuesOf(volume, 'source')) yield { node, kind: 'service' };
  }
}

/** The services whose `image` is no more than a name, and the fragments (`x-…`) that count only where a service takes them over. */
export function composeNames(document: ManifestDocument, services: YAMLMap): Node[] {
  const built = document.members(services).filter(({ value }) => isMap(value) && isBuilt(document, value));
  const fragments = isMap(document.root) ? document.members(document.root).filter(({ name }) => name.startsWith('x-')) : [];
  return [...built, ...fragments].map(({ value }) => value);
}

/** By any other policy than these two Compose asks the registry for the image first, and runs what that gives (docker/compose issue 9730). */
const BUILDS = new Set(['build', 'never']);

const isBuilt = (document: ManifestDocument, service: YAMLMap): boolean =>
  document.valuesOf(service, 'build').length > 0 &&
  document.valuesOf(service, 'pull_policy').every((policy) => BUILDS.has(document.textOf(policy)));

/** Other files whose services are deployed too (compose-spec, include.md): a path, or a mapping with one or several. */
export function* composeIncludes(document: ManifestDocument): Generator<ImageNode> {
  if (!isMap(document.root)) return;
  for (const included of document.valuesOf(document.root, 'include')) yield* pathsIn(document, included);
}

function* pathsIn(document: ManifestDocument, node: Node | null): Generator<ImageNode> {
  if (isScalar(node)) yield { node, kind: 'elsewhere' };
  else if (isSeq(node)) for (const item of node.items) yield* pathsIn(document, document.resolved(item));
  else if (isMap(node)) for (const path of document.valuesOf(node, 'path')) yield* pathsIn(document, path);
}

/** `extends: {file, service}`; without a file it names a service of this one. */
function* extended(document: ManifestDocument, service: YAMLMap): Generator<ImageNode> {
  for (const node of document.valuesOf(service, 'extends')) {
    if (isMap(node)) for (const file of document.valuesOf(node, 'file')) yield { node: file, kind: 'elsewhere' };
  }
}
