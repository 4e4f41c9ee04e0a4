import { isMap, isScalar, isSeq, type Node } from 'yaml';
import { isValues } from './helm-values-images.ts';
import type { ImageNode } from './image-node.ts';
import type { ManifestDocument, ManifestMember } from '../reading/manifest-document.ts';
import { valuesIn, type Mapping } from '../reading/mappings.ts';
import { isEvidentlyNoImage, namesVersion } from './plausible-image.ts';
import { A_MAPPING } from './texts-in.ts';

/** `image`, `Image` (CloudFormation), `sidecarImage`, `ImageUri` (Lambda); not `imagePullPolicy`. */
const IMAGE = /image(?:_?uri)?$/i;
/** What stands under these describes values: properties of a JSON schema, parameters of CloudFormation. */
const SCHEMAS = new Set(['properties', 'Parameters']);
const JUST_IMAGE = /^image(?:_?uri)?$/i;

/**
 * Members called an image in places that no known form has: steps of Tekton, task definitions of ECS, custom resources. In a document
 * that is deployed each of them counts, and one that is not understood is never pinned; elsewhere those that could be images.
 */
export function* namedImages(
  document: ManifestDocument,
  mappings: readonly Mapping[],
  { isDeployed, passive }: { readonly isDeployed: boolean; readonly passive: ReadonlySet<Node> },
): Generator<ImageNode> {
  const mappingOf = new Map<Node, Mapping>(mappings.map((mapping) => [mapping.map, mapping]));
  for (const { map, under, members } of mappings) {
    if (passive.has(map)) continue;
    for (const member of members) {
      if (!IMAGE.test(member.name)) continue;
      const inner = mappingOf.get(member.value);
      if (inner !== undefined) yield* ofMapping(document, inner, { isDeployed, isSchema: SCHEMAS.has(under ?? '') });
      else if (isDeployed || couldBeImage(document, member)) yield { node: member.value, kind: 'named' };
    }
  }
}

/** A mapping that is called an image: its parts, its name, the default of a parameter; or nothing that anybody understands. */
function* ofMapping(
  document: ManifestDocument,
  mapping: Mapping,
  { isDeployed, isSchema }: { readonly isDeployed: boolean; readonly isSchema: boolean },
): Generator<ImageNode> {
  if (isValues(mapping)) return; // that form's own
  const found = ['reference', 'name', 'default', 'Default'].flatMap((name) => valuesIn(mapping, name)).filter(isScalar);
  for (const node of found) if (isDeployed || namesVersion(document.textOf(node))) yield { node, kind: 'named' };
  if (isDeployed && found.length === 0 && !isSchema) yield { node: mapping.map, kind: 'named', reference: A_MAPPING };
}

function couldBeImage(document: ManifestDocument, { name, value }: ManifestMember): boolean {
  const nodes = isSeq(value) ? value.items.map((item) => document.resolved(item)) : [value];
  return nodes.some((node) => {
    if (!isScalar(node) || typeof node.value !== 'string' || isEvidentlyNoImage(node.value)) return false;
    return JUST_IMAGE.test(name) || namesVersion(node.value);
  });
}

/** JSON patches (RFC 6902) that put an image in its place, and parameters of Argo CD and of templates that are called one. */
export function* handedImages(mappings: readonly Mapping[]): Generator<ImageNode> {
  for (const mapping of mappings) {
    const named = (name: string, words: RegExp): boolean =>
      valuesIn(mapping, name).some((node) => isScalar(node) && words.test(String(node.value)));
    const isPatch = named('path', /\/image$/i);
    const isParameter = mapping.under === 'parameters' && named('name', /image(?:\.(?:tag|repository|registry|digest|name))?$/i);
    if (!isPatch && !isParameter) continue;
    for (const node of valuesIn(mapping, 'value'))
      yield { node, kind: isPatch ? 'patch' : 'parameter', ...(isMap(node) && { reference: A_MAPPING }) };
  }
}
