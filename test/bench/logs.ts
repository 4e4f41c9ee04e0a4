import { spawnSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Ground } from './ground.ts';
import { logTools } from './log-tools.ts';
import { comparePrograms } from './paired.ts';
import { milliseconds, type Row } from './table.ts';
import { verifyOnce } from './verify-once.ts';

const ENTRIES = 1_000_000;
const A_LEDGER_ENTRY = 150; // bytes, as seals have them
const A_KILOBYTE = 1_000;
const SAYS_IT_IS_RIGHT = `timeout 60 "$@" 2>&1 | grep -q "Successfully fsck'd"`;

/** `proofrail verify --log` against tessera's fsck, as whole processes over the same log of a million entries. */
export function logRows(ground: Ground): Row[] {
  const tools = logTools();
  if (tools === null) return [];
  return [A_LEDGER_ENTRY, A_KILOBYTE].flatMap((bytes) => {
    const log = path.join(ground.folder, `log-${bytes}`);
    const key = spawnSync(tools.makelog, [log, String(ENTRIES), String(bytes)], { encoding: 'utf8' }).stdout.trim();
    const vkey = `${log}.vkey`;
    writeFileSync(vkey, key);
    const order = ['verify', '--log', log, '--log-key', key];
    const about = ['-public_key', vkey, '-storage_url', `file://${log}/`];
    const { a, b, ratio } = comparePrograms(
      { name: 'proofrail', command: ground.node, args: [ground.proofrail, ...order] },
      // It ends in 0 whatever it finds: its words count.
      { name: 'fsck', command: 'sh', args: ['-c', SAYS_IT_IS_RIGHT, 'sh', tools.fsck, '-N', '8', '-ui=false', ...about] },
      Math.min(ground.pairs, 5),
    );
    const peak = verifyOnce(ground, order.slice(1)).peak / 1_000_000;
    rmSync(log, { recursive: true });
    const what = `${ENTRIES} entries of ${bytes} bytes`;
    return [
      {
        what: `verify --log ÷ fsck, ${what}`,
        found: ratio,
        bound: 1.3,
        sense: 'most',
        detail: `${milliseconds(a)} against ${milliseconds(b)}`,
      },
      { what: `memory of verify --log, ${what}`, found: peak, bound: 300, sense: 'most', detail: 'MB at most' },
    ] satisfies Row[];
  });
}
