import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { FAKE_TOKEN, RealRepository, startFakeGitHub } from '@proofrail/testkit';
import { soundChange as soundChangeOnGitHub } from '../../github/sound-change.ts';
import { DIGEST, HEAD } from '../material/change.ts';
import { gate, laidOut } from './laid-out.ts';
import { proofrail } from './proofrail.ts';

const DOCUMENT = readFileSync(path.resolve(import.meta.dirname, '../../../docs/cli-json.md'), 'utf8');
const IMAGE = `registry.example/payments@${DIGEST}`;
const LEDGER = ['--ledger', 'file:./ledger', '--trust', 'ledger.trust.json'];

/** Members whose names are data: reason codes, rule parameters, and what somebody signed. */
const OPEN = new Set(['params', 'reasons', 'remedies', 'statement']);

function* names(value: unknown): Generator<string> {
  if (Array.isArray(value)) for (const item of value) yield* names(item);
  else if (typeof value === 'object' && value !== null)
    for (const [name, member] of Object.entries(value)) {
      yield name;
      if (Array.isArray(member) || !OPEN.has(name)) yield* names(member);
    }
}

describe('every JSON document', () => {
  it('names only members that docs/cli-json.md explains, in snake_case, and begins with schema, outcome and exit code', async () => {
    using workspace = laidOut();
    const { folder } = workspace;
    workspace.write('rego/a_test.rego', 'package a_test\n\ntest_p if 1 == 1\n');
    const run = async (...argv: string[]) => {
      const { code, json } = await proofrail([...argv, '--json'], { cwd: folder, env: { GH_TOKEN: FAKE_TOKEN } });
      const document = json();
      expect(Object.keys(document).slice(0, 3)).toEqual(['schema', 'outcome', 'exit_code']);
      expect(document['exit_code']).toBe(code);
      const [, command] = /^proofrail\.cli\/([a-z-]+)\/v1$/.exec(String(document['schema'])) ?? [];
      expect(DOCUMENT).toMatch(new RegExp(`^#.*\`(proofrail\\.cli/)?${command}(/v1)?\``, 'm'));
      for (const name of names(document)) expect([argv.join(' '), name, isExplained(name)]).toEqual([argv.join(' '), name, true]);
      return document;
    };
    const { recorded } = (await run(...gate('file:./ledger').slice(0, -1))) as { recorded: { receipt: { record: string } } };
    await run('sbom', 'archive', 'bom.json', '--subject', IMAGE, '--ledger', 'file:./ledger', '--commit', HEAD);
    await run('record', 'show', recorded.receipt.record, '--ledger', 'file:./ledger');
    await run('record', 'show', recorded.receipt.record, '--ledger', 'file:./ledger', '--as', 'control-facts');
    await run(
      'record',
      'deployment',
      '--image',
      IMAGE,
      '--environment',
      'production',
      '--status',
      'success',
      '--ledger',
      'file:./ledger',
    );
    const { key_id: keyId } = (await run('keys', 'show', 'ledger.key.pub')) as { key_id: string };
    await run('record', 'key-event', '--about', keyId, '--event', 'retired', '--ledger', 'file:./ledger');
    await run('findings', 'reports/semgrep.sarif');
    await run('sbom', 'show', 'bom.json');
    await run('image', 'verify', IMAGE, 'nginx', ...LEDGER, '--accept-given');
    await run('verify', ...LEDGER);
    await run('decision', 'replay', ...LEDGER);
    using repository = new RealRepository();
    const since = repository.commit({ 'a.txt': 'a\n' });
    repository.commit({ 'a.txt': 'b\n' });
    const pulls = {
      schema: 'proofrail.pull-requests/v1',
      read_at: new Date().toISOString(),
      repository: { id: '700001' },
      commits: [],
    };
    workspace.write('pulls.json', JSON.stringify(pulls));
    const merges = [
      'merges',
      'verify',
      '--repository',
      repository.folder,
      '--branch',
      'main',
      '--facts',
      'pulls.json',
      ...LEDGER,
    ];
    await run(...merges, '--since', since, '--record');
    const github = await startFakeGitHub(soundChangeOnGitHub().scenario);
    await run('facts', 'acme/refunds#41', '--out', 'read.json', '--api-url', github.url);
    await github.close();
    await run('report', ...LEDGER, '--out', 'report.html');
    workspace.write('workflows/ci.yml', 'on: push\njobs:\n  test:\n    runs-on: ubuntu-24.04\n    steps: [{ run: npm test }]\n');
    await run('doctor', '--workflows', 'workflows');
    await run('controls', '--config', '.proofrail');
    await run('policy', 'list');
    await run('policy', 'explain', 'approvals.quorum');
    await run('policy', 'test', 'rego');
    await run('init');
    await run('ledger', 'init', '--ledger', 's3://evidence?region=us-east-1');
    await run('keys', 'new', '--out', 'new.key');
    await run('findings', 'absent.sarif');
    await run('demo');
    await run('keys', 'new', '--out', 'log.key', '--trust', 'log.trust.json');
    const origin = ['--log-key', 'log.key', '--origin', 'proofrail'];
    const { log_key: logKey } = (await run('seal', '--ledger', 'file:./ledger', ...origin)) as { log_key: string };
    await run('keys', 'show', 'log.key.pub', '--log', 'proofrail');
    await run('prove', recorded.receipt.record, '--ledger', 'file:./ledger', '--out', 'record.tlog-proof', '--log-key', logKey);
    await run('verify', '--proof', 'record.tlog-proof', '--log-key', logKey);
    await run('export', '--ledger', 'file:./ledger', '--out', 'log', '--log-key', logKey);
    await run('verify', '--log', 'log', '--log-key', logKey);
    await run('verify', '--log', 'rego', '--log-key', logKey);
    await run('person', 'show', '5f0c3a1de2b9', '--identities', 'file:./ledger.identities');
    await run('person', 'erase', 'github:1001', '--identities', 'file:./ledger.identities');
  });
});

const isExplained = (name: string): boolean =>
  /^[a-z][a-z0-9]*(_[a-z0-9]+)*$/.test(name) && new RegExp(`[\`.]${name}(\\[\\])?\``).test(DOCUMENT);
