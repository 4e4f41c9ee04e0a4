import { isMap, isScalar, isSeq, type Node, type YAMLMap } from 'yaml';
import type { ImageKind, ImageNode } from './image-node.ts';
import type { ManifestDocument } from '../reading/manifest-document.ts';
import { valuesIn, type Mapping } from '../reading/mappings.ts';

const CONTAINER_LISTS: ReadonlyMap<string, ImageKind> = new Map([
  ['containers', 'container'],
  ['initContainers', 'init-container'],
  ['ephemeralContainers', 'ephemeral-container'],
]);

/**
 * Every image that a Kubernetes object makes a node pull. Container lists are found by their name at any depth, so that each workload
 * kind, lists of objects and the pod templates of custom resources are all covered, and so is a kind that nobody here has heard of yet.
 */
export function* kubernetesImages(document: ManifestDocument, mappings: readonly Mapping[]): Generator<ImageNode> {
  for (const { members } of mappings) for (const { name, value } of members) yield* imagesOf(document, name, value);
}

function* imagesOf(document: ManifestDocument, name: string, list: Node): Generator<ImageNode> {
  const kind = CONTAINER_LISTS.get(name);
  if (kind === undefined && name !== 'volumes') return;
  for (const item of mapsIn(document, list)) {
    for (const image of document.valuesOf(item, 'image')) {
      if (kind !== undefined) yield { node: image, kind };
      else yield* imageVolume(document, image);
    }
  }
}

/** `volumes[].image.reference` mounts an image (Kubernetes 1.31, ImageVolumeSource). `rbd.image` beside it is a block device. */
function* imageVolume(document: ManifestDocument, image: Node): Generator<ImageNode> {
  if (!isMap(image)) return;
  for (const node of document.valuesOf(image, 'reference')) yield { node, kind: 'image-volume' };
}

function mapsIn(document: ManifestDocument, list: Node): YAMLMap[] {
  if (!isSeq(list)) return [];
  return list.items.map((item) => document.resolved(item)).filter((item): item is YAMLMap => isMap(item));
}

const HOLDERS = new Set(['ConfigMap', 'Secret']);
const DATA = ['data', 'stringData', 'binaryData'];

/** Mappings in which a member called `image` makes nobody pull: what a ConfigMap or Secret holds, and Ceph's block devices. */
export function passiveMappings(mappings: readonly Mapping[]): ReadonlySet<Node> {
  return new Set(
    mappings.flatMap((mapping) => {
      const kinds = valuesIn(mapping, 'kind');
      const holdsData = kinds.length > 0 && kinds.every((kind) => isScalar(kind) && HOLDERS.has(String(kind.value)));
      return [...(holdsData ? DATA : []), 'rbd'].flatMap((name) => valuesIn(mapping, name));
    }),
  );
}
