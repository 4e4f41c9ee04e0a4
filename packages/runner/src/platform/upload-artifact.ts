import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ConfigurationError, UnavailableError } from '@proofrail/core/outcomes';
import { HARMLESS_NAME, isHarmlessName } from '../inputs/harmless-name.ts';

/**
 * Keeps files with the run, side by side, and gives back the artifact's id; the ledger is what proves. The client is a megabyte and loads only here.
 *
 * @throws ConfigurationError `artifact/name`, `artifact/file-name`; UnavailableError `artifact/upload`
 */
export async function uploadArtifact(name: string, files: readonly string[]): Promise<string> {
  if (!isHarmlessName(name)) throw notHarmless('artifact/name', name);
  const folder = mkdtempSync(path.join(tmpdir(), 'proofrail-artifact-'));
  try {
    const staged = files.map((file) => stage(file, folder));
    const { DefaultArtifactClient } = await import('@actions/artifact');
    const { id } = await new DefaultArtifactClient().uploadArtifact(name, staged, folder);
    return String(id ?? '');
  } catch (cause) {
    throw cause instanceof ConfigurationError ? cause : refusedUpload(name, cause);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function stage(file: string, folder: string): string {
  const name = path.basename(file);
  if (!isHarmlessName(name)) throw notHarmless('artifact/file-name', name);
  const copy = path.join(folder, name);
  copyFileSync(file, copy);
  return copy;
}

const notHarmless = (code: `artifact/${string}`, found: string): ConfigurationError =>
  new ConfigurationError(code, {
    expected: HARMLESS_NAME,
    found,
    at: 'artifact',
    doThis: 'choose another name',
  });

const refusedUpload = (name: string, cause: unknown): UnavailableError =>
  new UnavailableError('artifact/upload', {
    expected: 'the platform to take the artifact',
    found: cause instanceof Error ? cause.message : String(cause),
    at: name,
    doThis:
      'the evidence itself is recorded: run the step again, or leave out "artifact-name" and upload the receipt in a step of its own',
    cause,
  });
