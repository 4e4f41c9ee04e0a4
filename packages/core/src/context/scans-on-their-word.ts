import type { InputDocument } from './input-document.ts';

/**
 * The scanners whose clean report lists no rules and counts all the same, because the registry says so: their completeness rests on
 * the tool's own word, and whoever reads the decision has to see that.
 */
export function scansOnTheirWord({ scans }: InputDocument): readonly string[] {
  if (!scans.known) return [];
  const onTheirWord = scans.value.items.filter(({ result }) => result.known && result.value.basis === 'word');
  return [...new Set(onTheirWord.map(({ scanner }) => scanner))].sort();
}
