import { isScalar, isSeq, type Node } from 'yaml';
import type { ImageNode } from './image-node.ts';
import type { ManifestDocument } from '../reading/manifest-document.ts';
import { valuesIn, type Mapping } from '../reading/mappings.ts';
import { textsIn } from './texts-in.ts';
import { writtenReference } from './written-reference.ts';

/** Of a Kustomization, and of its ImageTagTransformer. */
const IMAGES = new Set<string | null>(['images', 'imageTag']);
const OVERRIDES = ['newName', 'newTag', 'digest'];
const OTHERS = ['resources', 'bases', 'components', 'helmCharts', 'patchesStrategicMerge', 'transformers', 'generators'];
const KINDS = new Set(['Kustomization', 'Component']);
const FILE = /(?:^|\/)kustomization\.ya?ml$/;
/** Lists whose items may lie in a file, which may be an address. */
const BY_PATH = new Set<string | null>(['patches', 'patchesJson6902', 'replacements']);

/** What a Kustomization puts in place of other images, and the files that it deploys. */
export function* kustomizeImages(document: ManifestDocument, mappings: readonly Mapping[], file: string): Generator<ImageNode> {
  for (const mapping of mappings) {
    if (IMAGES.has(mapping.under) && OVERRIDES.some((name) => valuesIn(mapping, name).length > 0)) {
      for (const reference of overridden(document, mapping)) yield { node: mapping.map, kind: 'kustomization', reference };
    }
  }
  const [top] = mappings;
  if (top?.map !== document.root || !isKustomization(top, file)) return;
  for (const node of OTHERS.flatMap((name) => itemsIn(document, top, name)))
    if (!isWrittenHere(node)) yield { node, kind: 'elsewhere' };
  yield* takenFromFiles(document, mappings);
}

/** `kind` may be left out of a file of that name (kustomize, kustomization.yaml). */
function isKustomization(top: Mapping, file: string): boolean {
  const kinds = valuesIn(top, 'kind');
  return kinds.length === 0 ? FILE.test(file) : kinds.some((kind) => isScalar(kind) && KINDS.has(String(kind.value)));
}

/** What the lists of that name hold. */
const itemsIn = (document: ManifestDocument, mapping: Mapping, name: string): Node[] =>
  valuesIn(mapping, name)
    .flatMap((list) => (isSeq(list) ? list.items : []))
    .map((item) => document.resolved(item))
    .filter((node) => node !== null);

/** A patch or a transformer may be a text of several lines, which is looked into like any other. */
const isWrittenHere = (node: Node): boolean => isScalar(node) && String(node.value).includes('\n');

/** Patches in files, and replacements, which put in the place of an image whatever some other object says. */
function* takenFromFiles(document: ManifestDocument, mappings: readonly Mapping[]): Generator<ImageNode> {
  for (const mapping of mappings) {
    if (BY_PATH.has(mapping.under)) for (const node of valuesIn(mapping, 'path')) yield { node, kind: 'elsewhere' };
    for (const node of itemsIn(document, mapping, 'fieldPaths'))
      if (/(?:^|[./])image$/i.test(document.textOf(node))) yield { node, kind: 'patch', reference: '(a replacement)' };
  }
}

/** Where a name is written twice, every reading of it: tools disagree about which one counts. */
function overridden(document: ManifestDocument, mapping: Mapping): string[] {
  const texts = (name: string): string[] => textsIn(document, mapping, name);
  const names = texts('newName').length > 0 ? texts('newName') : texts('name');
  return writtenReference({ registry: [], repository: names, tag: texts('newTag'), digest: texts('digest') });
}
