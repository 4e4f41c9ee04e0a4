const MOST_BYTES = 1_048_576;

/** What of GITHUB_STEP_SUMMARY reaches the page: all of it, or nothing when it is one byte too long (actions/runner, FileCommandManager.cs). */
export function readSummaryFile(bytes: Uint8Array): { readonly shown: string; readonly error: string | null } {
  if (bytes.length <= MOST_BYTES) return { shown: Buffer.from(bytes).toString('utf8'), error: null };
  return {
    shown: '',
    error: `$GITHUB_STEP_SUMMARY supports content up a size of 1024k, got ${Math.floor(bytes.length / 1024)}k`,
  };
}
