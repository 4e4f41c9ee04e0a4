import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { shippedWorkflows, stepsOf, workflowIn } from './shipped-workflow.ts';
import { EVERYTHING_IS_REQUIRED } from '../required-run.ts';

/** A run as `GET actions/runs` lists it. */
interface Run {
  readonly id: number;
  readonly path: string;
  /** At each look; the last one stays. */
  readonly status: readonly string[];
  readonly pullRequests: readonly number[];
}

const GATE = '.github/workflows/proofrail.yml@refs/pull/41/merge';
const run = (id: number, rest: Partial<Run> = {}): Run => ({
  id,
  path: GATE,
  status: ['completed'],
  pullRequests: [41],
  ...rest,
});

/** In place of GitHub's own client: the list, the status of one run, and a note of what was to run again. */
const CLIENT = `#!/usr/bin/env bash
here=$(dirname "$0")
filter=.
for argument in "$@"; do
  case $last in --jq) filter=$argument ;; esac
  case $argument in repos/*) route=$argument ;; esac
  last=$argument
done
case $route in
  */rerun) id=\${route%/rerun}; echo "\${id##*/}" >> "$here/again" ; [ ! -e "$here/refused-\${id##*/}" ] ;;
  */runs) jq -r "$filter" "$here/list.json" ;;
  *) id=\${route##*/}; next=$(sed -n 1p "$here/$id"); [ "$(wc -l < "$here/$id")" -gt 1 ] && sed -i 1d "$here/$id"; echo "{\\"status\\": \\"$next\\"}" | jq -r "$filter" ;;
esac
`;

function rerun(runs: readonly Run[], refused: readonly number[] = []) {
  const folder = mkdtempSync(path.join(tmpdir(), 'rerun-'));
  try {
    const program = (name: string, text: string) => {
      writeFileSync(path.join(folder, name), text);
      chmodSync(path.join(folder, name), 0o755);
    };
    program('gh', CLIENT);
    program('sleep', '#!/usr/bin/env bash\n');
    const list = runs.map(({ id, path: file, pullRequests }) => ({
      ...{ id, path: file },
      pull_requests: pullRequests.map((number) => ({ number })),
    }));
    writeFileSync(path.join(folder, 'list.json'), JSON.stringify({ workflow_runs: list }));
    for (const { id, status } of runs) writeFileSync(path.join(folder, String(id)), `${status.join('\n')}\n`);
    for (const id of refused) writeFileSync(path.join(folder, `refused-${id}`), '');
    writeFileSync(path.join(folder, 'again'), '');
    const [step] = stepsOf(workflowIn(shippedWorkflows(), '.github/workflows/gate-rerun.yml'));
    const { status, stderr } = spawnSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', step?.run ?? ''], {
      env: {
        PATH: `${folder}:${process.env['PATH'] ?? ''}`,
        REPOSITORY: 'acme/payments',
        HEAD: 'f'.repeat(40),
        GATES: step?.env?.['GATES'] ?? '',
      },
      encoding: 'utf8',
    });
    const again = readFileSync(path.join(folder, 'again'), 'utf8')
      .split('\n')
      .filter((line) => line !== '');
    return { status, stderr, again: again.map(Number) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** What `gh --jq` does by itself; the runs that are given back here are asked by the program of that name. */
const hasJq = spawnSync('jq', ['--version']).status === 0;

(hasJq || EVERYTHING_IS_REQUIRED ? describe : describe.skip)('the bridge runs again', () => {
  it('the newest run of a pull request', () =>
    expect(rerun([run(1), run(3), run(2)])).toEqual({ status: 0, stderr: '', again: [3] }));

  it('that of every pull request with this head: one green gate does not stand for another base', () =>
    expect(rerun([run(1, { pullRequests: [50] }), run(2), run(3, { pullRequests: [50] })]).again).toEqual([3, 2]));

  it('each run of which GitHub does not say for which one pull request it was: of a fork, or of two', () =>
    expect(rerun([run(1, { pullRequests: [] }), run(2, { pullRequests: [] }), run(3, { pullRequests: [41, 50] })]).again).toEqual(
      [3, 2, 1],
    ));

  it('that of each workflow that is a gate, and no other', () => {
    const required = 'acme/controls/.github/workflows/required-gate.yml@refs/heads/main';
    const runs = [run(1), run(2, { path: required }), run(3, { path: '.github/workflows/test.yml' })];
    expect(rerun(runs).again).toEqual([2, 1]);
  });

  it('one that still runs, once it has ended', () =>
    expect(rerun([run(1, { status: ['in_progress', 'queued', 'completed'] }), run(2, { pullRequests: [50] })])).toEqual({
      ...{ status: 0, stderr: '', again: [2, 1] },
    }));

  it('nothing where there is no run', () => expect(rerun([])).toEqual({ status: 0, stderr: '', again: [] }));

  it('the others though one cannot, and ends in 3', () =>
    expect(rerun([run(1), run(2, { pullRequests: [50] })], [2])).toEqual({ status: 3, stderr: '', again: [2, 1] }));

  it('and ends in 3 where one does not end', () =>
    expect(rerun([run(1, { status: ['in_progress'] })])).toMatchObject({ status: 3, again: [] }));
});
