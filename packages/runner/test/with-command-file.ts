import { randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const folder = path.join(tmpdir(), `proofrail-command-${randomUUID()}`);

/**
 * Runs `act` with an empty file behind `GITHUB_<name>` and gives back what was written to it. One path for the whole process:
 * `@actions/core` remembers where the summary goes.
 */
export async function withCommandFile(name: 'OUTPUT' | 'STEP_SUMMARY', act: () => void | Promise<void>): Promise<Buffer> {
  const file = path.join(folder, name);
  mkdirSync(folder);
  writeFileSync(file, '');
  process.env[`GITHUB_${name}`] = file;
  try {
    await act();
    return readFileSync(file);
  } finally {
    Reflect.deleteProperty(process.env, `GITHUB_${name}`);
    rmSync(folder, { recursive: true });
  }
}
