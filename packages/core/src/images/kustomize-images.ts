import { isMap, isScalar, isSeq, type Node } from 'yaml';
import type { ImageNode } from './image-node.ts';
import type { ManifestDocument } from './manifest-document.ts';
import { valuesIn, type Mapping } from './mappings.ts';
import { writtenReference } from './written-reference.ts';

/** Of a Kustomization, and of its ImageTagTransformer. */
const IMAGES = new Set<string | null>(['images', 'imageTag']);
const OVERRIDES = ['newName', 'newTag', 'digest'];
const OTHERS = ['resources', 'bases', 'components', 'helmCharts', 'patchesStrategicMerge', 'transformers', 'generators'];
const FILE = /(?:^|\/)kustomization\.ya?ml$/;
/** Lists whose items may lie in a file, which may be an address. */
const BY_PATH = new Set<string | null>(['patches', 'patchesJson6902', 'replacements']);

/** What a Kustomization puts in place of other images, and the files that it deploys. `kind` may be left out (kustomize, kustomization.yaml). */
export function* kustomizeImages(document: ManifestDocument, mappings: readonly Mapping[], file: string): Generator<ImageNode> {
  for (const mapping of mappings) {
    if (IMAGES.has(mapping.under) && OVERRIDES.some((name) => valuesIn(mapping, name).length > 0)) {
      for (const reference of overridden(document, mapping)) yield { node: mapping.map, kind: 'kustomization', reference };
    }
  }
  const [top] = mappings;
  if (top?.map !== document.root) return;
  const kinds = valuesIn(top, 'kind');
  if (kinds.length === 0 ? !FILE.test(file) : !kinds.some(isKustomization)) return;
  for (const name of OTHERS) {
    for (const list of valuesIn(top, name)) {
      if (!isSeq(list)) continue;
      for (const item of list.items) {
        const node = document.resolved(item);
        if (node !== null && !isWrittenHere(node)) yield { node, kind: 'elsewhere' };
      }
    }
  }
  yield* takenFromFiles(document, mappings);
}

/** A patch or a transformer may be a text of several lines, which is looked into like any other. */
const isWrittenHere = (node: Node): boolean => isScalar(node) && String(node.value).includes('\n');

/** Patches in files, and replacements, which put in the place of an image whatever some other object says. */
function* takenFromFiles(document: ManifestDocument, mappings: readonly Mapping[]): Generator<ImageNode> {
  for (const mapping of mappings) {
    if (BY_PATH.has(mapping.under)) for (const node of valuesIn(mapping, 'path')) yield { node, kind: 'elsewhere' };
    for (const list of valuesIn(mapping, 'fieldPaths').filter((paths) => isSeq(paths)))
      for (const node of list.items.map((item) => document.resolved(item)))
        if (node !== null && /(?:^|[./])image$/i.test(document.textOf(node)))
          yield { node, kind: 'patch', reference: '(a replacement)' };
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
