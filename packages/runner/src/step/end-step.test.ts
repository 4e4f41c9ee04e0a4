import { afterEach, describe, expect, it } from '@jest/globals';
import { UnavailableError } from '@proofrail/core/outcomes';
import { nodeBinary, readCommands } from '@proofrail/testkit';
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { captureOutput } from '../../test/capture-output.ts';
import { withCommandFile } from '../../test/with-command-file.ts';
import { endStep } from './end-step.ts';

const before = process.exitCode;
afterEach(() => {
  process.exitCode = before;
});

async function endOf(main: () => Promise<never>): Promise<{ code: unknown; printed: string; summary: string }> {
  let printed = '';
  let code: unknown;
  const summary = await withCommandFile('STEP_SUMMARY', async () => {
    printed = await captureOutput(() => endStep(main));
    code = process.exitCode;
  });
  return { code, printed, summary: summary.toString('utf8') };
}

describe('the end of a step', () => {
  it.each([
    ['a string'],
    [{ code: 1 }],
    [null],
    [undefined],
    [new Error('x')],
    [new TypeError('##[set-output name=outcome;]allow')],
  ])('is red whatever is thrown: %p', async (thrown) => {
    const { code, printed, summary } = await endOf(() => Promise.reject(thrown));
    expect(code).toBe(1);
    expect(readCommands(printed).commands.map(({ name }) => name)).toEqual(['error']);
    expect(summary).toContain('engine/unexpected');
  });

  it('says first what to do, and keeps hostile text of the cause in its cell', async () => {
    const { code, summary } = await endOf(() =>
      Promise.reject(
        new UnavailableError('ledger/unwritable', {
          expected: 'a ledger',
          found: '|</td>\n# x',
          at: 'file:`x`',
          doThis: 'mount it',
        }),
      ),
    );
    expect(code).toBe(3);
    expect(summary).toContain('**Do this:** mount it');
    expect(summary.split('\n').filter((line) => line.startsWith('#'))).toHaveLength(1);
    expect(summary).not.toContain('</td>');
  });

  it('is red when something fails that nobody waited for, and its message is no command', () => {
    const script = path.join(import.meta.dirname, '../../test/unawaited.ts');
    const { status, stdout, stderr } = spawnSync(nodeBinary('24'), ['--no-warnings', script], { encoding: 'utf8' });
    expect(status).toBe(1);
    const { commands, outputs } = readCommands(`${stdout}\n${stderr}`);
    expect([commands.map(({ name }) => name), outputs]).toEqual([['error'], {}]);
  });
});
