import { mkdirSync, rmdirSync, unlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { UnavailableError } from '@proofrail/core/outcomes';
import type { PlannedFile } from './planned-file.ts';

/** All of them or none: where one cannot be made, what was made before it goes again. UnavailableError `init/unwritable`. */
export function writeFiles(folder: string, files: readonly Pick<PlannedFile, 'path' | 'text'>[]): void {
  const undo: (() => void)[] = [];
  for (const { path: name, text } of files) {
    const file = path.join(folder, ...name.split('/'));
    try {
      undo.push(...made(path.dirname(file)));
      writeFileSync(file, text, { flag: 'wx' }); // what appeared since it was looked at is not overwritten either
      undo.push(() => unlinkSync(file));
    } catch (cause) {
      const left = undo.reverse().filter((step) => !succeeds(step)).length;
      throw unwritable(file, left, cause);
    }
  }
}

/** Makes a folder and those above it; how to take each that was made away again, the outermost first. */
function made(folder: string): (() => void)[] {
  const first = mkdirSync(folder, { recursive: true });
  if (first === undefined) return [];
  const between = path
    .relative(first, folder)
    .split(path.sep)
    .filter((step) => step !== '');
  const folders = [first, ...between.map((_, index) => path.join(first, ...between.slice(0, index + 1)))];
  return folders.map((each) => () => rmdirSync(each));
}

function succeeds(step: () => void): boolean {
  try {
    step();
    return true;
  } catch {
    return false;
  }
}

const unwritable = (at: string, left: number, cause: unknown): UnavailableError =>
  new UnavailableError('init/unwritable', {
    expected: 'a file that can be made',
    found: cause instanceof Error ? cause.message : String(cause),
    at,
    doThis:
      left === 0
        ? 'Make it possible and run it again: nothing was written.'
        : 'Make it possible and run it again: what was written before could not all be taken away, and counts as done.',
    cause,
  });
