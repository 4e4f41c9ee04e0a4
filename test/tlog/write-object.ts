import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Writes an object of a log into a folder; gives its name. */
export function writeObject(folder: string, name: string, bytes: Uint8Array): string {
  const file = path.join(folder, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, bytes);
  return name;
}
