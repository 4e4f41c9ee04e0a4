import { isMap, isSeq, type Node, type YAMLMap } from 'yaml';
import type { ManifestDocument, ManifestMember } from './manifest-document.ts';

/** One mapping of a document, aliases followed. */
export interface Mapping {
  readonly map: YAMLMap;
  /** The name under which it, or the list that holds it, was found first; null at the top. */
  readonly under: string | null;
  readonly members: readonly ManifestMember[];
}

/** Every mapping of a document once, the outermost first. */
export function mappingsOf(document: ManifestDocument): readonly Mapping[] {
  const mappings: Mapping[] = [];
  const reached = new Map<Node, string | null>(); // grows while it is walked
  const reach = (node: Node | null, under: string | null): void => {
    if ((isMap(node) || isSeq(node)) && !reached.has(node)) reached.set(node, under);
  };
  reach(document.resolved(document.root), null);
  for (const [node, under] of reached) {
    if (isSeq(node)) for (const item of node.items) reach(document.resolved(item), under);
    if (!isMap(node)) continue;
    const members = document.members(node);
    mappings.push({ map: node, under, members });
    for (const { name, value } of members) reach(value, name);
  }
  return mappings;
}

/** Every value of that name, first those that the mapping itself has. */
export const valuesIn = ({ members }: Mapping, name: string): readonly Node[] =>
  members.flatMap((member) => (member.name === name ? [member.value] : []));
