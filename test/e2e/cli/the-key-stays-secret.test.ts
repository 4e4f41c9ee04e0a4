import { readFileSync } from 'node:fs';
import { expect, it } from '@jest/globals';
import { gate, laidOut } from './laid-out.ts';
import { proofrail } from './proofrail.ts';

const FORMS: readonly [string, (pem: string) => string][] = [
  ['in quotes', (pem) => `"${pem}"`],
  ['in base64', (pem) => Buffer.from(pem).toString('base64')],
  ['as one line of it', (pem) => pem.split('\n')[1] ?? ''],
];

it.each(FORMS)('a key that came %s is never shown', async (_, form) => {
  using workspace = laidOut();
  const { folder: cwd } = workspace;
  await proofrail(['keys', 'new', '--out', 'k.key'], { cwd });
  const given = form(readFileSync(workspace.path('k.key'), 'utf8'));
  const runs = await Promise.all([
    proofrail(gate('file:./ledger'), { cwd, env: { PROOFRAIL_KEY: given } }),
    proofrail([...gate('file:./ledger'), '--key', given], { cwd }),
    proofrail(['seal', '--ledger', 'file:./ledger', '--origin', 'example.org/log', '--log-key', given], { cwd }),
    proofrail(['keys', 'show', given], { cwd }),
  ]);
  for (const { code, out, err } of runs) {
    expect([code, out + err]).toEqual([2, expect.stringContaining('key/not-a-private-key')]);
    for (const part of given.match(/[\w+/]{20,}/g) ?? []) expect(out + err).not.toContain(part);
  }
});

it('a key with a line break in front is that key', async () => {
  using workspace = laidOut();
  const { folder: cwd } = workspace;
  await proofrail(['keys', 'new', '--out', 'k.key'], { cwd });
  const pem = readFileSync(workspace.path('k.key'), 'utf8');
  const { code, out } = await proofrail(gate('file:./ledger'), { cwd, env: { PROOFRAIL_KEY: `\n${pem}` } });
  expect([code, out]).toEqual([0, expect.stringContaining('"outcome"')]);
});
