import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { keepFile, uploadArtifact } from '@proofrail/runner';
import type { HandedOnFile } from './decide.ts';

/** Keeps files, side by side, as an artifact of this attempt of the run. */
export function handOn(attempt: number, files: readonly HandedOnFile[]): Promise<string> {
  return uploadArtifact(`proofrail-decision-${attempt}`, written(files));
}

function written([first, ...others]: readonly HandedOnFile[]): string[] {
  if (first === undefined) return [];
  const file = keepFile(first.name, first.bytes);
  return [file, ...others.map(({ name, bytes }) => beside(path.dirname(file), name, bytes))];
}

function beside(folder: string, name: string, bytes: Uint8Array): string {
  const file = path.join(folder, name);
  writeFileSync(file, bytes);
  return file;
}
