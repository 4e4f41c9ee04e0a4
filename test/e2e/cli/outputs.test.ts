import { existsSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { spawnSync } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { nodeBinary } from '@proofrail/testkit';
import { DIGEST } from '../material/change.ts';
import type { Workspace } from '../material/workspace.ts';
import { gate, laidOut } from './laid-out.ts';
import { proofrail, tree } from './proofrail.ts';

// Where a command may write. Each of these ended in 0 once, and what it left behind was a ledger that reads as tampered with, or no key.

const SUBJECT = `registry.example/payments@${DIGEST}`;
const LEDGER = ['--ledger', 'file:./ledger'];
const REPORT = ['report', ...LEDGER];
const DEPLOYMENT = [
  ...['record', 'deployment', '--image', SUBJECT, '--environment', 'production', '--status', 'success', '--stream', '700001'],
];
const SEAL = ['seal', ...LEDGER, '--log-key', 'log.key', '--origin', 'example.org/evidence'];

let workspace: Workspace;
let record = '';
const run = (argv: readonly string[]) => proofrail([...argv, '--json'], { cwd: workspace.folder });
const code = (ended: { json<T>(): T }) => ended.json<{ error?: { code: string } }>().error?.code;

beforeAll(async () => {
  workspace = laidOut();
  const gated = await proofrail(gate('file:./ledger'), { cwd: workspace.folder });
  record = gated.json<{ recorded: { receipt: { record: string } } }>().recorded.receipt.record;
  await run(['keys', 'new', '--out', 'log.key', '--trust', 'log.trust.json']);
  await run([...SEAL, '--save-checkpoint', 'checkpoint.txt']);
  symlinkSync(workspace.path('ledger/v1'), workspace.path('link'));
  symlinkSync(workspace.path('ledger/v1/seals'), workspace.path('deep'));
  symlinkSync(workspace.path('ledger'), workspace.path('same'));
  symlinkSync(workspace.path('ledger.trust.json'), workspace.path('trust-link'));
});
afterAll(() => workspace[Symbol.dispose]());

async function refused(argv: readonly string[], expected: string) {
  const before = tree(workspace.folder);
  const ended = await run(argv);
  expect([ended.code, code(ended)]).toEqual([2, expected]);
  expect(tree(workspace.folder)).toEqual(before);
}

describe('nothing is written into a ledger, or into what lies beside it', () => {
  const places = [
    ...['ledger/v1/x', 'link/x', 'deep/../x', './ledger/../ledger/v1/x', 'same/x'],
    ...['ledger.identities/x', 'ledger.trust.json', 'trust-link'],
  ];

  it.each(places)('report --out %s', (out) => refused([...REPORT, '--out', out], 'file/also-read'));
  it.each(places)('prove --out %s', (out) => refused(['prove', record, ...LEDGER, '--out', out], 'file/also-read'));
  it.each(places)('seal --save-checkpoint %s', (out) => refused([...SEAL, '--save-checkpoint', out], 'file/also-read'));
  it.each(places)('record deployment --save-receipt %s', (out) =>
    refused([...DEPLOYMENT, ...LEDGER, '--save-receipt', out], 'file/also-read'),
  );

  it('also not by the folder of an export, or through a link to the ledger', async () => {
    await refused(['export', ...LEDGER, '--out', 'ledger/v1/log/new'], 'file/also-read');
    await refused(['report', '--ledger', 'file:same', '--out', 'ledger/v1/x'], 'file/also-read');
  });

  it('also not into attachments and identities that were named', async () => {
    workspace.write('kept/x', '');
    const [attachments, identities] = [
      ['--attachments', 'file:kept'],
      ['--identities', 'file:kept'],
    ];
    await refused([...REPORT, ...attachments, '--out', 'kept/x.html'], 'file/also-read');
    await refused([...gate('file:./ledger').slice(0, -1), ...identities, '--save-receipt', 'kept/r'], 'file/also-read');
  });
});

describe('no input of a command is replaced by what it writes', () => {
  it.each([
    ['a trust file', [...REPORT, '--trust', 'ledger.trust.json', '--out', './ledger.trust.json']],
    ['a receipt', [...REPORT, '--receipt', 'log.trust.json', '--out', 'log.trust.json']],
    ['a policy', [...gate('file:./ledger').slice(0, -1), '--save-receipt', '.proofrail/controls/iso27001.yaml']],
    ['facts', [...gate('file:./ledger').slice(0, -1), '--save-receipt', 'facts.json']],
    ['a scan report', [...gate('file:./ledger').slice(0, -1), '--save-receipt', 'reports/semgrep.sarif']],
    ['an SBOM', ['sbom', 'archive', 'bom.json', '--subject', SUBJECT, ...LEDGER, '--save-receipt', 'bom.json']],
  ])('%s', (_, argv) => refused(argv, 'file/also-read'));

  it('and no key, neither one of other commands nor the one that this run would make', async () => {
    await refused([...REPORT, '--out', 'log.key'], 'file/private-key');
    await refused([...DEPLOYMENT, '--ledger', 'file:newl', '--save-receipt', 'newl.key'], 'file/also-read');
    await refused([...DEPLOYMENT, '--ledger', 'file:newl', '--save-receipt', 'newl.trust.json'], 'file/also-read');
  });

  it('but a page, a receipt and a checkpoint of an earlier run', async () => {
    for (const argv of [
      [...REPORT, '--out', 'report.html'],
      [...DEPLOYMENT, ...LEDGER, '--save-receipt', 'receipt.json'],
      [...SEAL, '--save-checkpoint', 'checkpoint.txt'],
    ])
      expect([(await run(argv)).code, (await run(argv)).code]).toEqual([0, 0]);
    expect((await run(['verify', ...LEDGER])).code).toBe(0);
  });
});

describe('an output is a file, and the answer stands apart from it', () => {
  it.each(['-', '/dev/stdout', '/dev/null', 'reports'])('report --out %s', (out) =>
    refused([...REPORT, '--out', out], 'file/not-a-file'),
  );

  it('also where standard output is a file', () => {
    const file = workspace.path('answer.json');
    const program = path.resolve(import.meta.dirname, '../../../dist/proofrail.js');
    for (const out of ['/dev/stdout', 'answer.json']) {
      const shell = `"$0" "$1" report --ledger file:./ledger --out ${out} --json > answer.json`;
      const ended = spawnSync('sh', ['-c', shell, nodeBinary(), program], { cwd: workspace.folder });
      expect(ended.status).toBe(2);
      expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ error: { code: 'file/not-a-file' } });
    }
  });

  it('and an input that is a pipe is refused by whoever reads it, not by a fault', () => {
    const program = path.resolve(import.meta.dirname, '../../../dist/proofrail.js');
    const shell = 'cat ledger.trust.json | "$0" "$1" report --ledger file:./ledger --trust /dev/stdin --out piped.html --json';
    const ended = spawnSync('sh', ['-c', shell, nodeBinary(), program], { cwd: workspace.folder });
    expect(JSON.parse(String(ended.stdout))).toMatchObject({
      exit_code: 2,
      error: { code: 'file/not-a-file', at: '/dev/stdin' },
    });
  });

  it.each([
    ['report', [...REPORT, '--out', 'absent/x']],
    ['prove', ['prove', DIGEST, ...LEDGER, '--out', 'absent/x']],
    ['record deployment', [...DEPLOYMENT, ...LEDGER, '--save-receipt', 'absent/x']],
    ['seal', [...SEAL, '--save-checkpoint', 'absent/x']],
    ['keys new', ['keys', 'new', '--out', 'absent/x']],
    ['facts', ['facts', 'acme/payments#1', '--out', 'absent/x.json']],
  ])('%s asks for a folder that exists', (_, argv) => refused(argv, 'file/no-folder'));
});

it('gate --ledger none gives no receipt, and says so where one is wanted', async () => {
  await refused([...gate('none').slice(0, -1), '--save-receipt', 'none.json'], 'cli/conflicting-option');
  expect(existsSync(workspace.path('none.json'))).toBe(false);
  writeFileSync(workspace.path('none.json'), '');
  await refused([...gate('none').slice(0, -1), '--save-receipt', 'none.json'], 'cli/conflicting-option');
});
