/** What a reader spends at most on bytes that a stranger wrote. */
export interface JsonLimits {
  /** Size of the whole text in bytes. */
  readonly maxBytes: number;
  /** Arrays and objects inside one another. The reader recurses, so a caller stays below 1,000. */
  readonly maxDepth: number;
}

export const DEFAULT_JSON_LIMITS: JsonLimits = {
  maxBytes: 64 * 1024 * 1024, // GitHub takes at most 10 MB of gzipped SARIF; a scanner's text packs to a sixth or less
  maxDepth: 128, // the deepest of 902 published reports, SBOMs and attestations has 15 levels; serde_json stops at 128 too
};
