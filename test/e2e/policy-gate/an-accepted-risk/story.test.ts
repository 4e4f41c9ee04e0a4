import { describe, expect, it } from '@jest/globals';
import { readReport } from '@proofrail/core/reports';
import type { SoundChange } from '@proofrail/testkit';
import { collect, judge } from '../../../github/collecting.ts';
import { withReport } from '../../../github/on-new-head.ts';
import { CONTROLS, soundChange } from '../../../github/sound-change.ts';
import { gateOnGitHub, onBreakGlass } from '../../material/gate-on-github.ts';
import { kindsOf } from '../../material/ledger-records.ts';
import { brokenRules } from '../../material/rule-status.ts';
import { sarif } from '../../material/sarif.ts';

const day = (fromNow: number): string => new Date(Date.now() + fromNow * 86_400_000).toISOString().slice(0, 10);

const [AUTHOR, SECURITY, PLATFORM] = ['10300417', '10301188', '10302259'];

interface Terms {
  readonly owner: string;
  readonly approved_by: string;
  readonly not_before: string;
  readonly expires: string;
  /** Default: the one of the change. */
  readonly repository?: string;
}

const SOUND: Terms = { owner: PLATFORM, approved_by: SECURITY, not_before: day(-1), expires: day(20) };
const REPORT = sarif('CodeQL', [
  { rule: 'sql-injection', message: 'query from input', severity: 7.5, file: 'src/legacy.ts', line: 3 },
]);
const FINDING = readReport(Buffer.from(REPORT), 'codeql.sarif').findings[0]?.fingerprint ?? '';

/** One high finding, and an exception for exactly that one, or for a file. */
function risky(terms: Terms, path?: string, beside: Readonly<Record<string, string>> = {}): SoundChange {
  const exception = `id: legacy-query
rule: scans.threshold
scope:
  repository: "${terms.repository ?? '778812345'}"
  subject: ${path === undefined ? `{finding: "${FINDING}"}` : `{path: ${path}}`}
owner: "${terms.owner}"
requested_by: "${terms.owner}"
approved_by: "${terms.approved_by}"
reason: Rewritten in the next release.
compensating_control:
  description: Reachable from the office network only.
  evidence: https://example.com/change/77
risk: high
ticket: SEC-112
not_before: ${terms.not_before}
expires: ${terms.expires}
`;
  const controls = CONTROLS.replace('evidence:', 'exceptions: {approved_by: [security]}\nevidence:');
  const files = { '.proofrail/controls.yaml': controls, '.proofrail/exceptions/legacy-query.yaml': exception, ...beside };
  return withReport(soundChange({ files }), 'codeql', REPORT);
}

const broken = async (change: SoundChange): Promise<string[]> => {
  const { collected } = await collect(change, { waitMinutes: 0 });
  const rules = collected.flatMap((each) => judge(each).decision.rules);
  return rules.filter(({ status }) => status === 'fail' || status === 'unknown').map(({ id }) => id);
};

describe('an accepted risk', () => {
  it('lets its finding pass while it lasts', async () => {
    const run = await gateOnGitHub(risky(SOUND));
    expect({ code: run.exitCode, broken: brokenRules(run.summary) }).toEqual({ code: 0, broken: [] });
    expect(run.summary).toMatch(/legacy-query<\/code> for <code>scans.threshold<\/code>: (19|20) days left/);
  });

  it('lets what is found in its file pass, and in no other', async () => {
    expect(await broken(risky(SOUND, 'src/legacy.ts'))).toEqual([]);
    expect(await broken(risky(SOUND, 'src/legacy'))).toEqual(['scans.threshold']);
  });

  it('excuses nothing once it has expired', async () => {
    expect(await broken(risky({ ...SOUND, not_before: day(-20), expires: day(-1) }))).toContain('scans.threshold');
  });

  it('is denied by the rule that guards exceptions where a file beside it cannot be read, and holds all the same', async () => {
    const run = await gateOnGitHub(risky(SOUND, undefined, { '.proofrail/exceptions/broken.yaml': 'id: broken\n' }));
    expect([run.exitCode, brokenRules(run.summary)]).toEqual([1, ['exceptions.validity']]);
    expect(run.summary).toContain('broken.yaml');
    expect(run.summary).toContain('exceptions/missing-key');
    expect(run.summary).toMatch(/legacy-query<\/code> for <code>scans.threshold/);
  });

  it('excuses nothing when its owner approved it, or the author of the change did', async () => {
    for (const terms of [
      { ...SOUND, owner: SECURITY },
      { ...SOUND, approved_by: AUTHOR },
    ])
      expect((await broken(risky(terms))).sort()).toEqual(['exceptions.validity', 'scans.threshold']);
  });
});

describe('a gate that somebody starts by hand, to break the glass', () => {
  it('judges the pull request under the exception that was merged before', async () => {
    const change = risky(SOUND);
    const run = await gateOnGitHub(change, { event: onBreakGlass(change, 'legacy-query') });
    expect([run.exitCode, run.outcome]).toEqual([0, 'allow']);
  });

  it('judges nothing under one that the protected branch does not have, and that is on record', async () => {
    const change = risky(SOUND);
    const run = await gateOnGitHub(change, { event: onBreakGlass(change, 'never-merged') });
    expect([run.exitCode, run.annotations[0]?.title]).toEqual([2, 'exception/not-registered']);
    expect(kindsOf(run.records)).toEqual(['run.intent', 'policy.decision']);
  });

  it.each<[string, Partial<Terms>, RegExp]>([
    ['has expired', { not_before: day(-20), expires: day(-1) }, /one that expired at \d{4}-/],
    ['has not begun', { not_before: day(2), expires: day(9) }, /one that begins at /],
    ['is for another repository', { repository: '1' }, /one for repository 1\b/],
  ])('judges nothing under one that %s, however sound the change is', async (_name, terms, found) => {
    const change = withReport(risky({ ...SOUND, ...terms }), 'codeql', sarif('CodeQL'));
    const run = await gateOnGitHub(change, { event: onBreakGlass(change, 'legacy-query') });
    expect([run.exitCode, run.annotations[0]?.title]).toEqual([2, 'exception/not-in-force']);
    expect(run.summary).toMatch(found);
    expect(kindsOf(run.records)).toEqual(['run.intent', 'policy.decision']);
  });
});
