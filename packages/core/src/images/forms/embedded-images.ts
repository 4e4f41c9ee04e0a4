import { isScalar, isSeq, type Node } from 'yaml';
import { Failure } from '../../outcomes/failure.ts';
import type { ImageNode } from './image-node.ts';
import { ManifestDocument } from '../reading/manifest-document.ts';
import { mappingsOf, type Mapping } from '../reading/mappings.ts';

/** A line that would name an image if the text were read as YAML, or a patch of one: for a text that is not YAML yet. */
const NAMES_IMAGE =
  /^[ \t]*(?:-[ \t]+)?["']?[\w.-]*image["']?[ \t]*:[ \t]*\S|^[ \t]*(?:-[ \t]+)?path:[ \t]*\S*\/image["']?[ \t]*$/im;
/** The word itself, or a way to write it without its letters. */
const MAY_NAME_IMAGE = /image|\\[xu]|binary/i;
const IMAGE = /^(?:[\w.-]*image(?:_?uri)?|imageTag)$/i;
/** What is written for people, and what kubectl noted of an object for itself. */
const PROSE = new Set(['description', 'message', 'documentation', 'kubectl.kubernetes.io/last-applied-configuration']);

/** Text that something else reads as YAML or JSON: inline patches of Kustomize, values of Argo CD. What it pulls is not judged here. */
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

function namesImage(node: Node | null): node is Node {
  if (!isScalar(node) || typeof node.value !== 'string' || !MAY_NAME_IMAGE.test(node.value)) return false;
  return (node.value.includes('\n') && NAMES_IMAGE.test(node.value)) || isDocumentWithImage(node.value);
}

/** In braces, on one line or with escapes a document says the same as in lines of its own. */
function isDocumentWithImage(text: string): boolean {
  try {
    return ManifestDocument.readAll(text, 'text').some((document) => mappingsOf(document).some(hasImage));
  } catch (thrown) {
    if (thrown instanceof Failure) return false; // a script, or a template
    throw thrown;
  }
}

const hasImage = ({ members }: Mapping): boolean =>
  members.some(
    ({ name, value }) => IMAGE.test(name) || (name === 'path' && isScalar(value) && /\/image$/i.test(String(value.value))),
  );
