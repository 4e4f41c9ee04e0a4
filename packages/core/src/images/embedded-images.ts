import { isScalar, isSeq, type Node } from 'yaml';
import type { ImageNode } from './image-node.ts';
import type { ManifestDocument } from './manifest-document.ts';
import type { Mapping } from './mappings.ts';

/** A line that would name an image if the text were read as YAML, or a patch of one. */
const NAMES_IMAGE =
  /^[ \t]*(?:-[ \t]+)?["']?[\w.-]*image["']?[ \t]*:[ \t]*\S|^[ \t]*(?:-[ \t]+)?path:[ \t]*\S*\/image["']?[ \t]*$/im;
const PROSE = new Set(['description', 'message', 'documentation']);

/** Text of several lines that something else reads as YAML: inline patches of Kustomize, values of Argo CD. Nobody looks into it here. */
export function* embeddedImages(
  document: ManifestDocument,
  mappings: readonly Mapping[],
  passive: ReadonlySet<Node>,
): Generator<ImageNode> {
  for (const { map, members } of mappings) {
    if (passive.has(map)) continue;
    for (const { name, value } of members) {
      if (PROSE.has(name)) continue;
      const nodes = isSeq(value) ? value.items.map((item) => document.resolved(item)) : [value];
      for (const node of nodes) if (namesImage(node)) yield { node, kind: 'named', reference: 'text that names an image' };
    }
  }
}

const namesImage = (node: Node | null): node is Node =>
  isScalar(node) && typeof node.value === 'string' && node.value.includes('\n') && NAMES_IMAGE.test(node.value);
