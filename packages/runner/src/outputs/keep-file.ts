import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/**
 * Writes a file that later steps of the job can read, and gives back its path. Each call gets a folder of its own: two steps with the same
 * action must not overwrite each other's receipts.
 */
export function keepFile(name: string, content: string | Uint8Array): string {
  const jobFolder = path.join(process.env['RUNNER_TEMP'] ?? tmpdir(), 'proofrail');
  mkdirSync(jobFolder, { recursive: true });
  const file = path.join(mkdtempSync(path.join(jobFolder, 'step-')), name);
  writeFileSync(file, content);
  return file;
}
