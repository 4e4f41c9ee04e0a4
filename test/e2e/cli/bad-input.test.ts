import { readdirSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import type { Workspace } from '../material/workspace.ts';
import { gate, laidOut } from './laid-out.ts';
import { proofrail } from './proofrail.ts';

describe('bad input', () => {
  it('records a registry that cannot be used as a denial: breaking it must not be the way to leave no trace', async () => {
    using workspace = laidOut();
    workspace.write('.proofrail/controls/iso27001.yaml', 'A.8.32: {pipeline: {nonsense: 1}}');
    expect((await proofrail(gate('file:./ledger'), { cwd: workspace.folder })).code).toBe(2);
    const verified = await proofrail(['verify', '--ledger', 'file:./ledger', '--trust', 'ledger.trust.json', '--json'], {
      cwd: workspace.folder,
    });
    expect([verified.code, verified.json()]).toMatchObject([0, { streams: [{ verified: 2, pending: 0 }] }]);
  });

  it('says which period holds no moment, as it was asked for', async () => {
    using workspace = laidOut();
    const report = ['report', '--ledger', 'file:./ledger', '--out', 'r.html', '--json'];
    for (const [from, to, found] of [
      ['2026-11-30', '2026-11-29', '2026-11-30 to 2026-11-29'],
      ['2026-12-31', '2026-01-01', '2026-12-31 to 2026-01-01'],
      ['2026-11-30T12:00Z', '2026-11-30T12:00Z', '2026-11-30T12:00:00.000Z to 2026-11-30T12:00:00.000Z'],
    ] as const) {
      const { json } = await proofrail([...report, '--from', from, '--to', to], { cwd: workspace.folder });
      expect(json()).toMatchObject({ exit_code: 2, error: { code: 'report/period', found } });
    }
  });

  it('names the streams that are there where another one was asked for, in every command that reads one', async () => {
    using workspace = laidOut();
    await proofrail(gate('file:./ledger'), { cwd: workspace.folder });
    for (const command of [['verify'], ['report', '--out', 'r.html'], ['decision', 'replay']]) {
      const argv = [...command, '--ledger', 'file:./ledger', '--stream', '999', '--json'];
      const { code, json } = await proofrail(argv, { cwd: workspace.folder });
      const error = { code: 'ledger/no-stream', expected: expect.stringMatching(/^a stream that is there: \d+$/), found: '999' };
      expect([command, code, json()]).toMatchObject([command, 2, { error }]);
    }
  });

  it.each([
    ['a ledger below a place where nobody can write', 'file:/proc/1/ledger', () => undefined],
    ['a ledger whose folder of records is a file', 'file:./ledger', blockRecords],
  ])('%s: exit 3, and the decision is not shown as if it were recorded', async (_, ledger, prepare) => {
    using workspace = laidOut();
    expect((await proofrail(['keys', 'new', '--out', 'k.key'], { cwd: workspace.folder })).code).toBe(0);
    prepare(workspace);
    const run = await proofrail([...gate(ledger), '--key', 'k.key'], { cwd: workspace.folder });
    expect([run.code, run.json()]).toMatchObject([
      3,
      { outcome: 'unavailable', error: { code: expect.stringMatching(/^store\//) } },
    ]);
    expect(run.out).not.toContain('"decision"');
  });
});

function blockRecords(workspace: Workspace): void {
  workspace.write('ledger/v1/records', '');
}

describe('text of outsiders', () => {
  it('is nobody’s command, wherever a command shows it', async () => {
    using workspace = laidOut();
    const hostile = '##[error]x\n::stop-commands::y\u001b[2J\u202e';
    const report = JSON.stringify({
      version: '2.1.0',
      runs: [
        {
          tool: { driver: { name: hostile, rules: [{ id: hostile }] } },
          invocations: [{ executionSuccessful: true }],
          results: [{ ruleId: hostile, message: { text: hostile } }],
        },
      ],
    });
    writeFileSync(workspace.path('hostile.sarif'), report);
    writeFileSync(
      workspace.path('k8s.yaml'),
      `kind: Pod\napiVersion: v1\nspec: {containers: [{image: ${JSON.stringify(hostile)}}]}\n`,
    );
    for (const argv of [
      ['findings', 'hostile.sarif'],
      ['image', 'verify', 'k8s.yaml'],
      ['findings', hostile],
      ['policy', 'explain', hostile],
    ]) {
      for (const json of [[], ['--json']]) {
        const { out, err } = await proofrail([...argv, ...json], { cwd: workspace.folder });
        expect(out + err).not.toMatch(/##\[|^\s*::|[\u001b\u202e]/m);
      }
    }
    expect(readdirSync(workspace.folder)).not.toContain('ledger');
  });
});
