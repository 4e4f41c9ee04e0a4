import { execFileSync } from 'node:child_process';
import { gzipSync } from 'node:zlib';
import type { Ground } from './ground.ts';
import type { Row } from './table.ts';

const MEGABYTE = 1_000_000;
const MOST_MEGABYTES_OF_ARCHIVE = 9;

/** What the runner downloads for every use, and what it must read before the gate says anything. Megabytes. */
export function sizeRows({ root, sizes }: Ground): Row[] {
  const archive = execFileSync('git', ['archive', '--format=tar', 'HEAD'], { cwd: root, maxBuffer: 1 << 30 });
  const measured = sizes.map(({ name, found, most }) => row(name, found, most / MEGABYTE));
  return [...measured, row('git archive, compressed', gzipSync(archive).length, MOST_MEGABYTES_OF_ARCHIVE)];
}

const row = (what: string, bytes: number, bound: number): Row => ({
  what,
  found: bytes / MEGABYTE,
  bound,
  sense: 'most',
  detail: `${bytes} bytes`,
});
