import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, it } from '@jest/globals';
import { pseudonymOf } from '@proofrail/core/evidence';
import { ConfigurationError } from '@proofrail/core/outcomes';
import { openIdentities } from '@proofrail/machine';
import type { Session } from '../session.ts';
import { erasePerson } from './erase-person.ts';
import { showPerson } from './show-person.ts';

const ADA = 'github:1001';
const folder = mkdtempSync(path.join(tmpdir(), 'proofrail-people-'));
const options = { identities: `file:${folder}` };
const session: Session = {
  clock: { now: () => 0 },
  logger: { info: () => undefined, warning: () => undefined, progress: () => undefined },
  env: {},
};
afterAll(() => rmSync(folder, { recursive: true }));

it('a person is known by a pseudonym until somebody who means it erases the key, and then by none', async () => {
  const store = await openIdentities('', options.identities);
  const [ada, grace] = [await pseudonymOf(ADA, store), await pseudonymOf('github:1002', store)];
  const whois = async (pseudonym: string) => (await showPerson(pseudonym, options, session)).json['account'];
  const erase = async (more: object) => (await erasePerson(ADA, { ...options, ...more }, session)).outcome;
  expect(await erase({})).toBe('invalid');
  expect([await whois(ada), await whois(grace)]).toEqual([ADA, 'github:1002']);
  expect([await erase({ yes: true }), await erase({ yes: true })]).toEqual(['allow', 'deny']);
  expect([await whois(ada), await whois(grace)]).toEqual([null, 'github:1002']);
  expect((await showPerson(ada, options, session)).outcome).toBe('deny');
});

it('a person is known by as much of a pseudonym as a report shows, and by no less', async () => {
  const pseudonym = await pseudonymOf('github:1003', await openIdentities('', options.identities));
  const whois = async (asked: string) => (await showPerson(asked, options, session)).json['account'];
  const shown = 'person:'.length + 12;
  expect(await whois(pseudonym.slice(0, shown))).toBe('github:1003');
  expect(await whois(pseudonym.slice('person:'.length, shown))).toBe('github:1003');
  const tooShort = whois(pseudonym.slice(0, shown - 1));
  await expect(tooShort).rejects.toThrow(ConfigurationError);
});

it.each(['github:octocat', 'github:0583231', 'github:', 'octocat'])(
  '%s is no account: a login has no key, whoever it is',
  async (account) => {
    const erased = erasePerson(account, { ...options, yes: true }, session);
    await expect(erased).rejects.toMatchObject({ code: 'person/not-an-account' });
  },
);
