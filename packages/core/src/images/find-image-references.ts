import { isMap, isScalar, type Node } from 'yaml';
import { composeImages, composeIncludes, composeNames, composeServices } from './forms/compose-images.ts';
import { embeddedImages } from './forms/embedded-images.ts';
import { helmValuesImages } from './forms/helm-values-images.ts';
import type { ImageKind, ImageNode } from './forms/image-node.ts';
import { kubernetesImages, passiveMappings } from './forms/kubernetes-images.ts';
import { kustomizeImages } from './forms/kustomize-images.ts';
import { ManifestDocument } from './reading/manifest-document.ts';
import { mappingsOf } from './reading/mappings.ts';
import { handedImages, namedImages } from './forms/named-images.ts';
import { isPipeline } from './forms/pipeline-files.ts';
import { referenceState, type ReferenceState } from './reference/reference-state.ts';
import { terraformImages } from './forms/terraform-images.ts';

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
 * The image references of a deployment manifest, in the order of its lines, each place once: Kubernetes, Compose, Kustomize, values of
 * Helm, task definitions of ECS, Terraform. What is called an image and not understood is there too, and never `pinned`. An empty list
 * says that the file names no image; whether that is in order is for the caller to say. ConfigurationError `image/...` with line and
 * column for a file that cannot be read as a whole: half a list would look like a complete one.
 */
export function findImageReferences(text: string, file: string): readonly FoundReference[] {
  return /\.(?:tf|tfvars)$/i.test(file) ? inTerraform(text, file) : inYaml(text, file);
}

const inTerraform = (text: string, file: string): readonly FoundReference[] =>
  terraformImages(text).map((image) => ({ ...image, file, kind: 'terraform', state: referenceState(image.reference) }));

function inYaml(text: string, file: string): readonly FoundReference[] {
  const found = new Map<string, FoundReference>();
  const numbers = new Map<Node, number>();
  for (const document of ManifestDocument.readAll(text, file)) {
    for (const { node, kind, reference = textOf(document, node) } of imagesOf(document, file)) {
      if (!numbers.has(node)) numbers.set(node, numbers.size);
      const place = `${numbers.get(node)} ${kind === 'values' || kind === 'kustomization' ? reference : ''}`;
      const state = kind === 'elsewhere' ? 'elsewhere' : referenceState(reference);
      if (!found.has(place)) found.set(place, { reference, file, line: document.line(node), kind, state });
    }
  }
  return [...found.values()].sort((one, other) => one.line - other.line);
}

function* imagesOf(document: ManifestDocument, file: string): Generator<ImageNode> {
  const mappings = mappingsOf(document);
  const compose = composeServices(document);
  yield* kubernetesImages(document, mappings);
  for (const services of compose) yield* composeImages(document, services);
  if (compose.length > 0) yield* composeIncludes(document);
  yield* kustomizeImages(document, mappings, file);
  yield* helmValuesImages(document, mappings);
  yield* handedImages(mappings);
  if (isPipeline(document, file)) return;
  const passive = new Set([...passiveMappings(mappings), ...compose.flatMap((services) => composeNames(document, services))]);
  const isDeployed = compose.length > 0 || isObject(document) || /(?:^|\/)values[^/]*\.ya?ml$/i.test(file);
  yield* namedImages(document, mappings, { isDeployed, passive });
  if (isDeployed) yield* embeddedImages(document, mappings, passive);
}

/** A Kubernetes object says which API it belongs to, and a template of CloudFormation what it makes. */
function isObject(document: ManifestDocument): boolean {
  const { root } = document;
  const has = (name: string): boolean => isMap(root) && document.valuesOf(root, name).length > 0;
  return (has('apiVersion') && has('kind')) || has('containerDefinitions') || has('Resources');
}

/** A tag of CloudFormation (`!Ref`) makes something else of the text; `!Sub` without a variable leaves it. */
function textOf(document: ManifestDocument, node: Node): string {
  const text = document.textOf(node);
  const { tag = '' } = node;
  return isScalar(node) && /^![^!]/.test(tag) && tag !== '!Sub' ? `${tag} ${text}` : text;
}
