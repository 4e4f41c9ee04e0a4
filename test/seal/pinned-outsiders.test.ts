import { expect, it } from '@jest/globals';
import { formatTrustFile, parseTrustFile, type TrustFile } from '@proofrail/core/ledger';
import { FakeTimeAuthority, FakeWitness } from '@proofrail/testkit';
import { START, testSigner, trustIn } from '../ledger/small-ledger.ts';
import { ORIGIN, testLogKey } from './sealed-ledger.ts';

const clock = { now: () => START };
const logKey = testLogKey();
const { entry } = new FakeTimeAuthority('time.example', clock);
const [a = '', b = ''] = ['a', 'b'].map((name) => new FakeWitness(`witness.example/${name}`, logKey.key, clock).verifierKey);
const trust: TrustFile = {
  ...trustIn([testSigner()], null),
  origin: ORIGIN,
  time_authorities: [{ ...entry, policy: '1.2.3.4.1', valid_from: '2026-01-01T00:00:00.000Z' }],
  witnesses: { at_least: 1, keys: [a, b] },
};
const parse = (change: object) => parseTrustFile(Buffer.from(JSON.stringify({ ...trust, ...change })), 'trust.json');
const refused = (change: object) => expect(() => parse(change)).toThrow(expect.objectContaining({ code: 'trust/invalid' }));

it('keeps whom an auditor pins, from file to file', () => {
  expect(parseTrustFile(Buffer.from(formatTrustFile(trust)), 'trust.json')).toEqual(trust);
});

it('refuses witnesses of whom one would count twice, of whom none would have to say anything, and keys of another kind', () => {
  refused({ witnesses: { at_least: 0, keys: [a] } });
  refused({ witnesses: { at_least: 3, keys: [a, b] } });
  refused({ witnesses: { at_least: 2, keys: [a, a] } });
  refused({ witnesses: { at_least: 1, keys: [] } });
  refused({ witnesses: { at_least: 1, keys: [logKey.verifierKey] } }); // a log's key says no time, and is the sealer's own
});

it('refuses a time authority without a root, and what is no certificate', () => {
  const [root = ''] = entry.certificates;
  const pinned = (change: object) => refused({ time_authorities: [{ ...entry, ...change }] });
  pinned({ certificates: [] });
  pinned({ certificates: ['-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n'] });
  pinned({ certificates: [root + root] });
  pinned({ certificates: [testSigner().pem] });
  pinned({ policy: 'baseline' });
  pinned({ valid_to: 'tomorrow' });
});
