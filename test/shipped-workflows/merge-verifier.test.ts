import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from '@jest/globals';
import { RealRepository } from '@proofrail/testkit';
import { shippedWorkflows, stepsOf, workflowIn } from './shipped-workflow.ts';

const heads = stepsOf(workflowIn(shippedWorkflows(), '.github/workflows/merge-verifier.yml'))[1];

/** What the step leaves in the job's clone: was the commit before the push fetched? */
function fetched(origin: RealRepository, since: string): { readonly code: number | null; readonly isThere: boolean } {
  const folder = mkdtempSync(path.join(tmpdir(), 'proofrail-job-'));
  try {
    const judged = path.join(folder, 'judged');
    execFileSync('git', ['clone', '--quiet', `file://${origin.folder}`, judged]);
    const env = { PATH: process.env['PATH'], HOME: folder, GITHUB_TOKEN: 'a-token', SINCE: since };
    // As the runner starts it: https://docs.github.com/actions/reference/workflows-and-actions/workflow-syntax#jobsjob_idstepsshell
    const { status } = spawnSync('bash', ['-e', '-c', heads?.run ?? 'exit 9'], { cwd: folder, env });
    const { status: found } = spawnSync('git', ['cat-file', '-e', `${since}^{commit}`], { cwd: judged });
    return { code: status, isThere: found === 0 };
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
  expect(fetched(origin, before)).toEqual({ code: 0, isThere: true });
  expect(fetched(origin, '1'.repeat(40))).toEqual({ code: 0, isThere: false });
  expect(fetched(origin, '0'.repeat(40))).toEqual({ code: 0, isThere: false });
});
