/** The largest document of each sort that a command or an action reads, in bytes. Larger ones are refused before they are read. */
export const MOST_BYTES = {
  facts: 64 * 1_048_576,
  report: 256 * 1_048_576,
  sbom: 256 * 1_048_576,
  manifest: 16 * 1_048_576,
  /** A trust file, a receipt, a public key: what a verifier brings along. */
  trust: 1_048_576,
} as const;
