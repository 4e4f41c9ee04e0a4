import { describe, expect, it } from '@jest/globals';
import { NODES } from '@proofrail/testkit';
import { soundChange } from '../../material/change.ts';
import { runGate } from '../../material/run-gate.ts';
import { Workspace } from '../../material/workspace.ts';

describe.each(NODES)('the signing key, on Node %i', (node) => {
  it.each([
    ['a change that passes', {}],
    ['an input that is wrong', { facts: 'no-such-file.json' }],
  ])('is masked before anything else is said, in %s', async (_, inputs) => {
    using workspace = new Workspace();
    const run = await runGate(workspace, soundChange(), node, { inputs });
    const [, secret = ''] = workspace.signingKey.split('\n');
    expect(run.masks).toContain(secret);
    expect(run.commands[0]?.name).toBe('add-mask');
    const shown = [run.log.join('\n'), run.summary, run.stderr, JSON.stringify([run.outputs, run.annotations])].join('\n');
    expect(shown).not.toContain(secret);
  });

  it('is not guessed at: without one there is no decision', async () => {
    using workspace = new Workspace();
    const run = await runGate(workspace, soundChange(), node, {
      inputs: { 'signing-key': '-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----' },
    });
    expect(run.exitCode).toBe(2);
    expect(run.outputs).toEqual({});
  });
});
