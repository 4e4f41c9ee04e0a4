import { describe, expect, it } from '@jest/globals';
import { sha256 } from '../canonical/digest.ts';
import { textDigest } from '../canonical/text-digest.ts';
import type { EvidenceRecord, LedgerEntry } from '../evidence/index.ts';
import { parseStreamId } from '../ledger/index.ts';
import { lastChecked, trustedStart } from './last-checked.ts';

const STREAM = parseStreamId('42');

interface Told {
  readonly branch?: string;
  readonly stream?: string;
  readonly parent?: string | null;
  readonly reason?: string;
}

const PARENTS: Readonly<Record<string, string>> = { a: 'start', b: 'a', c: 'b', d: 'c', e: 'd' };

const checked = (kind: 'change.merged' | 'change.bypass', commit: string, told: Told = {}): LedgerEntry => {
  const { branch = 'main', stream = '42', parent = PARENTS[commit] ?? null, reason } = told;
  const details = { commit, parent, branch: textDigest(branch), ...(reason !== undefined && { reason }) };
  return {
    stream,
    digest: sha256(commit),
    record: { kind, subject: [], evidence: {}, details } as unknown as EvidenceRecord,
  };
};

describe('where the last check ended', () => {
  it('is the newest record of this branch in the repository’s own stream', () => {
    const entries = [
      checked('change.merged', 'a'),
      checked('change.bypass', 'b'),
      checked('change.merged', 'c', { branch: 'develop' }),
      checked('change.merged', 'd', { stream: '42-pr' }),
    ];
    expect(lastChecked(entries, STREAM, 'main')).toBe('b');
    expect(lastChecked(entries, STREAM, 'release')).toBeNull();
    expect(lastChecked([], STREAM, 'main')).toBeNull();
  });

  it('is before the first commit that no check has looked at, because no run was started for it', () => {
    const [a, b, d, e] = ['a', 'b', 'd', 'e'].map((commit) => checked('change.merged', commit));
    const all = [a, b, d, e].filter((entry) => entry !== undefined);
    expect(lastChecked(all, STREAM, 'main')).toBe('b');
    expect(lastChecked([...all, checked('change.bypass', 'c')], STREAM, 'main')).toBe('e');
  });

  it('is the newest commit, whichever of two checks at once was first to write', () => {
    const entries = ['a', 'c', 'b'].map((commit) => checked('change.merged', commit));
    expect(lastChecked(entries, STREAM, 'main')).toBe('c');
  });

  it.each(['history-rewritten', 'since-absent'])('begins anew where the branch did, which is on record: %s', (reason) => {
    const again = checked('change.bypass', 'y', { parent: 'x', reason });
    const entries = [checked('change.merged', 'a'), again, checked('change.merged', 'z', { parent: 'y' })];
    expect(lastChecked(entries, STREAM, 'main')).toBe('z');
  });

  it('begins anew at the oldest commit of what was written over', () => {
    const over = checked('change.bypass', 'y', { parent: 'x', reason: 'history-rewritten' });
    const judged = [checked('change.merged', 'x', { parent: 'start' }), checked('change.merged', 'y', { parent: 'x' })];
    expect(lastChecked([checked('change.merged', 'a'), over, ...judged], STREAM, 'main')).toBe('y');
  });
});

describe('where exceptions may be taken from', () => {
  const entries = [checked('change.merged', 'a'), checked('change.bypass', 'b'), checked('change.bypass', 'c')];

  it('is the start, unless the ledger holds that as a bypass: then the newest verified commit, or none', () => {
    expect(trustedStart(entries, STREAM, 'main', 'a')).toBe('a');
    expect(trustedStart(entries, STREAM, 'main', 'start')).toBe('start');
    expect(trustedStart([], STREAM, 'main', 'never seen')).toBe('never seen');
    expect(trustedStart(entries, STREAM, 'main', 'c')).toBe('a');
    expect(trustedStart(entries.slice(1), STREAM, 'main', 'c')).toBeNull();
  });

  it('is no commit that no check has looked at', () => expect(trustedStart(entries, STREAM, 'main', 'never seen')).toBeNull());

  it('is none that was verified after the bypass: an excuse has to be there before', () =>
    expect(trustedStart([...entries, checked('change.merged', 'd')], STREAM, 'main', 'c')).toBe('a'));
});
