import { describe, expect, it } from '@jest/globals';
import { commitFiles, FAKE_TOKEN, moveBranch, startFakeGitHub } from '@proofrail/testkit';
import { CONTROLS, soundChange } from '../../../github/sound-change.ts';
import { proofrail } from '../../cli/proofrail.ts';
import { cloneOf } from '../../material/clone-of.ts';
import { gateOnGitHub, onPush } from '../../material/gate-on-github.ts';
import { ledgerRecords } from '../../material/ledger-records.ts';
import { Workspace } from '../../material/workspace.ts';

const day = (fromNow: number): string => new Date(Date.now() + fromNow * 86_400_000).toISOString().slice(0, 10);

const BREAK_GLASS = `id: break-glass
rule: merges.bypass
scope: {repository: "778812345", subject: whole-rule}
owner: "10302259"
requested_by: "10302259"
approved_by: "10301188"
reason: The registry is down and the fix cannot wait.
compensating_control: {description: Two people watch the deployment., evidence: "https://example.com/change/77"}
risk: high
ticket: OPS-1
not_before: ${day(-1)}
expires: ${day(3)}
`;
const EXCEPTION = {
  '.proofrail/controls.yaml': CONTROLS.replace('evidence:', 'exceptions: {approved_by: [security]}\nevidence:'),
  '.proofrail/exceptions/break-glass.yaml': BREAK_GLASS,
};

/** Both steps of the merge verifier, over a push that no pull request brought. */
async function pushed(files: Readonly<Record<string, string>>) {
  const change = soundChange({ files });
  const { scenario, repository, bystander } = change;
  const before = repository.branches.get('main') ?? '';
  const landed = commitFiles(scenario, { files: { 'src/door.js': 'open\n' }, parents: [before], author: bystander }).oid;
  moveBranch(scenario, repository, 'main', landed, bystander.id);

  using workspace = new Workspace();
  const event = onPush(change, before, landed);
  const decided = await gateOnGitHub(change, { event, workspace, inputs: { phase: 'landed' } });

  const github = await startFakeGitHub(scenario);
  using clone = cloneOf(scenario, { main: landed });
  const asked = ['--github', 'acme/refunds', '--api-url', github.url, '--repository', clone.folder, '--branch', 'main'];
  const about = ['--since', before, '--pushed-by', String(bystander.id), '--ledger', 'file:./ledger', '--record', '--json'];
  const compared = await proofrail(['merges', 'verify', ...asked, ...about], {
    cwd: workspace.folder,
    env: { GITHUB_TOKEN: FAKE_TOKEN, PROOFRAIL_KEY: workspace.signingKey },
  });
  await github.close();
  const last = ledgerRecords(workspace).at(-1)?.predicate;
  return { decided: [decided.exitCode, decided.outcome], compared: compared.code, last };
}

describe('a push past the gate', () => {
  it('is a bypass, and the job is red', async () => {
    const { decided, compared, last } = await pushed({});
    expect([decided, compared]).toEqual([[0, 'deny'], 1]);
    expect(last).toMatchObject({ state: 'bypass', reason: 'no-pull-request', exception: null });
  });

  it('is recorded as a bypass under the exception that was registered before, and the job is green', async () => {
    const { decided, compared, last } = await pushed(EXCEPTION);
    expect([decided, compared]).toEqual([[0, 'deny'], 0]);
    expect(last).toMatchObject({
      evidence: { outcome: 'bypassed', exception_id: 'break-glass' },
      state: 'excepted',
      exception: 'break-glass',
    });
  });
});
