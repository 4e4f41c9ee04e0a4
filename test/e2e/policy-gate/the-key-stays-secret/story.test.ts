import { describe, expect, it } from '@jest/globals';
import { FAKE_TOKEN } from '@proofrail/testkit';
import { soundChange } from '../../../github/sound-change.ts';
import { gateOnGitHub } from '../../material/gate-on-github.ts';
import { Workspace } from '../../material/workspace.ts';

describe('the signing key and the token', () => {
  it.each([
    ['a change that passes', {}],
    ['an input that is wrong', { phase: 'neither' }],
  ])('are masked before anything else is said, in %s', async (_, inputs) => {
    using workspace = new Workspace();
    const run = await gateOnGitHub(soundChange(), { workspace, inputs });
    const [, secret = ''] = workspace.signingKey.split('\n');
    expect(run.masks).toEqual(expect.arrayContaining([secret, FAKE_TOKEN]));
    expect(run.commands[0]?.name).toBe('add-mask');
    const shown = [run.log.join('\n'), run.summary, run.stderr, JSON.stringify([run.outputs, run.annotations])].join('\n');
    expect(shown).not.toContain(secret);
    expect(shown).not.toContain(FAKE_TOKEN);
  });

  it.each<[string, (pem: string) => string]>([
    ['in quotes', (pem) => `"${pem}"`],
    ['in base64', (pem) => Buffer.from(pem).toString('base64')],
    ['as one line of it', (pem) => pem.split('\n')[1] ?? ''],
    ['on one line', (pem) => pem.replaceAll('\n', '\\n')],
  ])('stay so when the key came %s: it is masked, and no error says what was given', async (_, form) => {
    using workspace = new Workspace();
    const given = form(workspace.signingKey);
    const run = await gateOnGitHub(soundChange(), { workspace, inputs: { 'signing-key': given } });
    expect([run.exitCode, run.masks]).toEqual([2, expect.arrayContaining([given])]);
    const shown = [run.log.join('\n'), run.summary, run.stderr, JSON.stringify([run.outputs, run.annotations])].join('\n');
    expect(shown).toContain('key/not-a-private-key');
    for (const part of given.match(/[\w+/]{20,}/g) ?? []) expect(shown).not.toContain(part);
  });

  it('are not guessed at: without a key there is no decision', async () => {
    const run = await gateOnGitHub(soundChange(), {
      inputs: { 'signing-key': '-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----' },
    });
    expect([run.exitCode, run.outputs]).toEqual([2, {}]);
  });
});
