import { isMap, type YAMLMap } from 'yaml';
import type { ImageNode } from './image-node.ts';
import type { ManifestDocument } from './manifest-document.ts';

/** The services of a Compose file; none for any other document: Kubernetes objects say which API they belong to. */
export function composeServices(document: ManifestDocument): readonly YAMLMap[] {
  if (!isMap(document.root) || document.valuesOf(document.root, 'apiVersion').length > 0) return [];
  return document.valuesOf(document.root, 'services').filter((services) => isMap(services));
}

/** What a Compose file pulls. Beside `build`, `image` is only the name that the built image gets (compose-spec, build.md). */
export function* composeImages(document: ManifestDocument, services: YAMLMap): Generator<ImageNode> {
  for (const { value: service } of document.members(services)) {
    if (!isMap(service) || document.valuesOf(service, 'build').length > 0) continue;
    for (const node of document.valuesOf(service, 'image')) yield { node, kind: 'service' };
  }
}
