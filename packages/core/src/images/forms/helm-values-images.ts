import { isScalar } from 'yaml';
import type { ImageNode } from './image-node.ts';
import type { ManifestDocument } from '../reading/manifest-document.ts';
import { valuesIn, type Mapping } from '../reading/mappings.ts';
import { isEvidentlyNoImage } from './plausible-image.ts';
import { textsIn } from './texts-in.ts';
import { writtenReference } from './written-reference.ts';

const REPOSITORY = ['repository', 'name'];

/** `repository`, `tag` and `digest` written apart, as the values of most charts have them, whatever they stand under. */
export function* helmValuesImages(document: ManifestDocument, mappings: readonly Mapping[]): Generator<ImageNode> {
  for (const mapping of mappings) {
    if (!isValues(mapping)) continue;
    const texts = (name: string): string[] => textsIn(document, mapping, name);
    const repository = REPOSITORY.map(texts).find((found) => found.length > 0) ?? [];
    const isOther = repository.some((name) => name.includes('://')) && repository.every(isEvidentlyNoImage);
    if (isOther && !isCalledImage(mapping)) continue; // a repository of charts or of code
    const words = { registry: texts('registry'), repository, tag: texts('tag'), digest: texts('digest') };
    for (const reference of writtenReference(words)) yield { node: mapping.map, kind: 'values', reference };
  }
}

/** Under a member called an image, any of the parts is enough: a second file of values often changes the tag alone. */
export function isValues(mapping: Mapping): boolean {
  const has = (name: string): boolean => valuesIn(mapping, name).some((node) => isScalar(node));
  if (isCalledImage(mapping) && (has('repository') || has('tag') || has('digest'))) return true;
  return has('repository') && (has('tag') || has('digest'));
}

const isCalledImage = ({ under }: Mapping): boolean => /image$/i.test(under ?? '');
