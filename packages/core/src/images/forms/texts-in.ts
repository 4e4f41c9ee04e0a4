import { isMap } from 'yaml';
import type { ManifestDocument } from '../reading/manifest-document.ts';
import { valuesIn, type Mapping } from '../reading/mappings.ts';

/** In the place of a reference that stands in parts which nobody understands: no reference is written so. */
export const A_MAPPING = '(a mapping)';

/** Every text of the members of that name. */
export const textsIn = (document: ManifestDocument, mapping: Mapping, name: string): string[] =>
  valuesIn(mapping, name).map((node) => (isMap(node) ? A_MAPPING : document.textOf(node)));
