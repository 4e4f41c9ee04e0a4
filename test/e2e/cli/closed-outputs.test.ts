import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { nodeBinary } from '@proofrail/testkit';

const PROGRAM = path.resolve(import.meta.dirname, '../../../dist/proofrail.js');

/** What a shell makes of a command line in which `proofrail` is the built program. */
function shell(line: string): { code: number | null; err: string } {
  const { status, stderr } = spawnSync(
    'bash',
    ['-o', 'pipefail', '-c', `proofrail() { "${nodeBinary()}" "${PROGRAM}" "$@"; }; ${line}`],
    {
      encoding: 'utf8',
    },
  );
  return { code: status, err: stderr };
}

describe('an answer that nobody gets', () => {
  const full = existsSync('/dev/full') ? it : it.skip;

  full('because the disk is full is one clear error and no success', () => {
    const { code, err } = shell('proofrail policy list > /dev/full');
    expect(code).toBe(3);
    expect(err).toMatch(/^error cli\/unsaid\n {2}expected .*\n {2}found +ENOSPC\n {2}where .*\n {2}do this .*\n$/);
  });

  full('never hides that the input was wrong', () => expect(shell('proofrail nosuch --json > /dev/full').code).toBe(2));

  it('because its reader has seen enough ends as it would have', () =>
    expect(shell('proofrail policy list | head -1').code).toBe(0));

  it('because nobody listens to errors ends as it would have', () =>
    expect(shell('proofrail nosuch 2> >(exec 0<&-; sleep 0.1)').code).toBe(2));
});
