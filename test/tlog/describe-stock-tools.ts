import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { describe, it } from '@jest/globals';

const folder = process.env['PROOFRAIL_TESSERA'] ?? '';
const required = process.env['PROOFRAIL_REQUIRE_ALL'] === '1';
const run = promisify(execFile);

/** What others use for logs: tessera's fsck, and a writer on Go's own tlog and note. Built by .ci/run from test/tools/tessera. */
export interface StockTools {
  /** What fsck says of a log in a folder: that it is whole, or the first thing that is wrong. */
  fsck(log: string, verifierKey: string): Promise<string>;
  /** Writes a log of so many entries into a folder; gives its verifier key. */
  makeLog(log: string, entries: number): Promise<string>;
}

/** Tests against the stock tools. Absent: skipped by name, or failed where everything is required (.ci/run). */
export function describeStockTools(name: string, tests: (tools: StockTools) => void): void {
  if (existsSync(path.join(folder, 'fsck'))) return describe(name, () => tests(toolsIn(folder)));
  if (required)
    return describe(name, () =>
      it('has its tools', () => Promise.reject(new Error(`PROOFRAIL_TESSERA="${folder}" holds no fsck`))),
    );
  describe.skip(`${name}: SKIPPED, PROOFRAIL_TESSERA names no folder with fsck and makelog`, () =>
    it('has its tools', () => undefined));
}

function toolsIn(bin: string): StockTools {
  return {
    fsck: async (log, verifierKey) => {
      const key = `${log}.vkey`;
      await writeFile(key, verifierKey);
      const about = ['-public_key', key, '-storage_url', `file://${path.resolve(log)}/`];
      // It ends in 0 whatever it finds, and waits for ever for an object that is gone: its words count, and the clock.
      const args = ['60', path.join(bin, 'fsck'), '-N', '8', '-ui=false', '-skip_headers', ...about];
      const { stderr } = await run('timeout', args, { maxBuffer: 1e8 }).catch((ended: { stderr: string }) => ended);
      await rm(key);
      const lines = stderr.split('\n').filter((line) => /^(Successfully fsck'd|fsck failed)/.test(line));
      return (lines.at(-1) ?? 'nothing within a minute').slice(0, 100);
    },
    makeLog: async (log, entries) => {
      const { stdout } = await run(path.join(bin, 'makelog'), [log, String(entries)]);
      return stdout.trim();
    },
  };
}
