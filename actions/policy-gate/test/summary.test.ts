import { describe, expect, it } from '@jest/globals';
import { sha256 } from '@proofrail/core/canonical';
import type { Decision, Manifest, RuleResult } from '@proofrail/core/policy';
import { hostileText, seededRandom } from '@proofrail/testkit';
import { annotations } from '../src/told/annotations.ts';
import type { Gated } from '../src/run.ts';
import { summary } from '../src/summary.ts';

const rule = (id: string, severity: Manifest['rules'][number]['severity']): Manifest['rules'][number] => ({
  id,
  alias: 'X-01',
  title: `Title of ${id}`,
  description: '',
  severity,
  controls: { iso27001: ['A.8.32'], soc2: ['CC8.1'] },
  remediation: `Mend ${id}.`,
  remedies: {},
  inputs: [],
  waivable: true,
  neverWaived: [],
  since: '0.1.0',
  reasons: { because: 'because {what}', place: '{file}:{line} is wrong' },
});

const manifest: Manifest = {
  version: 1,
  opa: '1.22.0',
  policy: sha256('p'),
  capabilities: sha256('c'),
  rules: [
    rule('a.slight', 'low'),
    rule('b.severe', 'critical'),
    rule('c.kept', 'high'),
    rule('d.waived', 'high'),
    rule('e.shadow', 'critical'),
  ],
};

const result = (id: string, status: RuleResult['status'], over: Partial<RuleResult> = {}): RuleResult => ({
  id,
  status,
  mode: 'enforce',
  reasons: status === 'fail' ? [{ code: 'because', params: { what: 'it is so' } }] : [],
  exception: null,
  controls: ['A.8.32'],
  ...over,
});

const NOTHING = sha256('');

const KNOWN = { change: { number: 41, checked: '1'.repeat(40) }, contributors: { known: true } };
const NOBODYS = { change: { number: null, checked: '1'.repeat(40) }, contributors: { known: false, why: 'absent' } };

function resultOf(
  over: Partial<Decision>,
  preset: 'baseline' | null = 'baseline',
  waivers: object[] = [],
  facts: object = KNOWN,
): Gated {
  const decision: Decision = {
    outcome: 'deny',
    provisional: false,
    cause: 'rules',
    error: null,
    rules: [],
    evaluatedAt: Date.parse('2026-11-21T00:00:00Z') / 1000,
    facts: 'given',
    input: NOTHING,
    policy: NOTHING,
    configuration: { controls: NOTHING, roles: NOTHING, exceptions: NOTHING },
    ...over,
  };
  const recorded = {
    decision: {
      record: {
        kind: 'policy.decision',
        evidence: { platform_receipt: 'none', kept_by: 'ledger', kept_days: null },
        details: { waivers },
      },
      receipt: { ledger: 'file:./ledger', assurance: 'local', stream: '700001', record: NOTHING },
    },
  };
  const document = { scans: { known: false, why: 'absent' } };
  const verdict = { kind: 'judged', judgement: { decision, document, facts, configuration: { preset, retentionYears: 7 } } };
  const changes = [{ verdict, written: { verdict, ...recorded } }];
  return { outcome: decision.outcome, changes, recording: 'here', missing: [], manifest } as unknown as Gated;
}

const RULES = [
  result('a.slight', 'fail'),
  result('b.severe', 'fail'),
  result('c.kept', 'pass'),
  result('d.waived', 'waived', { exception: 'EX-1' }),
  result('e.shadow', 'fail', { mode: 'shadow' }),
];

describe('the summary of the gate', () => {
  it('says in its first lines whether the change may pass and what to do first', () => {
    const [headline, given, first, then] = summary(resultOf({ rules: RULES })).split('\n\n');
    expect(headline).toBe('## ❌ Denied: 2 of 5 rules stand in the way');
    expect(given).toBe('_facts given, not read_');
    expect(first).toBe('**Do this first:** Mend b.severe.');
    expect(then).toBe('- then: Mend a.slight.');
  });

  it('has one row for each rule, the severe before the slight, what decides nothing after what decides', () => {
    const rows = summary(resultOf({ rules: RULES }))
      .split('\n')
      .filter((line) => line.includes('<code>') && line.startsWith('|'));
    expect(rows.map((row) => /<code>(.*?)<\/code>/.exec(row)?.[1])).toEqual([
      'b.severe',
      'a.slight',
      'e.shadow',
      'd.waived',
      'c.kept',
    ]);
    expect(rows.map((row) => row.split(' | ')[0])).toEqual([
      '| ❌&nbsp;fails',
      '| ❌&nbsp;fails',
      '| ⚠️&nbsp;would fail (shadow)',
      '| 🟡&nbsp;waived',
      '| ✅&nbsp;passes',
    ]);
  });

  it('says of a commit that no pull request brought just that, and asks nobody to review it', () => {
    const text = summary(resultOf({ rules: RULES }, null, [], NOBODYS));
    expect(text).toContain(`no pull request that was merged ends in commit <code>${'1'.repeat(40)}</code>`);
    expect(text).toContain('**Do this first:** Bring the change by a pull request.');
    expect(text).not.toContain('Mend ');
  });

  it.each([
    ['stale', 'push', 'brings nothing: it stands on the branch already, or the branch was set back to it'],
    ['moved', 'push', 'its history was written anew'],
  ])('says of a push that is %s what happened to the branch, and not to run the gate again', (why, kind, said) => {
    const facts = { change: { ...NOBODYS.change, kind }, contributors: { known: false, why } };
    const text = summary(resultOf({ rules: RULES }, null, [], facts));
    expect(text).toContain(said);
    expect(text).not.toMatch(/Mend |Run the gate again/);
  });

  it('shows the beginning of a long reason, so that one row does not crowd out all others', () => {
    const reasons = Array.from({ length: 20 }, () => ({ code: 'because', params: { what: `x${'y'.repeat(4_000)}` } }));
    const text = summary(resultOf({ rules: [result('b.severe', 'fail', { reasons }), result('a.slight', 'fail')] }));
    expect(text).toContain('y…<br>because');
    expect(text.length).toBeLessThan(12_000);
  });

  it('has annotations in whole sentences, each with one full stop', () => {
    const [first] = annotations(resultOf({ rules: [result('b.severe', 'fail')] }));
    expect(first?.message).toBe('because it is so. Mend b.severe.');
  });

  it('calls a provisional denial neither allowed nor denied', () => {
    const text = summary(resultOf({ provisional: true, rules: [result('a.slight', 'fail')] }));
    expect(text).toContain('## 🕓 Provisional: only reviews are missing');
    expect(text).not.toMatch(/Allowed|Denied/);
  });

  it('never calls a change denied by an error a change that broke a rule', () => {
    const text = summary(resultOf({ cause: 'error', error: { code: 'policy/memory', message: 'out of memory' } }));
    expect(text).toContain('## ❌ Denied: the rules could not be asked');
    expect(text).toContain('**Why:** out of memory');
  });

  it('shows what each rule said alone where asking all of them failed, and that it decided nothing', () => {
    const rules = [result('a.slight', 'pass'), result('b.severe', 'unknown')];
    const text = summary(resultOf({ cause: 'error', error: { code: 'policy/threw', message: 'two values' }, rules }));
    expect(text).toMatch(/^## ❌ Denied: the rules could not be asked together; what each says alone decides nothing\n/);
    for (const row of [/❓&nbsp;unknown.*<code>b.severe</, /✅&nbsp;passes.*<code>a.slight</]) expect(text).toMatch(row);
  });

  it('names what was judged, and when: the pull request goes on to other commits', () => {
    expect(summary(resultOf({ rules: RULES }))).toContain(
      `Pull request 41 at commit <code>${'1'.repeat(40)}</code>, judged 2026-11-21 00:00:00 UTC.`,
    );
  });

  it('says until when the decision is to be kept, and that a folder does not enforce it', () => {
    expect(summary(resultOf({ rules: RULES }))).toContain('to be kept until 2033-11-19 UTC; this ledger does not enforce it');
  });

  it('names the preset that filled the gaps, or says that there was none', () => {
    expect(summary(resultOf({ rules: RULES }))).toContain('Preset <code>baseline</code>');
    expect(summary(resultOf({ rules: RULES }, null))).toContain('chose every requirement itself');
  });

  it('keeps every accepted risk in sight, with the days that are left', () => {
    const waivers = [{ exception: 'legacy-query', rule: 'scans.threshold', days_left: 1 }];
    expect(summary(resultOf({ rules: RULES }, null, waivers))).toContain(
      '- <code>legacy-query</code> for <code>scans.threshold</code>: 1 day left',
    );
    expect(summary(resultOf({ rules: RULES }))).not.toContain('Accepted risks');
  });

  it('does not say "given" of facts that were read', () => {
    expect(summary(resultOf({ rules: RULES, facts: 'read' }))).not.toContain('given');
  });

  it('names each permission that the job lacks, in the very lines that grant it', () => {
    const missing = ['checks', 'pull-requests'].map((permission) => ({
      permission,
      yaml: `permissions:\n  ${permission}: read`,
    }));
    const gated = { ...resultOf({ rules: RULES }), missing } as Gated;
    expect(summary(gated)).toContain('```yaml\npermissions:\n  checks: read\n  pull-requests: read\n```');
    expect(annotations(gated).at(-1)?.message).toContain('"permissions: {pull-requests: read}"');
  });

  it('has a page for each pull request of a merge group, under one answer for all', () => {
    const [one, other] = [resultOf({ rules: RULES }), resultOf({ outcome: 'allow', facts: 'read' })];
    const numbered = [one, other].map(({ changes }, index) => {
      const [change] = changes as unknown as { verdict: { judgement: object } }[];
      const facts = { change: { number: 41 + index, checked: 'a'.repeat(40) } };
      return { ...change, verdict: { kind: 'judged', judgement: { ...change?.verdict.judgement, facts } } };
    });
    const text = summary({ ...one, changes: numbered } as unknown as Gated);
    expect(text.match(/^#+ .*$/gm)).toEqual([
      '# ❌ Denied: 2 changes, judged one by one',
      '## Pull request #41',
      '### ❌ Denied: 2 of 5 rules stand in the way',
      '## Pull request #42',
      '### ✅ Allowed: none of 0 rules stands in the way',
    ]);
  });

  it('keeps its shape whatever outsiders wrote into the reasons', () => {
    const random = seededRandom(54);
    const shape = (text: string) => text.split('\n').map((line) => [line.slice(0, 2), line.split('|').length]);
    const harmless = shape(summary(resultOf({ rules: [result('b.severe', 'fail')] })));
    for (let seed = 0; seed < 2_000; seed++) {
      const reasons = [{ code: 'because', params: { what: hostileText(random) } }];
      expect(shape(summary(resultOf({ rules: [result('b.severe', 'fail', { reasons })] })))).toEqual(harmless);
    }
  });
});

describe('annotations of the gate', () => {
  it('stand beside the line that is wrong, and leave out what is only watched', () => {
    const reasons = [{ code: 'place', params: { file: 'deploy/app.yaml', line: 12 } }];
    const given = annotations(resultOf({ rules: [...RULES, result('c.kept', 'fail', { reasons, mode: 'warn' })] }));
    expect(given.map(({ kind, title }) => [kind, title.split(' ')[0]])).toEqual([
      ['error', 'b.severe'],
      ['error', 'a.slight'],
      ['warning', 'c.kept'],
    ]);
    expect(given[2]).toMatchObject({ file: 'deploy/app.yaml', line: 12, message: 'deploy/app.yaml:12 is wrong. Mend c.kept.' });
  });
});
