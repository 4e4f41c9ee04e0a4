import { MOST_BYTES, readBoundedFile } from '@proofrail/machine';
import type { Artifact } from './inputs.ts';

/**
 * Before anything is signed: an artifact must not turn out to be incomplete after the record says done.
 *
 * @throws ConfigurationError `file/...`; UnavailableError `file/unreadable`
 */
export function requireArtifactFiles(artifact: Artifact | null): void {
  for (const file of artifact?.files ?? []) readBoundedFile(file, { most: MOST_BYTES.report });
}
