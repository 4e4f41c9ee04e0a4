import { describe, expect, it } from '@jest/globals';
import { UNKNOWN_REASONS } from '../context/index.ts';
import { HOST_REASONS } from './host-reasons.ts';
import type { Manifest } from './manifest.ts';
import { remediesOf } from './remedies-of.ts';

const OWN = 'Fix the findings.';
const SCAN = 'Run the scanner.';
const manifest = {
  rules: [{ id: 'scans.threshold', remediation: OWN, remedies: { 'nothing-scanned': SCAN } }],
} as unknown as Manifest;
const unknown = (...reasons: ReturnType<typeof HOST_REASONS.unknown>[]) =>
  remediesOf({ id: 'scans.threshold', status: 'unknown', reasons }, manifest);

describe('what to do about a rule', () => {
  it('is what its author wrote where it was judged, or its name where this bundle has no such rule', () => {
    expect(remediesOf({ id: 'scans.threshold', status: 'fail', reasons: [] }, manifest)).toEqual([OWN]);
    expect(remediesOf({ id: 'of.yesterday', status: 'fail', reasons: [] }, manifest)).toEqual(['of.yesterday']);
  });

  it('is another thing where a reason asks for it, each once and in the order of the reasons', () => {
    const [scan, limit] = ['nothing-scanned', 'over-limit'].map((code) => ({ code, params: {} }));
    const failed = (...reasons: (typeof scan)[]) =>
      remediesOf({ id: 'scans.threshold', status: 'fail', reasons: reasons.flatMap((each) => each ?? []) }, manifest);
    expect(failed(scan)).toEqual([SCAN]);
    expect(failed(limit, scan, limit)).toEqual([OWN, SCAN]);
  });

  it('is to make readable what nobody could read, each thing once', () => {
    const cut = [HOST_REASONS.unknown('/change/touches', 'truncated'), HOST_REASONS.unknown('/images', 'truncated')];
    expect(unknown(...cut)).toEqual([expect.stringContaining('Split the change')]);
    expect(unknown(...cut, HOST_REASONS.unknown('/checks', 'pending'))).toHaveLength(2);
  });

  it('is never to mend findings of a report that nobody has, and to ask the scanner for it', () => {
    const whys = UNKNOWN_REASONS.filter((why) => !['forbidden', 'moved', 'pending', 'stale'].includes(why));
    for (const why of whys)
      expect(unknown(HOST_REASONS.unknown('/scans/value/items/0/result', why))).toEqual([
        expect.stringContaining('Let the scanner deliver its whole report'),
      ]);
    expect(unknown(HOST_REASONS.unknown('/scans', 'forbidden'))).toEqual([expect.stringContaining('Grant the permission')]);
  });

  it('is to close the other pull request whose run a report may be of', () => {
    expect(unknown(HOST_REASONS.unknown('/scans', 'producer', ['CodeQL, beside #42 into mine']))).toEqual([
      expect.stringContaining('Close the other pull request'),
    ]);
  });

  it('is to make the files readable that are named, not to pin an image that nobody saw', () => {
    const file = { file: 'a.yaml', line: 3, problem: 'malformed' } as const;
    const reasons = [HOST_REASONS.unreadableFile('/images', 'unusable', file)];
    expect(unknown(...reasons)).toEqual([expect.stringContaining('readable')]);
  });

  it('is there for every reason, also for one of a later version', () => {
    for (const why of UNKNOWN_REASONS) expect(unknown(HOST_REASONS.unknown('/reviews', why))).toHaveLength(1);
    expect(unknown({ code: 'unknown', params: { fact: '/reviews', why: 'eclipsed' } })).toEqual([OWN]);
  });
});
