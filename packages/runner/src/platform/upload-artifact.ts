import { UnavailableError } from '@proofrail/core/outcomes';

/**
 * Keeps files with the run, for people; the ledger is what proves. The client is a megabyte and loads only here.
 *
 * @param folder the folder that the files' names in the artifact start from
 * @throws UnavailableError `artifact/upload`
 */
export async function uploadArtifact(name: string, files: readonly string[], folder: string): Promise<void> {
  try {
    const { DefaultArtifactClient } = await import('@actions/artifact');
    await new DefaultArtifactClient().uploadArtifact(name, [...files], folder);
  } catch (cause) {
    throw new UnavailableError('artifact/upload', {
      expected: 'the platform to take the artifact',
      found: cause instanceof Error ? cause.message : String(cause),
      at: name,
      doThis: 'the evidence itself is recorded; upload the receipt in a step of its own, or leave out "artifact-name"',
      cause,
    });
  }
}
