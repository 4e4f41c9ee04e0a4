import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from '@jest/globals';
import { RealRepository } from '@proofrail/testkit';
import { shippedWorkflows, stepsOf, workflowIn } from './shipped-workflow.ts';

const heads = stepsOf(workflowIn(shippedWorkflows(), '.github/workflows/merge-verifier.yml'))[1];

interface Fetched {
  readonly code: number | null;
  readonly isThere: boolean;
  /** What the comparison takes for the tip. */
  readonly tip: string;
}

/** What the step leaves in the job's clone: was the commit before the push fetched? */
function fetched(origin: RealRepository, since: string, pushed: string): Fetched {
  const folder = mkdtempSync(path.join(tmpdir(), 'proofrail-job-'));
  try {
    const judged = path.join(folder, 'judged');
    execFileSync('git', ['clone', '--quiet', `file://${origin.folder}`, judged]);
    // actions/checkout by commit: every branch of the origin as it is by now, and none of its own.
    execFileSync('git', ['checkout', '--quiet', '--detach', pushed], { cwd: judged });
    execFileSync('git', ['branch', '--quiet', '-D', 'main'], { cwd: judged });
    const job = { PATH: process.env['PATH'], HOME: folder, GITHUB_SHA: pushed };
    const env = { ...job, GITHUB_TOKEN: 'a-token', SINCE: since, BRANCH: 'main' };
    // As the runner starts it: https://docs.github.com/actions/reference/workflows-and-actions/workflow-syntax#jobsjob_idstepsshell
    const { status } = spawnSync('bash', ['-e', '-c', heads?.run ?? 'exit 9'], { cwd: folder, env });
    const { status: found } = spawnSync('git', ['cat-file', '-e', `${since}^{commit}`], { cwd: judged });
    const tip = execFileSync('git', ['rev-parse', 'refs/remotes/origin/main'], { cwd: judged, encoding: 'utf8' }).trim();
    return { code: status, isThere: found === 0, tip };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

it('fetches the commit that a force push took off the branch, and goes on where it is gone or never was', () => {
  using origin = new RealRepository();
  const first = origin.commit({ 'a.txt': 'a\n' });
  const before = origin.commit({ 'a.txt': 'b\n' });
  origin.git('reset', '--quiet', '--hard', first);
  expect(heads?.env).toMatchObject({ SINCE: '${{ github.event.before }}' });
  expect(fetched(origin, before, first)).toEqual({ code: 0, isThere: true, tip: first });
  expect(fetched(origin, '1'.repeat(40), first)).toEqual({ code: 0, isThere: false, tip: first });
  expect(fetched(origin, '0'.repeat(40), first)).toEqual({ code: 0, isThere: false, tip: first });
});

it('looks at its own push alone: the next one, which came before the clone, is decided again in its own run', () => {
  using origin = new RealRepository();
  const first = origin.commit({ 'a.txt': 'a\n' });
  const pushed = origin.commit({ 'a.txt': 'b\n' });
  origin.commit({ 'a.txt': 'c\n' });
  expect(heads?.env).toMatchObject({ BRANCH: '${{ github.ref_name }}' });
  expect(fetched(origin, first, pushed)).toEqual({ code: 0, isThere: true, tip: pushed });
});
