import { describe, expect, it } from '@jest/globals';
import { addRepository, commitFiles, merge, moveBranch, type SoundChange } from '@proofrail/testkit';
import { another, runOn } from '../../../github/more-changes.ts';
import { withFiles } from '../../../github/on-new-head.ts';
import { CONTROLS, ROLES, soundChange, SOURCES } from '../../../github/sound-change.ts';
import { gateOnGitHub } from '../../material/gate-on-github.ts';
import { kindsOf } from '../../material/ledger-records.ts';

const FOLDER = {
  '.proofrail/controls.yaml': CONTROLS,
  '.proofrail/roles.yaml': ROLES,
  '.proofrail/sources.yaml': SOURCES,
};

/** Nobody has set up anything here. */
const emptyRepository = (): SoundChange =>
  soundChange({ files: Object.fromEntries(Object.keys(FOLDER).map((path) => [path, null])) });

describe('a repository without .proofrail/', () => {
  it('is told the order, merges the files first, and has its next pull request allowed', async () => {
    const first = withFiles(emptyRepository(), FOLDER);
    const refused = await gateOnGitHub(first);
    expect([refused.exitCode, refused.annotations[0]?.title, refused.outputs]).toEqual([2, 'config/absent', {}]);
    expect(refused.summary).toContain('First merge the files that "proofrail init" writes, then make the check a required one');
    expect(kindsOf(refused.records)).toEqual(['run.intent', 'policy.decision']);

    merge(first, first.security);
    const second = another(first);
    runOn(second, second.pullRequest.head.commit, 'pull_request');
    const allowed = await gateOnGitHub(second);
    expect([allowed.exitCode, allowed.outcome]).toEqual([0, 'allow']);
  });

  it('below an organisation stands under its rules at once: the gate’s own repository has them', async () => {
    const change = emptyRepository();
    const { scenario, author, runs } = change;
    const gate = addRepository(scenario, { owner: 'acme', name: 'soc2-gate', visibility: 'public' });
    const released = commitFiles(scenario, { files: FOLDER, parents: [], author }).oid;
    moveBranch(scenario, gate, 'main', released, author.id);
    const organisation = 'acme/soc2-gate/.github/workflows/gate.yml';
    runs.gate.referenced = [{ path: `${organisation}@${released}`, sha: released, ref: 'refs/tags/v1' }];

    const allowed = await gateOnGitHub(change, { inputs: { organisation } });
    expect([allowed.exitCode, allowed.outcome]).toEqual([0, 'allow']);
    change.pullRequest.reviews.splice(1);
    const denied = await gateOnGitHub(change, { inputs: { organisation } });
    expect([denied.exitCode, denied.outcome]).toEqual([1, 'deny']);
  });
});
