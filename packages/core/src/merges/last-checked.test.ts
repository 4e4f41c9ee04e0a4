import { describe, expect, it } from '@jest/globals';
import { sha256 } from '../canonical/digest.ts';
import { textDigest } from '../canonical/text-digest.ts';
import type { EvidenceRecord, LedgerEntry } from '../evidence/index.ts';
import { parseStreamId } from '../ledger/index.ts';
import { lastChecked, trustedStart } from './last-checked.ts';

const STREAM = parseStreamId('42');

const checked = (
  kind: 'change.merged' | 'change.bypass',
  commit: string,
  { branch = 'main', stream = '42' } = {},
): LedgerEntry => ({
  stream,
  digest: sha256(commit),
  record: { kind, subject: [], evidence: {}, details: { commit, branch: textDigest(branch) } } as unknown as EvidenceRecord,
});

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
});

describe('where exceptions may be taken from', () => {
  const entries = [checked('change.merged', 'a'), checked('change.bypass', 'b'), checked('change.bypass', 'c')];

  it('is the start, unless the ledger holds that as a bypass: then the newest verified commit, or none', () => {
    expect(trustedStart(entries, STREAM, 'main', 'a')).toBe('a');
    expect(trustedStart(entries, STREAM, 'main', 'never seen')).toBe('never seen');
    expect(trustedStart(entries, STREAM, 'main', 'c')).toBe('a');
    expect(trustedStart(entries.slice(1), STREAM, 'main', 'c')).toBeNull();
  });
});
