import type { Node } from 'yaml';
import { composeImages, composeServices } from './compose-images.ts';
import type { ImageKind, ImageNode } from './image-node.ts';
import { kubernetesImages } from './kubernetes-images.ts';
import { ManifestDocument } from './manifest-document.ts';
import { referenceState, type ReferenceState } from './reference-state.ts';

export interface FoundReference {
  /** As written, after YAML's own quoting: what the cluster or Docker will be asked to pull. */
  readonly reference: string;
  readonly file: string;
  /** Where the reference stands, from 1; behind an alias or a merge key that is the line of the anchor. */
  readonly line: number;
  readonly kind: ImageKind;
  readonly state: ReferenceState;
}

/**
 * The image references of a Kubernetes or Compose file, in the order of its lines, each place once. An empty list says that the file
 * names no image; whether that is in order is for the caller to say. ConfigurationError `image/...` with line and column for a file
 * that cannot be read as a whole: half a list would look like a complete one.
 */
export function findImageReferences(text: string, file: string): readonly FoundReference[] {
  const found = new Map<Node, FoundReference>();
  for (const document of ManifestDocument.readAll(text, file)) {
    for (const { node, kind } of imagesOf(document)) {
      const reference = document.textOf(node);
      if (!found.has(node))
        found.set(node, { reference, file, line: document.line(node), kind, state: referenceState(reference) });
    }
  }
  return [...found.values()].sort((one, other) => one.line - other.line);
}

function* imagesOf(document: ManifestDocument): Generator<ImageNode> {
  const compose = composeServices(document);
  if (compose.length === 0) yield* kubernetesImages(document);
  for (const services of compose) yield* composeImages(document, services);
}
