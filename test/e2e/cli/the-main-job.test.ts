import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { NODES } from '@proofrail/testkit';
import { ADA, approval, DIGEST, HEAD, soundChange, withFacts } from '../material/change.ts';
import { gate, laidOut } from './laid-out.ts';
import { proofrail } from './proofrail.ts';

const IMAGE = `registry.example/payments@${DIGEST}`;

describe.each(NODES)('the main job by the commands alone, on Node %s', (node) => {
  it('gates, records, archives, checks an image, verifies and reports, and every line that rests on given facts says so', async () => {
    using workspace = laidOut();
    const run = (...argv: string[]) => proofrail(argv, { cwd: workspace.folder, node });

    const selfApproved = withFacts(soundChange(), { reviews: { known: true, value: { items: [approval(ADA, 10)], total: 1 } } });
    workspace.write('self-approved.json', JSON.stringify(selfApproved.facts));
    const denied = await run(...gate('file:./ledger', 'self-approved.json'));
    expect([denied.code, denied.json()]).toMatchObject([
      1,
      { outcome: 'deny', decision: { facts: 'given' }, rules: expect.any(Array) },
    ]);

    const allowed = await run(...gate('file:./ledger'), '--save-receipt', 'receipt.json');
    expect([allowed.code, allowed.json()]).toMatchObject([
      0,
      { schema: 'proofrail.cli/gate/v1', outcome: 'allow', recorded: { assurance: 'local' } },
    ]);

    const archived = await run('sbom', 'archive', 'bom.json', '--subject', IMAGE, '--ledger', 'file:./ledger', '--commit', HEAD);
    expect(archived.code).toBe(0);
    expect(archived.out).toContain('claimed by archive-sbom');

    const deployment = ['record', 'deployment', '--image', IMAGE, '--environment', 'production', '--status', 'success'];
    expect((await run(...deployment, '--ledger', 'file:./ledger')).code).toBe(0);

    const trust = ['--ledger', 'file:./ledger', '--trust', 'ledger.trust.json'];
    const image = await run('image', 'verify', IMAGE, ...trust, '--accept-given');
    expect([image.code, image.out]).toEqual([0, expect.stringContaining('facts given, not read')]);
    expect((await run('image', 'verify', IMAGE, ...trust)).code).toBe(1);
    expect((await run('image', 'verify', 'registry.example/payments:latest', ...trust)).code).toBe(1);

    const verified = await run('verify', ...trust, '--receipt', 'receipt.json', '--json');
    expect([verified.code, verified.json()]).toMatchObject([0, { outcome: 'allow', receipts: 1, findings: [] }]);

    const replayed = await run('decision', 'replay', ...trust, '--json');
    expect([replayed.code, replayed.json()]).toMatchObject([
      0,
      {
        decisions: [
          { decision: 'deny', replay: 'same' },
          { decision: 'allow', replay: 'same' },
        ],
      },
    ]);

    const report = await run('report', ...trust, '--out', 'report.html', '--control', 'A.8.32');
    expect(report.code).toBe(0);
    const page = readFileSync(workspace.path('report.html'), 'utf8');
    for (const words of ['facts given, not read', 'claimed by archive-sbom', 'production: succeeded', 'Denied', 'Verified'])
      expect(page).toContain(words);

    const { recorded } = allowed.json<{ recorded: { receipt: { record: string } } }>();
    const shown = await run(
      'record',
      'show',
      recorded.receipt.record,
      '--ledger',
      'file:./ledger',
      '--as',
      'control-facts',
      '--json',
    );
    expect(shown.json<{ control_facts: object[] }>().control_facts[0]).toEqual({
      control_id: expect.any(String),
      commit: HEAD,
      approvals: ['platform', 'security'],
      artifact_digest: null,
      pipeline_run: '9000001/attempts/1',
      timestamp: expect.stringMatching(/Z$/),
    });
  });

  it('says "not recorded" and writes nothing where there is to be no ledger', async () => {
    using workspace = laidOut();
    const run = await proofrail(gate('none').slice(0, -1), { cwd: workspace.folder, node });
    expect([run.code, run.out]).toEqual([0, expect.stringContaining('not recorded')]);
    expect(existsSync(workspace.path('ledger'))).toBe(false);
  });

  it('finds out that the receipt has no place before it records anything', async () => {
    using workspace = laidOut();
    const run = await proofrail([...gate('file:./ledger'), '--save-receipt', 'absent/receipt.json'], {
      cwd: workspace.folder,
      node,
    });
    expect([run.code, run.json()]).toMatchObject([2, { error: { code: 'file/no-folder' } }]);
    expect(existsSync(workspace.path('ledger'))).toBe(false);
  });

  it('takes facts on standard input, and --report with several files behind it', async () => {
    using workspace = laidOut();
    const argv = [
      'gate',
      '--facts',
      '-',
      '--report',
      'reports/semgrep.sarif',
      'reports/gitleaks.sarif',
      'reports/checkov.sarif',
      '--ledger',
      'none',
    ];
    const run = await proofrail(argv, { cwd: workspace.folder, node, input: readFileSync(workspace.path('facts.json'), 'utf8') });
    expect(run.code).toBe(0);
  });
});
