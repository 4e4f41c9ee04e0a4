import { generateKeyPairSync } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { FAKE_TOKEN, readActionMetadata, type SoundChange } from '@proofrail/testkit';
import { resolveDefault } from '../../../packages/testkit/src/runner/resolve-default.ts';
import { RUN_ENVIRONMENT } from '../../../packages/testkit/src/runner/run-environment.ts';
import type { Ground } from '../ground.ts';
import type { Step } from '../timed-steps.ts';

const FILE_COMMANDS = ['OUTPUT', 'ENV', 'PATH', 'STATE', 'STEP_SUMMARY'];

/** The built gate over live facts: the action, or the two commands that do the same where the action reads none yet. */
export function liveGate(ground: Ground, change: SoundChange, url: string): readonly Step[] {
  const folder = path.join(ground.folder, 'gating');
  mkdirSync(folder, { recursive: true });
  return Object.hasOwn(readActionMetadata('policy-gate').inputs, 'github-token')
    ? [action(ground, change, url, folder)]
    : commands(ground, change, url, folder);
}

function commands({ proofrail }: Ground, { repository, pullRequest, runs }: SoundChange, url: string, cwd: string): Step[] {
  const env = { PATH: process.env['PATH'] ?? '', GITHUB_TOKEN: FAKE_TOKEN };
  const subject = `${repository.owner}/${repository.name}#${pullRequest.number}`;
  const out = ['--run', String(runs.gate.id), '--out', 'facts.json', '--api-url', url, '--overwrite'];
  const judged = ['--facts', 'facts.json', '--reports', 'facts.reports', '--config', 'facts.proofrail', '--ledger', 'none'];
  return [
    { name: 'facts', args: [proofrail, 'facts', subject, ...out], env, cwd },
    { name: 'gate', args: [proofrail, 'gate', ...judged], env, cwd },
  ];
}

function action({ proofrail }: Ground, change: SoundChange, url: string, cwd: string): Step {
  const { repository, runs } = change;
  const file = (name: string, text = ''): string => {
    writeFileSync(path.join(cwd, name), text);
    return path.join(cwd, name);
  };
  const name = `${repository.owner}/${repository.name}`;
  const env = {
    ...RUN_ENVIRONMENT,
    PATH: process.env['PATH'] ?? '',
    HOME: cwd,
    RUNNER_TEMP: cwd,
    GITHUB_WORKSPACE: cwd,
    ...Object.fromEntries(FILE_COMMANDS.map((command) => [`GITHUB_${command}`, file(command.toLowerCase())])),
    GITHUB_API_URL: url,
    GITHUB_GRAPHQL_URL: `${url}/graphql`,
    GITHUB_EVENT_PATH: file('event.json', JSON.stringify(eventOf(change))),
    GITHUB_REPOSITORY: name,
    GITHUB_REPOSITORY_ID: String(repository.id),
    GITHUB_RUN_ID: String(runs.gate.id),
    GITHUB_WORKFLOW_REF: `${name}/${runs.gate.path}@refs/heads/main`,
    ...inputs(),
  };
  return { name: 'policy-gate', args: [path.join(path.dirname(proofrail), 'policy-gate.js')], env, cwd };
}

function inputs(): Record<string, string> {
  const signingKey = String(generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }));
  const given: Readonly<Record<string, string>> = {
    ledger: 'file:./ledger',
    'signing-key': signingKey,
    'enterprise-hosts': '127.0.0.1',
    'wait-minutes': '0',
  };
  const declared = Object.entries(readActionMetadata('policy-gate').inputs);
  return Object.fromEntries(
    declared.map(([name, input]) => [
      `INPUT_${name.toUpperCase()}`,
      given[name] ?? resolveDefault(input.default ?? '', { GITHUB_TOKEN: FAKE_TOKEN }),
    ]),
  );
}

const eventOf = ({ repository, pullRequest }: SoundChange) => {
  const { id, name, owner } = repository;
  const where = { id, name, full_name: `${owner}/${name}`, owner: { login: owner } };
  return {
    repository: where,
    pull_request: { number: pullRequest.number, head: { sha: pullRequest.head.commit, repo: { id } }, user: { id: 1 } },
  };
};
