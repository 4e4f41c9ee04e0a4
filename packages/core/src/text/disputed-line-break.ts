/** YAML 1.1 ends a line at each of these, 1.2 at a carriage return, and the reader of manifests here at none but the usual two. */
const DISPUTED = /\r(?!\n)|[\u0085\u2028\u2029]/;

/**
 * Where a line of this YAML ends for other readers (Kubernetes, Compose, GitHub) and goes on for ours, or null: what is the tail of a
 * comment here is an image or a job there. JSON has no comments, and each of these only within a text or between values.
 */
export function disputedLineBreak(text: string): number | null {
  const at = text.search(DISPUTED);
  return at === -1 || isJson(text) ? null : at;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
