import { isMap, isScalar, isSeq, type Node } from 'yaml';
import type { ImageNode } from './image-node.ts';
import type { ManifestDocument } from './manifest-document.ts';
import { valuesIn, type Mapping } from './mappings.ts';
import { writtenReference } from './written-reference.ts';

const OVERRIDES = ['newName', 'newTag', 'digest'];
const OTHERS = ['resources', 'bases', 'components', 'helmCharts'];

/** What a Kustomization puts in place of other images, and the files that it deploys. `kind` may be left out (kustomize, kustomization.yaml). */
export function* kustomizeImages(document: ManifestDocument, mappings: readonly Mapping[]): Generator<ImageNode> {
  for (const mapping of mappings) {
    if (mapping.under === 'images' && OVERRIDES.some((name) => valuesIn(mapping, name).length > 0)) {
      for (const reference of overridden(document, mapping)) yield { node: mapping.map, kind: 'kustomization', reference };
    }
  }
  const [top] = mappings;
  if (top?.map !== document.root || !valuesIn(top, 'kind').some(isKustomization)) return;
  for (const name of OTHERS) {
    for (const list of valuesIn(top, name)) {
      if (!isSeq(list)) continue;
      for (const item of list.items) {
        const node = document.resolved(item);
        if (node !== null) yield { node, kind: 'elsewhere' };
      }
    }
  }
}

const isKustomization = (kind: Node): boolean => isScalar(kind) && ['Kustomization', 'Component'].includes(String(kind.value));

/** Where a name is written twice, every reading of it: tools disagree about which one counts. */
function overridden(document: ManifestDocument, mapping: Mapping): string[] {
  const texts = (name: string): string[] =>
    valuesIn(mapping, name).map((node) => (isMap(node) ? '(a mapping)' : document.textOf(node)));
  const names = texts('newName').length > 0 ? texts('newName') : texts('name');
  return writtenReference({ registry: [], repository: names, tag: texts('newTag'), digest: texts('digest') });
}
