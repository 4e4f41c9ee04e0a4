import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { nodeBinary } from '@proofrail/testkit';
import { fencedBlocks } from '../../tools/docs/markdown.ts';

const [script = ''] = fencedBlocks(readFileSync('docs/evidence-format.md', 'utf8'))
  .filter(({ language }) => language === 'sh')
  .map(({ text }) => text);

describe('the commands of "One record by hand"', () => {
  let home = '';
  const inDemo = () => path.join(home, 'proofrail-demo');
  const byHand = () => spawnSync('bash', ['-c', script], { cwd: inDemo(), encoding: 'utf8' });

  beforeAll(() => {
    home = mkdtempSync(path.join(tmpdir(), 'proofrail-by-hand-'));
    execFileSync(nodeBinary(), [path.resolve('dist/proofrail.js'), 'demo'], { cwd: home, stdio: 'ignore' });
  });
  afterAll(() => rmSync(home, { recursive: true, force: true }));

  it('verify a fresh demo with sha256sum and openssl alone', () => {
    const { status, stdout } = byHand();
    expect({ status, stdout }).toEqual({ status: 0, stdout: `${'Signature Verified Successfully\n'.repeat(2)}verified\n` });
  });

  it.each(['records', 'segments'])('find one byte changed in %s', (area) => {
    const folder = path.join(inDemo(), 'ledger/v1', area, '778812345');
    const file = path.join(folder, readdirSync(folder).sort()[0] ?? '');
    const bytes = readFileSync(file);
    const changed = Buffer.from(bytes);
    changed[40] = (changed[40] ?? 0) ^ 1;
    chmodSync(file, 0o644);
    writeFileSync(file, changed);
    const { status, stdout } = byHand();
    writeFileSync(file, bytes);
    expect({ refused: status !== 0, verified: stdout.includes('\nverified') }).toEqual({ refused: true, verified: false });
  });
});
