import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { nodeBinary } from '@proofrail/testkit';

const TEXT: Readonly<Record<string, string>> = { '&lt;': '<', '&#39;': "'", '&amp;': '&', '&quot;': '"' };

/** The commands as a reader copies them out of the page. */
const commandsOf = (page: string): string[] =>
  [...page.matchAll(/<pre><code>(sha256sum [^<]*)<\/code><\/pre>/g)].map(([, text = '']) =>
    text.replaceAll(/&[#\w]+;/g, (entity) => TEXT[entity] ?? entity),
  );

describe('the commands that a report shows for checking by hand', () => {
  let home = '';
  const ledger = () => path.join(home, 'proofrail-demo/ledger');
  const commands = () => commandsOf(readFileSync(path.join(home, 'proofrail-demo/report.html'), 'utf8'));
  const run = (command: string) => spawnSync('bash', ['-c', command], { cwd: ledger(), encoding: 'utf8' });

  beforeAll(() => {
    home = mkdtempSync(path.join(tmpdir(), 'proofrail-report-'));
    spawnSync(nodeBinary(), [path.resolve('dist/proofrail.js'), 'demo'], { cwd: home, stdio: 'ignore' });
  });
  afterAll(() => rmSync(home, { recursive: true, force: true }));

  it('check every record and slot of a change, in the folder of the ledger, with one command each', () => {
    const answers = commands().map(run);
    expect(answers.length).toBeGreaterThan(3);
    for (const { status, stdout, stderr } of answers)
      expect({ status, stderr }).toEqual({ status: stdout === '' ? -1 : 0, stderr: '' });
    const checked = new Set(answers.flatMap(({ stdout }) => stdout.match(/^.*(?=: OK$)/gm) ?? []));
    const records = readdirSync(path.join(ledger(), 'v1/records/778812345'));
    expect(records.filter((name) => !checked.has(`v1/records/778812345/${name}`))).toEqual([]);
  });

  it('find a byte that was changed', () => {
    const folder = path.join(ledger(), 'v1/records/778812345');
    for (const name of readdirSync(folder)) {
      const file = path.join(folder, name);
      const bytes = readFileSync(file);
      chmodSync(file, 0o644);
      writeFileSync(
        file,
        bytes.map((byte, at) => (at === 9 ? byte ^ 1 : byte)),
      );
      const failed = commands().filter((command) => command.includes(name) && run(command).status !== 0);
      writeFileSync(file, bytes);
      expect({ name, found: failed.length > 0 }).toEqual({ name, found: true });
    }
  });
});
