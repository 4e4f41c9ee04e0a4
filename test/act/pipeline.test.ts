import { chmodSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from '@jest/globals';
import { readReport } from '@proofrail/core/reports';
import { enqueue, mergeQueue, protect } from '@proofrail/testkit';
import { parse } from 'yaml';
import { repositoryRoot } from '../../packages/testkit/src/runner/repository-root.ts';
import { gateOnGitHub, onMergeGroup, onPush } from '../e2e/material/gate-on-github.ts';
import { kindsOf, ledgerRecords } from '../e2e/material/ledger-records.ts';
import { sarif } from '../e2e/material/sarif.ts';
import { cyclonedx } from '../e2e/material/sbom.ts';
import { Workspace } from '../e2e/material/workspace.ts';
import { runOn } from '../github/more-changes.ts';
import { soundChange } from '../github/sound-change.ts';
import type { ActRun } from './act-run.ts';
import { describeAct } from './describe-act.ts';
import { runShipped } from './run-shipped.ts';

const WORKFLOWS = 'examples/pipeline/.github/workflows';
const SOURCES = 'examples/callers/repository/.proofrail/sources.yaml';
const COMMANDS = path.join(repositoryRoot, 'test/act/stand-ins/commands');
const read = (file: string): string => readFileSync(path.join(repositoryRoot, file), 'utf8');

describeAct('the pipeline of examples/, on act, with reports that were recorded', (act) => {
  it('hands the gate one report for each scanner that sources.yaml names, under the name that it names', async () => {
    using workspace = new Workspace();
    const run = await runShipped(soundChange(), {
      act,
      workspace,
      workflow: `${WORKFLOWS}/security-scan.yml`,
      commands: COMMANDS,
      runner: recordings(workspace),
    });
    const jobs = ['sast', 'sca', 'secrets', 'iac', 'tests', 'image'];
    expect(run.jobs).toEqual(Object.fromEntries(jobs.map((job) => [job, 'success'])));
    const { reports } = parse(read(SOURCES)) as { reports: { workflow: string; artifact: string }[] };
    const named = reports.filter(({ workflow }) => workflow.endsWith('/security-scan.yml')).map(({ artifact }) => artifact);
    expect(readdirSync(workspace.path('artifacts')).sort()).toEqual(['sbom', ...named].sort());
    for (const artifact of named) {
      const files = readdirSync(workspace.path(`artifacts/${artifact}`));
      expect([artifact, files.length]).toEqual([artifact, 1]);
      const [file = ''] = files;
      expect(readReport(readFileSync(workspace.path(`artifacts/${artifact}/${file}`)), file).findings).toBeDefined();
    }
  });

  it('takes an allowed commit to production: built once, archived, tried, verified, deployed, each step in a ledger that is exported', async () => {
    using workspace = new Workspace();
    const run = await deploy(act, workspace, 'http://payments.invalid');
    const jobs = ['build', 'archive-sbom', 'staging', 'dast', 'production'];
    expect(run.jobs).toEqual(Object.fromEntries(jobs.map((job) => [job, 'success'])));
    expect(deployments(workspace)).toEqual(['staging succeeded', 'production succeeded']);
    expect(kindsOf(ledgerRecords(workspace)).slice(-4)).toEqual(['sbom', 'deployment', 'scan.result', 'deployment']);

    const exported = await runShipped(soundChange(), {
      act,
      workspace,
      workflow: `${WORKFLOWS}/audit-log-export.yml`,
      instead: { 'file:/var/lib/proofrail/ledger': `file:${workspace.path('ledger')}` },
      event: { name: 'workflow_dispatch', payload: {} },
      variables: { PROOFRAIL_TRUST_FILE: workspace.path(workspace.trustFile()) },
    });
    expect(exported.jobs).toEqual({ export: 'success' });
    expect(readdirSync(workspace.path('artifacts/audit-log')).sort()).toEqual(['report.html', 'verification.json']);
  });

  it('rolls back to what ran before when the health check fails, and records both', async () => {
    using workspace = new Workspace();
    const run = await deploy(act, workspace, 'http://unhealthy.invalid');
    expect(run.jobs).toMatchObject({ dast: 'success', production: 'failure', rollback: 'success' });
    expect(deployments(workspace)).toEqual(['staging succeeded', 'production failed', 'production succeeded']);
  });
});

/** What scanners wrote where nobody looks: real reports where examples/ has some, invented ones for the rest. */
function recordings(workspace: Workspace): Record<string, string> {
  const real = (name: string) => workspace.write(`recorded/${name}.sarif`, read(`examples/reports/allowed/${name}.sarif`));
  for (const name of ['sast', 'secrets', 'iac']) real(name);
  workspace.write('recorded/dependency.sarif', sarif('OSV-Scanner'));
  workspace.write('recorded/image.sarif', sarif('Grype'));
  workspace.write('recorded/sbom.cdx.json', cyclonedx());
  workspace.write('recorded/dast.json', JSON.stringify(ZAP));
  return { FAKE_RECORDED: workspace.path('recorded') };
}

const ZAP = {
  '@version': '2.15.0',
  site: [
    {
      '@name': 'https://staging.invalid',
      alerts: [
        {
          pluginid: '10038',
          alert: 'CSP header not set',
          riskcode: '1',
          confidence: '3',
          count: '1',
          cweid: '693',
          instances: [{ uri: 'https://staging.invalid/', method: 'GET', param: '' }],
        },
      ],
    },
  ],
};

/** A platform that takes everything: what deploy.yml expects a repository to bring along. */
const PLATFORM = {
  'deploy/run.sh': '#!/bin/sh\necho "FAKE deployment of $2 to $1"\n',
  'deploy/apply.sh': '#!/bin/sh\necho "FAKE deployment of $2 to $1"\n',
  'deploy/render.sh': '#!/bin/sh\nprintf \'services:\\n  refunds:\\n    image: %s\\n\' "$1"\n',
  'deploy/running.sh':
    '#!/bin/sh\necho ghcr.io/acme/refunds@sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08\n',
};

/** A change goes through the queue and its gate, lands, and is deployed. */
async function deploy(act: string, workspace: Workspace, production: string): Promise<ActRun> {
  const change = soundChange();
  protect(change.scenario, change.repository, { rules: [mergeQueue()] });
  const base = change.repository.branches.get('main') ?? '';
  const group = enqueue([change], change.security);
  runOn(change, group.head, 'merge_group');
  const gated = await gateOnGitHub(change, { workspace, event: onMergeGroup(change, group.head) });
  if (gated.outcome !== 'allow') throw new Error(`the change was not allowed: ${gated.stdout}`);

  const pushed = onPush(change, base, group.head);
  const key = workspace.path(workspace.write('proofrail.key', workspace.signingKey));
  chmodSync(key, 0o600);
  return runShipped(change, {
    act,
    workspace,
    workflow: `${WORKFLOWS}/deploy.yml`,
    instead: { 'file:/var/lib/proofrail/ledger': `file:${workspace.path('ledger')}` },
    event: { name: 'push', payload: { ...pushed.payload, deleted: false } },
    files: PLATFORM,
    commands: COMMANDS,
    runner: recordings(workspace),
    secrets: { PROOFRAIL_KEY: key },
    variables: {
      STAGING_URL: 'http://staging.invalid',
      PRODUCTION_URL: production,
      PROOFRAIL_TRUST_FILE: workspace.path(workspace.trustFile()),
    },
  });
}

function deployments(workspace: Workspace): string[] {
  const done = ledgerRecords(workspace).filter((record) => kindsOf([record])[0] === 'deployment');
  return done.map(({ predicate }) => `${String(predicate['environment'])} ${String(predicate['status'])}`);
}
