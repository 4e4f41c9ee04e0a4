/** Digests of one thing by algorithm: bare lower-case hex, without the `sha256:` of our own digests (in-toto spec v1, digest_set.md). */
export type DigestSet = Readonly<Record<string, string>>;

// SHA-1 stands here only as the object id of Git: git's own collision detection guards it, and there is no other name for most commits.
const HEX = {
  sha256: [64],
  sha384: [96],
  sha512: [128],
  gitCommit: [40, 64],
  gitTree: [40, 64],
  gitBlob: [40, 64],
  gitTag: [40, 64],
};
const ALGORITHMS: ReadonlyMap<string, readonly number[]> = new Map(Object.entries(HEX));
const LOWER_HEX = /^[0-9a-f]+$/;

export type DigestSetProblem = { readonly code: 'empty' | 'malformed' | 'weak'; readonly algorithm: string | null };

/**
 * What stops a digest set from naming anything, or null. Algorithms that we do not know are allowed beside one that we do: consumers
 * must ignore them (digest_set.md), but a set of nothing else would be compared by nobody.
 */
export function digestSetProblem(set: DigestSet): DigestSetProblem | null {
  const entries = Object.entries(set);
  if (entries.length === 0) return { code: 'empty', algorithm: null };
  const malformed = entries.find(([algorithm, value]) => !isWellFormed(algorithm, value));
  if (malformed !== undefined) return { code: 'malformed', algorithm: malformed[0] };
  return entries.some(([algorithm]) => ALGORITHMS.has(algorithm)) ? null : { code: 'weak', algorithm: entries[0]?.[0] ?? null };
}

function isWellFormed(algorithm: string, value: unknown): boolean {
  if (typeof value !== 'string' || value === '') return false;
  const lengths = ALGORITHMS.get(algorithm);
  return lengths === undefined || (lengths.includes(value.length) && LOWER_HEX.test(value));
}
