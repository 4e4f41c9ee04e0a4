import { build } from 'esbuild';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sizesOf, type Size } from '../../tools/build/budget.ts';
import { bundle } from '../../tools/build/bundle.ts';
import { entryPoints } from '../../tools/build/entry-points.ts';

const SHARED_MEMORY = '/dev/shm'; // a file system in memory, on Linux
const ROOM = 4_000_000_000; // bytes
const ROOT = path.resolve(import.meta.dirname, '../..');

/** What every bench stands on: the programs as they ship, the contenders, and a folder that goes away afterwards. */
export interface Ground {
  readonly root: string;
  readonly folder: string;
  /** For what is only read: in memory where the machine offers that, because a page that was evicted would be the disk's time, not ours. */
  readonly inMemory: string;
  readonly node: string;
  /** Our command line, built from the sources as `dist/` is. */
  readonly proofrail: string;
  /** The evaluator alone. */
  readonly evaluate: string;
  /** What `dist/` is allowed to weigh, and does. */
  readonly sizes: readonly Size[];
  /** Pairs of runs behind each median: PROOFRAIL_BENCH_PAIRS, default 9. */
  readonly pairs: number;
}

export async function withGround<T>(work: (ground: Ground) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(path.join(tmpdir(), 'proofrail-bench-'));
  const inMemory = mkdtempSync(path.join(hasRoom(SHARED_MEMORY) ? SHARED_MEMORY : tmpdir(), 'proofrail-bench-'));
  try {
    const programs = await buildPrograms(folder);
    const pairs = Number(process.env['PROOFRAIL_BENCH_PAIRS'] ?? 9);
    return await work({ root: ROOT, folder, inMemory, node: process.execPath, pairs, ...programs });
  } finally {
    for (const made of [folder, inMemory]) rmSync(made, { recursive: true, force: true });
  }
}

function hasRoom(folder: string): boolean {
  if (!existsSync(folder)) return false;
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize >= ROOM;
}

/** Programs read the policy bundle beside them, as in a checkout. */
async function buildPrograms(folder: string): Promise<Pick<Ground, 'proofrail' | 'evaluate' | 'sizes'>> {
  const dist = path.join(folder, 'dist');
  mkdirSync(dist);
  cpSync(path.join(ROOT, 'policies/bundle'), path.join(folder, 'policies/bundle'), { recursive: true });
  writeFileSync(path.join(folder, 'package.json'), '{"type":"module"}');
  const built = await bundle(ROOT, await entryPoints(ROOT));
  for (const [name, bytes] of built.files) writeFileSync(path.join(dist, name), bytes);
  const evaluate = path.join(dist, 'evaluate.js');
  await build({
    entryPoints: [path.join(import.meta.dirname, 'programs/evaluate.ts')],
    outfile: evaluate,
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    banner: { js: "import{createRequire}from'node:module';const require=createRequire(import.meta.url);" },
  });
  return { proofrail: path.join(dist, 'proofrail.js'), evaluate, sizes: sizesOf(built) };
}
