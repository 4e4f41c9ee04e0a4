import { describe, expect, it } from '@jest/globals';
import type { GateWorkflow } from '@proofrail/github';
import { addRepository, commitFiles, moveBranch, type SoundChange } from '@proofrail/testkit';
import { collect, judge } from './collecting.ts';
import { ontoMain } from './registry.ts';
import { soundChange } from './sound-change.ts';
import { underOrganisation as inOrganisation } from './under-organisation.ts';

const GATE: GateWorkflow = { owner: 'acme', name: 'soc2-gate', path: '.github/workflows/gate.yml' };

/** The sound change under an organisation that asks for three approvals at v1 and for one on its branch. */
function underOrganisation(): { readonly change: SoundChange; readonly released: string } {
  const change = soundChange();
  const { scenario, repository, author, runs } = change;
  const own = new Map(scenario.git.filesOf(scenario.git.commit(repository.branches.get('main') ?? '').tree));
  const text = (path: string) => own.get(path)?.content.toString() ?? '';
  const gate = addRepository(scenario, { owner: 'acme', name: 'soc2-gate', visibility: 'public' });
  const files = (minimum: number) => ({
    '.proofrail/controls.yaml': text('.proofrail/controls.yaml').replace(
      'min: 2, roles: [security, platform], ',
      `min: ${minimum}, roles: [security], `,
    ),
    '.proofrail/roles.yaml': text('.proofrail/roles.yaml'),
  });
  const released = commitFiles(scenario, { files: files(3), parents: [], author }).oid;
  moveBranch(scenario, gate, 'main', commitFiles(scenario, { files: files(1), parents: [released], author }).oid, author.id);
  runs.gate.referenced = [{ path: `acme/soc2-gate/.github/workflows/gate.yml@${released}`, sha: released, ref: 'refs/tags/v1' }];
  // Only the organisation says who holds a role.
  const parents = [repository.branches.get('main') ?? ''];
  const without = commitFiles(scenario, { files: { '.proofrail/roles.yaml': null }, parents, author });
  moveBranch(scenario, repository, 'main', without.oid, author.id);
  return { change, released };
}

describe('below an organisation', () => {
  it('the gate’s own commit says what is asked for: two approvals are too few where it says three', async () => {
    const { change } = underOrganisation();
    const { collected, unmodelled } = await collect(change, { organisation: GATE, waitMinutes: 0 });
    expect(unmodelled).toEqual([]);
    for (const each of collected) {
      const { document, decision } = judge(each);
      expect(document.requirements.approvals).toMatchObject({ minimum: 3, roles: { items: ['platform', 'security'] } });
      expect(decision.outcome).toBe('deny');
    }
  });

  it('an exception of the repository that nobody can read is denied like one of the organisation', async () => {
    const change = soundChange();
    inOrganisation(change);
    ontoMain(change, { '.proofrail/exceptions/broken.yaml': 'id: broken\n' });
    const { collected } = await collect(change, { organisation: GATE, waitMinutes: 0 });
    const rules = collected.flatMap((each) => judge(each).decision.rules).filter(({ status }) => status === 'fail');
    expect(rules.map(({ id }) => id)).toEqual(['exceptions.validity']);
  });

  it('a repository that says who holds a role is refused', async () => {
    const { change } = underOrganisation();
    const { scenario, repository, author } = change;
    const parents = [repository.branches.get('main') ?? ''];
    const files = { '.proofrail/roles.yaml': 'roles:\n  security: ["10305555"]\n  platform: ["10305555"]\n' };
    moveBranch(scenario, repository, 'main', commitFiles(scenario, { files, parents, author }).oid, author.id);
    const { collected } = await collect(change, { organisation: GATE, waitMinutes: 0 });
    for (const each of collected) expect(() => judge(each)).toThrow(expect.objectContaining({ code: 'tighten/roles' }));
  });

  it.each<[string, { path: string; sha: string }[]]>([
    ['does not call the gate', []],
    [
      'calls a workflow of that name elsewhere',
      [{ path: `mallory/soc2-gate/.github/workflows/gate.yml@x`, sha: '1'.repeat(40) }],
    ],
    [
      'calls two versions of it',
      ['1', '2'].map((digit) => ({ path: 'acme/soc2-gate/.github/workflows/gate.yml@x', sha: digit.repeat(40) })),
    ],
  ])('a run that %s has no policy', async (_name, referenced) => {
    const { change } = underOrganisation();
    change.runs.gate.referenced = referenced;
    const collected = collect(change, { organisation: GATE, waitMinutes: 0 });
    await expect(collected).rejects.toMatchObject({ code: 'organisation/not-called', outcome: 'invalid' });
  });

  it('a gate that the token may not read ends in unavailable, and never in the repository’s own rules', async () => {
    const { change } = underOrganisation();
    for (const repository of change.scenario.repositories.values())
      if (repository.name === 'soc2-gate') repository.visibility = 'private';
    const collected = collect(change, { organisation: GATE, waitMinutes: 0 });
    await expect(collected).rejects.toMatchObject({
      code: 'github/not-readable',
      outcome: 'unavailable',
      doThis: expect.stringMatching(/^Make acme\/soc2-gate public, or give "github-token"/),
    });
  });
});
