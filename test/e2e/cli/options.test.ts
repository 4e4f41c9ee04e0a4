import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { TrustFile } from '@proofrail/core/ledger';
import { declareProgram } from '../../../packages/cli/src/declare-program.ts';
import { PLAIN } from '../../../packages/cli/src/terminal/style.ts';
import { DIGEST, HEAD } from '../material/change.ts';
import type { Workspace } from '../material/workspace.ts';
import { gate, laidOut } from './laid-out.ts';
import { proofrail } from './proofrail.ts';
import { ACKNOWLEDGE_TRIES } from './tries/acknowledge-tries.ts';
import { CLOUDTRAIL_TRIES } from './tries/cloudtrail-tries.ts';
import { KEY_EVENT_TRIES } from './tries/key-event-tries.ts';
import { PERSON_TRIES } from './tries/person-tries.ts';
import { ROLE_TRIES } from './tries/role-tries.ts';
import { instead, without, type Try } from './tries/try.ts';

// Omitted, valid and wrong, on dist/. That empty and blank values are refused everywhere is a law over the declarations themselves
// (packages/cli/src/program.test.ts), so that no option that comes later can be forgotten.

const SUBJECT = `registry.example/payments@${DIGEST}`;
const judge = gate('none');
const other = ['--ledger', 'file:./other', '--key', 'ledger.key', '--json'];
const archive = ['sbom', 'archive', 'bom.json', '--subject', SUBJECT, ...other];
const verify = ['verify', '--ledger', 'file:./ledger', '--json'];
const lengthen = ['ledger', 'lengthen', '--ledger', 'file:./ledger', '--config', 'longer', '--json'];
const report = ['report', '--ledger', 'file:./ledger', '--out', 'r.html', '--json'];
const keys = ['keys', 'new', '--out', 'new.key', '--trust', 'new-trust.json', '--json'];
const deployment = ['record', 'deployment', '--image', SUBJECT, '--environment', 'production', '--status', 'success', ...other];
const facts = ['facts', 'acme/payments#12', '--out', 'f.json'];
const image = ['image', 'verify', SUBJECT, '--json'];

const TRIES: Readonly<Record<string, readonly Try[]>> = {
  'gate --facts': [
    { argv: without(judge, '--facts'), exit: 2, code: 'cli/missing-mandatory-option-value' },
    { argv: gate('none', './facts.json'), exit: 0 },
    { argv: gate('none', 'absent.json'), exit: 2, code: 'file/absent' },
    { argv: gate('none', 'reports'), exit: 2, code: 'file/not-a-file' },
    { argv: gate('none', '-'), exit: 2, code: 'json/unexpected-end' },
  ],
  'gate --report': [
    { argv: without(judge, '--report'), exit: 1 }, // the scans that the facts name are unknown then: a denial
    { argv: [...judge, '--report', 'absent.sarif'], exit: 2, code: 'file/absent' },
    { argv: [...judge, '--report', 'unasked.sarif'], exit: 2, code: 'report/of-no-scan' },
  ],
  'gate --reports': [
    { argv: [...without(judge, '--report'), '--reports', 'reports'], exit: 0 },
    { argv: [...judge, '--reports', 'absent'], exit: 2, code: 'file/absent' },
  ],
  facts: [
    { argv: [...facts, '--json'], exit: 2, code: 'github/no-token' },
    { argv: ['facts', 'acme/payments', '--out', 'f.json', '--json'], exit: 2, code: 'facts/not-a-pull-request' },
    { argv: ['facts', 'acme#1', '--out', 'f.json', '--json'], exit: 2, code: 'github/not-a-repository' },
    { argv: [...facts.slice(0, -1), 'f', '--json'], exit: 2, code: 'facts/out' },
    { argv: [...facts.slice(0, -1), 'facts.json', '--json'], exit: 2, code: 'facts/exists' },
    { argv: [...facts, '--api-url', 'http://github.example', '--json'], exit: 2, code: 'github/api-url' },
    { argv: ['facts', 'acme/payments#12', '--json'], exit: 2, code: 'cli/missing-mandatory-option-value' },
  ],
  'gate --config': [
    { argv: without(judge, '--config'), exit: 0 },
    { argv: instead(judge, '--config', 'absent'), exit: 2, code: 'file/absent' },
    { argv: instead(judge, '--config', 'reports'), exit: 2, code: 'config/unknown-file' },
  ],
  'gate --ledger': [
    { argv: without(judge, '--ledger'), exit: 2, code: 'cli/missing-mandatory-option-value' },
    { argv: gate('./ledger'), exit: 2, code: 'ledger/uri' },
    { argv: gate('file:'), exit: 2, code: 'ledger/uri' },
    { argv: gate('s3:bucket/prefix'), exit: 2, code: 'ledger/uri' },
    { argv: gate('file:facts.json'), exit: 2, code: 'store/not-a-folder' },
  ],
  'gate --key': [
    { argv: [...gate('file:./other'), '--key', 'ledger.key'], exit: 0 },
    { argv: [...gate('file:./other'), '--key', 'absent.key'], exit: 2, code: 'key/absent' },
    { argv: [...gate('file:./other'), '--key', 'facts.json'], exit: 2, code: 'key/readable-by-others' },
  ],
  'gate --save-receipt': [
    { argv: [...gate('file:./other'), '--save-receipt', 'absent/receipt.json'], exit: 2, code: 'file/no-folder' },
  ],
  'findings --fail-on': [
    { argv: ['findings', 'reports/semgrep.sarif', '--fail-on', 'low', '--json'], exit: 0 },
    { argv: ['findings', 'reports/semgrep.sarif', '--fail-on', 'severe', '--json'], exit: 2, code: 'cli/invalid-argument' },
  ],
  'sbom archive --subject': [
    { argv: archive, exit: 0 },
    { argv: without(archive, '--subject'), exit: 2, code: 'cli/missing-mandatory-option-value' },
    { argv: instead(archive, '--subject', 'web:1.2'), exit: 2, code: 'input/not-a-subject' },
    { argv: instead(archive, '--subject', DIGEST), exit: 2, code: 'input/not-a-subject' },
    { argv: instead(archive, '--subject', 'web@sha256:abc'), exit: 2, code: 'input/not-a-subject' },
  ],
  'sbom archive --commit, --stream': [
    { argv: [...archive, '--commit', HEAD, '--stream', '7'], exit: 0 },
    { argv: [...archive, '--commit', 'main'], exit: 2, code: 'input/not-a-commit' },
    { argv: [...archive, '--stream', 'acme/web'], exit: 2, code: 'ledger/stream-id' },
  ],
  'image verify': [
    { argv: image, exit: 0 },
    { argv: ['image', 'verify', '-', '--json'], exit: 2, code: 'image/standard-input' },
    { argv: ['image', 'verify', 'absent.yaml', '--json'], exit: 2, code: 'file/absent' },
    { argv: ['image', 'verify', 'reports', '--json'], exit: 2, code: 'image/nothing-found' },
    { argv: ['image', 'verify', SUBJECT, 'bom.json', '--json'], exit: 2, code: 'image/nothing-found' },
    { argv: [...image, '--ledger', 'file:./ledger'], exit: 1 },
    { argv: [...image, '--ledger', 'nonsense'], exit: 2, code: 'ledger/uri' },
    { argv: [...image, '--ledger', 'file:./ledger', '--trust', 'facts.json'], exit: 2, code: 'trust/invalid' },
  ],
  verify: [
    { argv: verify, exit: 0 },
    { argv: without(verify, '--ledger'), exit: 2, code: 'cli/missing-mandatory-option-value' },
    { argv: ['verify', '--ledger', 'file:./nothing', '--json'], exit: 2 },
    { argv: ['verify', '--ledger', 'ftp://ledger', '--json'], exit: 2, code: 'ledger/uri' },
    { argv: ['verify', '--ledger', './ledger', '--json'], exit: 2, code: 'ledger/uri' },
    { argv: [...verify, '--trust', 'absent.json'], exit: 2, code: 'file/absent' },
    { argv: [...verify, '--trust', 'foreign.json'], exit: 4 },
    { argv: [...verify, '--receipt', 'absent.json'], exit: 2, code: 'file/absent' },
    { argv: [...verify, '--stream', '700001'], exit: 0 },
    { argv: [...verify, '--stream', '1'], exit: 2, code: 'ledger/no-stream' },
    { argv: [...verify, '--stream', '../x'], exit: 2, code: 'ledger/stream-id' },
    { argv: [...verify, '--days', '1'], exit: 2, code: 'ledger/not-a-bucket' }, // a folder locks nothing
    { argv: [...verify, '--accept-acknowledged'], exit: 2, code: 'cli/missing-mandatory-option-value' },
    { argv: [...verify, '--accept-acknowledged', '--trust', 'ledger.trust.json'], exit: 0 },
  ],
  'ledger lengthen': [
    { argv: ['ledger', 'lengthen', '--ledger', 'file:./ledger', '--json'], exit: 2, code: 'cli/missing-mandatory-option-value' },
    { argv: lengthen, exit: 2, code: 'ledger/no-locks' },
    { argv: instead(lengthen, '--config', 'absent'), exit: 2, code: 'file/absent' },
    { argv: instead(lengthen, '--config', '.proofrail'), exit: 2, code: 'ledger/no-kinds' },
    { argv: [...lengthen, '--trust', 'absent.json'], exit: 2, code: 'file/absent' },
  ],
  report: [
    { argv: report, exit: 0 },
    { argv: without(report, '--out'), exit: 2, code: 'cli/missing-mandatory-option-value' },
    { argv: instead(report, '--out', 'absent/r.html'), exit: 2, code: 'file/no-folder' },
    { argv: ['report', '--ledger', 'file:./nothing', '--out', 'r.html', '--json'], exit: 2, code: 'report/nothing' },
    { argv: [...report, '--control', 'A.8.32', '--from', '2020-01-01', '--to', '2099-12-31'], exit: 0 },
    { argv: [...report, '--control', 'A.99.1'], exit: 2, code: 'report/unknown-control' },
    { argv: [...report, '--from', '2020-01-01', '--to', '2020-12-31'], exit: 2 }, // nothing in the period: a page that says so, and never 0
    { argv: [...report, '--from', '2026-02-31'], exit: 2, code: 'cli/invalid-argument' },
    { argv: [...report, '--from', '2026-02-02', '--to', '2026-01-01'], exit: 2, code: 'report/period' },
    { argv: [...report, '--from', '2026-02-02', '--to', '2026-02-01'], exit: 2, code: 'report/period' },
    { argv: [...report, '--from', '2026-02-02T10:00Z', '--to', '2026-02-02T10:00Z'], exit: 2, code: 'report/period' },
  ],
  'cloudtrail verify': CLOUDTRAIL_TRIES,
  'record deployment': [
    { argv: [...deployment, '--stream', '700001'], exit: 0 },
    { argv: without(deployment, '--image'), exit: 2, code: 'cli/missing-mandatory-option-value' },
    { argv: without(deployment, '--status'), exit: 2, code: 'cli/missing-mandatory-option-value' },
    { argv: instead(deployment, '--image', 'web:1'), exit: 2, code: 'input/not-a-subject' },
    { argv: instead(deployment, '--environment', 'ask jane@example.org'), exit: 2, code: 'input/not-an-environment' },
    { argv: instead(deployment, '--status', 'fine'), exit: 2, code: 'cli/invalid-argument' },
    { argv: [...deployment, '--commit', 'HEAD'], exit: 2, code: 'input/not-a-commit' },
  ],
  'record show': [
    { argv: ['record', 'show', `sha256:${'0'.repeat(64)}`, '--json'], exit: 2, code: 'record/which-ledger' },
    {
      argv: ['record', 'show', `sha256:${'0'.repeat(64)}`, '--ledger', 'file:./ledger', '--json'],
      exit: 2,
      code: 'record/absent',
    },
    { argv: ['record', 'show', 'x', '--as', 'poem', '--json'], exit: 2, code: 'cli/invalid-argument' },
  ],
  'controls --config': [
    { argv: ['controls', '--json'], exit: 0 },
    { argv: ['controls', '--config', '.proofrail', '--json'], exit: 0 },
    { argv: ['controls', '--config', 'absent', '--json'], exit: 2, code: 'file/absent' },
    { argv: ['controls', '--config', 'rego', '--json'], exit: 2, code: 'config/unknown-file' },
  ],
  policy: [
    { argv: ['policy', 'list', '--json'], exit: 0 },
    { argv: ['policy', 'explain', 'APR-01', '--json'], exit: 0 },
    { argv: ['policy', 'explain', 'approvals.quorom', '--json'], exit: 2, code: 'policy/unknown-rule' },
    { argv: ['policy', 'test', 'reports', '--json'], exit: 2, code: 'policy/no-tests' },
    { argv: ['policy', 'test', 'absent', '--json'], exit: 2, code: 'file/absent' },
    { argv: ['policy', 'test', 'rego', '--json'], exit: 1 },
  ],
  doctor: [
    { argv: ['doctor', '--json'], exit: 2, code: 'doctor/one-subject' },
    { argv: ['doctor', 'acme/payments', '--workflows', 'workflows', '--json'], exit: 2, code: 'doctor/one-subject' },
    { argv: ['doctor', 'acme', '--json'], exit: 2, code: 'github/not-a-repository' },
    { argv: ['doctor', 'acme/payments', '--json'], exit: 2, code: 'github/no-token' },
    { argv: ['doctor', 'acme/payments', '--api-url', 'http://github.example', '--json'], exit: 2, code: 'github/api-url' },
    { argv: ['doctor', '--workflows', 'reports', '--json'], exit: 2, code: 'doctor/no-workflows' },
    { argv: ['doctor', '--workflows', 'absent', '--json'], exit: 2, code: 'doctor/no-workflows' },
    { argv: ['doctor', '--workflows', 'workflows', '--json'], exit: 0 },
    { argv: ['doctor', '--workflows', 'workflows', '--require-complete', '--json'], exit: 1 },
    { argv: ['doctor', '--workflows', 'workflows', '--required', 'test', '--json'], exit: 1 },
  ],
  'record key-event': KEY_EVENT_TRIES,
  '--role-to-assume': ROLE_TRIES,
  person: PERSON_TRIES,
  acknowledge: ACKNOWLEDGE_TRIES,
  'keys new': [
    { argv: keys, exit: 0 },
    { argv: ['keys', 'show', 'ledger.key', '--json'], exit: 0 },
    { argv: ['keys', 'show', 'ledger.key.pub', '--json'], exit: 0 },
    { argv: ['keys', 'show', 'facts.json', '--json'], exit: 2, code: 'key/not-pem' },
    { argv: ['keys', 'show', 'awskms:///alias/evidence', '--json'], exit: 2, code: 'key/kms-uri' },
    { argv: without(keys, '--out'), exit: 2, code: 'cli/missing-mandatory-option-value' },
    { argv: instead(keys, '--out', 'ledger.key'), exit: 2, code: 'key/exists' },
    { argv: instead(keys, '--trust', 'facts.json'), exit: 2, code: 'key/exists' },
    { argv: instead(keys, '--out', 'absent/new.key'), exit: 2, code: 'file/no-folder' },
    { argv: instead(keys, '--out', 'named.key', '--trust', 'named.json', '--origin', 'example.org/evidence'), exit: 0 },
    { argv: instead(keys, '--out', 'spaced.key', '--origin', 'our evidence'), exit: 2, code: 'seal/origin' },
    { argv: instead(keys, '--out', 'plus.key', '--origin', 'example.org+evidence'), exit: 2, code: 'seal/origin' },
    { argv: instead(keys, '--out', 'long.key', '--origin', 'o'.repeat(256)), exit: 2, code: 'seal/origin' },
  ],
};

const workspace: Workspace = laidOut();
beforeAll(async () => {
  for (const file of ['controls.yaml', 'roles.yaml'])
    workspace.write(
      `longer/${file}`,
      registryFile(file).replace('{retention_years: 7}', '{retention_years: 7, kinds: {sbom: 10}}'),
    );
  workspace.write('unasked.sarif', JSON.stringify({ version: '2.1.0', runs: [] }));
  workspace.write('rego/a.rego', 'package a\n\np := 1\n');
  workspace.write('rego/a_test.rego', 'package a_test\n\nimport data.a\n\ntest_fails if a.p == 2\n');
  workspace.write(
    'workflows/ci.yml',
    'on: pull_request\npermissions: {}\njobs:\n  test:\n    runs-on: ubuntu-24.04\n    steps:\n      - run: npm test\n',
  );
  await proofrail(gate('file:./ledger'), { cwd: workspace.folder });
  const trust = JSON.parse(readFileSync(path.join(workspace.folder, 'ledger.trust.json'), 'utf8')) as TrustFile;
  const acknowledge = trust.record_keys.map(({ key_id: id }) => id);
  workspace.write('accepting.json', JSON.stringify({ ...trust, acknowledge }));
  await proofrail(['keys', 'new', '--out', 'foreign.key', '--trust', 'foreign.json'], { cwd: workspace.folder });
});
afterAll(() => workspace[Symbol.dispose]());

const registryFile = (name: string): string => readFileSync(path.join('examples/payments/.proofrail', name), 'utf8');

it('tries a role on every command that opens a ledger', () => {
  const opening = (parent: ReturnType<typeof declareProgram>, path = ''): string[] =>
    parent.commands.flatMap((command) => [
      ...(command.options.some(({ long }) => long === '--ledger') ? [`${path}${command.name()} `] : []),
      ...opening(command, `${path}${command.name()} `),
    ]);
  const sheet = { style: PLAIN, write: () => undefined };
  const names = opening(declareProgram(() => Promise.resolve(), sheet, sheet));
  const tried = ROLE_TRIES.map(({ argv }) => argv.join(' '));
  expect(names.filter((name) => !tried.some((line) => line.startsWith(name)))).toEqual([]);
});

describe.each(Object.entries(TRIES))('%s', (_, tries) => {
  it.each(tries.map((one) => [one.argv.join(' '), one] as const))('%s', async (_, { argv, exit, code }) => {
    const run = await proofrail(argv, { cwd: workspace.folder });
    expect([run.code, run.json<{ error?: { code: string } }>().error?.code]).toEqual([exit, code]);
  });
});
