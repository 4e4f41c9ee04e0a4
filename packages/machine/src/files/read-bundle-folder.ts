import { readdirSync } from 'node:fs';
import path from 'node:path';
import { MOST_BYTES } from './limits.ts';
import { readBoundedFile } from './read-bounded-file.ts';

const DECISION = 'decision.json';
const REPORT = /^[0-9a-f]{64}$/;

/** The files of a decision as the deciding job handed them on; what else lies there is not looked at. Throws ConfigurationError `file/...`. */
export function readBundleFolder(folder: string): { decision: Uint8Array; reports: Uint8Array[] } {
  const read = (name: string, most: number) => readBoundedFile(path.join(folder, name), { most, within: folder });
  const decision = read(DECISION, MOST_BYTES.facts);
  const names = readdirSync(folder).filter((name) => REPORT.test(name));
  return { decision, reports: names.map((name) => read(name, MOST_BYTES.report)) };
}
