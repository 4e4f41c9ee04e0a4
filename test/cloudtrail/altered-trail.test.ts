import { gunzipSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { FakeTrail, seededRandom } from '@proofrail/testkit';
import { parsePublicKeys } from '../../packages/audit/src/cloudtrail/index.ts';
import {
  ACCOUNT,
  codesOf,
  filesOf,
  honestHours,
  HOUR,
  REGION,
  START,
  TRAIL_BUCKET,
  type WatchedLedger,
} from './watched-ledger.ts';

const keysOf = ({ trail }: WatchedLedger, area: 'CloudTrail' | 'CloudTrail-Digest'): string[] =>
  [...trail.files.keys()].filter((key) => key.includes(`/${area}/`)).sort();

const contentOf = (bytes: Uint8Array): string | null => {
  try {
    return gunzipSync(bytes).toString('latin1');
  } catch {
    return null;
  }
};

const flipped = (bytes: Uint8Array, bit: number): Buffer => {
  const copy = Buffer.from(bytes);
  copy.writeUInt8(copy.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
  return copy;
};

/** The same ledger with one file of its trail in another state, null: gone. */
async function outcomeWith(ledger: WatchedLedger, key: string, bytes: Buffer | null) {
  const before = ledger.trail.files.get(key);
  if (bytes === null) ledger.trail.files.delete(key);
  else ledger.trail.files.set(key, bytes);
  const verification = await ledger.verify();
  if (before === undefined) ledger.trail.files.delete(key);
  else ledger.trail.files.set(key, before);
  return verification;
}

describe('what was done to a trail is found:', () => {
  const ledger = honestHours();
  const digests = keysOf(ledger, 'CloudTrail-Digest');
  const logs = keysOf(ledger, 'CloudTrail');

  it('a bit flipped anywhere in any file, unless it carries nothing: time, system and padding of the gzip format', async () => {
    const random = seededRandom(20261121);
    let carriedNothing = 0;
    for (const key of [...digests, ...logs]) {
      const bytes = ledger.trail.files.get(key) ?? Buffer.alloc(0);
      for (let count = 0; count < 60; count += 1) {
        const changed = flipped(bytes, random.below(bytes.length * 8));
        const { outcome } = await outcomeWith(ledger, key, changed);
        const same = contentOf(changed) === contentOf(bytes);
        if (same) carriedNothing += 1;
        expect([key, outcome]).toEqual([key, same ? 'allow' : 'tampered']);
      }
    }
    expect(carriedNothing).toBeLessThan(20);
  });

  it.each([...digests, ...logs].map((key, index) => [index, key]))('file %i removed: %s', async (_, key) => {
    expect((await outcomeWith(ledger, String(key), null)).outcome).toBe('tampered');
  });

  it('two files of a kind swapped, whichever two', async () => {
    for (const kind of [digests, logs]) {
      for (const [one, another] of kind.flatMap((a, index) => kind.slice(index + 1).map((b) => [a, b] as const))) {
        const { files } = ledger.trail;
        const [first, second] = [files.get(one), files.get(another)];
        if (first === undefined || second === undefined) throw new Error('no such file');
        files.set(one, second).set(another, first);
        const { outcome } = await ledger.verify();
        files.set(one, first).set(another, second);
        expect([one, another, outcome]).toEqual([one, another, 'tampered']);
      }
    }
  });

  it('bytes behind the end of a file, although Node reads over them and no hash covers them', async () => {
    const key = logs[0] ?? '';
    const changed = Buffer.concat([ledger.trail.files.get(key) ?? Buffer.alloc(0), Buffer.from([0, 0, 0])]);
    expect(codesOf(await outcomeWith(ledger, key, changed))).toContain('cloudtrail/log-altered');
  });

  it('anew, when it was acknowledged and the file then altered once more', async () => {
    const key = logs[0] ?? '';
    const digestOf = async (text: string) => (await outcomeWith(ledger, key, gzipSync(text))).findings[0]?.digest;
    expect(await digestOf('{"Records":[]}')).not.toBe(await digestOf('{"Records":[ ]}'));
    expect(await digestOf('{"Records":[]}')).toBe(await digestOf('{"Records":[]}'));
  });

  it('an old digest in place of the newest', async () => {
    const [old = '', newest = ''] = [digests[0], digests.at(-1)];
    const replayed = await outcomeWith(ledger, newest, ledger.trail.files.get(old) ?? null);
    expect(codesOf(replayed)).toContain('cloudtrail/digest-moved');
  });

  it('a log file planted', async () => {
    const planted = (logs[0] ?? '').replace(/_\d{16}\./, '_PLANTEDPLANTED00.');
    expect(codesOf(await outcomeWith(ledger, planted, gzipSync('{"Records":[]}')))).toEqual(['cloudtrail/log-unlisted']);
  });

  it('a file under a name that this trail gives to none', async () => {
    const foreign = (logs[0] ?? '').replaceAll(ACCOUNT, '999999999999');
    expect(codesOf(await outcomeWith(ledger, foreign, gzipSync('{"Records":[]}')))).toEqual(['cloudtrail/foreign-file']);
  });

  it('a file that would fill the memory, and does not', async () => {
    const key = digests[1] ?? '';
    const bomb = gzipSync(Buffer.alloc(40 * 1024 * 1024));
    expect(bomb.length).toBeLessThan(100_000);
    expect(codesOf(await outcomeWith(ledger, key, bomb))).toContain('cloudtrail/digest-form');
  });
});

describe('signatures', () => {
  it('of the newest digest: no flipped bit and no other case of its letters passes', async () => {
    const ledger = honestHours();
    const [newest = '', signature = ''] = [...ledger.trail.signatures].at(-1) ?? [];
    for (let bit = 0; bit < signature.length * 8; bit += 7) {
      const changed = flipped(Buffer.from(signature), bit).toString('latin1');
      const files = filesOf({ files: ledger.trail.files, signatures: new Map([[newest, changed]]) });
      expect([bit, (await ledger.verify({}, { files })).outcome]).toEqual([bit, 'tampered']);
    }
  });

  it('of older digests stand in the next one: a copy needs that of the newest alone, and with it missing nothing is taken on trust', async () => {
    const ledger = honestHours();
    const none = filesOf(ledger.trail, []);
    expect(codesOf(await ledger.verify({}, { files: none }))).toContain('cloudtrail/no-signature');
    const all = filesOf(ledger.trail, [...ledger.trail.signatures.keys()]);
    expect((await ledger.verify({}, { files: all })).outcome).toBe('allow');
  });

  it('by a key that nobody listed, or that was not valid then, are none', async () => {
    const ledger = honestHours();
    const stranger = new FakeTrail({ bucket: TRAIL_BUCKET, account: ACCOUNT, region: REGION, start: START });
    const keys = parsePublicKeys(stranger.publicKeys(), 'keys.json');
    expect(codesOf(await ledger.verify({ keys }))).toContain('cloudtrail/unknown-key');
    const [fingerprint] = ledger.scope.keys.map((key) => key.fingerprint);
    const renamed = keys.map((key) => ({ ...key, fingerprint: fingerprint ?? '' }));
    expect(codesOf(await ledger.verify({ keys: renamed }))).toContain('cloudtrail/digest-signature');
    const expired = ledger.scope.keys.map((key) => ({ ...key, validTo: START }));
    expect(codesOf(await ledger.verify({ keys: expired }))).toContain('cloudtrail/unknown-key');
  });
});

describe('whose trail it is', () => {
  it.each([
    ['another bucket', { bucket: 'another' }],
    ['another account', { account: '999999999999' }],
    ['another prefix', { prefix: 'logs/' }],
    ['another region', { region: 'us-east-1' }],
  ])('is not taken on trust, for AWS signs everybody’s with the same keys: %s', async (_, scope) => {
    expect((await honestHours().verify(scope)).outcome).toBe('tampered');
  });
});

describe('time that no digest covers', () => {
  it('is found where logging was off', async () => {
    const ledger = honestHours();
    ledger.trail.switchOff(5);
    const heads = [...ledger.hour().trail.signatures.keys()];
    const verification = await ledger.verify({}, { files: filesOf(ledger.trail, heads) });
    expect(codesOf(verification)).toEqual(['cloudtrail/gap']);
  });

  it('is found before the trail began and after its newest digest', async () => {
    const ledger = honestHours();
    const { since, until } = { since: START - HOUR, until: ledger.trail.now + 3 * HOUR };
    expect(codesOf(await ledger.verify({ since }))).toEqual(['cloudtrail/not-covered']);
    expect(codesOf(await ledger.verify({ until }))).toEqual(['cloudtrail/not-covered']);
    const silence = async (hours: number) =>
      (await ledger.verify({ until: ledger.trail.now + hours * HOUR })).findings[0]?.digest;
    expect(await silence(4)).not.toBe(await silence(3)); // who accepted one silence has not accepted a longer one
  });

  it('is no finding for what came before the period that was asked for', async () => {
    const ledger = honestHours();
    const [oldest = ''] = [...ledger.trail.signatures.keys()];
    ledger.trail.files.delete(oldest);
    const recent = ledger.objects.filter(({ createdAt }) => (createdAt ?? 0) > START + HOUR);
    expect((await ledger.verify({ since: START + HOUR }, { objects: recent })).findings).toEqual([]);
  });
});
