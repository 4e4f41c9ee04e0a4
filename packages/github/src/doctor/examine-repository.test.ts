import { describe, expect, it } from '@jest/globals';
import type { GitHubAnswer } from '../github-api.ts';
import { AUDIT_FINDINGS } from './audit/audit-findings.ts';
import { examineRepository, outcomeOf } from './examine-repository.ts';
import { EXPECTED_RULES } from './expected-rules.ts';
import { POSTURE_CHECKS } from './posture-checks.ts';
import { answered, fakeSettingsApi, healthySettings, ROUTES, type Settings } from './test/fake-settings.ts';
import { ILLS, without } from './test/ills.ts';

const examine = async (settings: Settings, faults: Readonly<Record<string, GitHubAnswer>> = {}) => {
  const examination = await examineRepository(fakeSettingsApi(settings, faults), 'acme', 'payments');
  const { audit, rules, findings } = examination;
  return {
    examination,
    /** Everything that is wrong, by name. */
    wrong: [
      ...audit.filter(({ answer }) => answer.verdict === 'found').map(({ id }) => id),
      ...rules.filter(({ held }) => held.seen && !held.value).map(({ id }) => `rule ${id}`),
      ...findings.map(({ code }) => code),
    ],
    outcome: outcomeOf(examination, false),
  };
};

describe('a repository as "proofrail init" leaves it', () => {
  it('is clean, and everything in it was visible', async () => {
    const { examination, wrong, outcome } = await examine(healthySettings());
    expect({ wrong, outcome, invisible: examination.invisible }).toEqual({ wrong: [], outcome: 'allow', invisible: [] });
    expect([examination.audit.length, examination.rules.length]).toEqual([6, EXPECTED_RULES.length]);
  });

  it.each(ILLS)('%s: said by name, and nothing else', async (_, spoil, names) => {
    const settings = healthySettings();
    spoil(settings);
    const { wrong, outcome } = await examine(settings);
    expect({ wrong, outcome }).toEqual({ wrong: names, outcome: 'deny' });
  });

  it('has an ill for every rule, every check and every audit finding', () => {
    const named = new Set([...ILLS.flatMap(([, , names]) => names), ...COVERED_BELOW]);
    const all = [
      ...AUDIT_FINDINGS.map(({ id }) => id),
      ...EXPECTED_RULES.map(({ id }) => `rule ${id}`),
      ...POSTURE_CHECKS.map(({ code }) => code),
    ];
    expect(all.filter((name) => !named.has(name))).toEqual([]);
  });
});

const COVERED_BELOW = ['open-environment', 'scans-that-do-not-block'];

describe('a team that may merge a pull request past the rules in an emergency', () => {
  it('is no fault, and is named: nobody is told that nobody may', async () => {
    const settings = healthySettings();
    const bypass_actors = [{ actor_type: 'Team', actor_id: 12, bypass_mode: 'pull_request' }];
    settings.rulesets = settings.rulesets.map((ruleset) => ({ ...ruleset, bypass_actors }));
    const { examination, wrong, outcome } = await examine(settings);
    expect({ wrong, outcome, invisible: examination.invisible }).toEqual({ wrong: [], outcome: 'allow', invisible: [] });
    expect(examination.audit.find(({ id }) => id === 'bypassable-protection')?.answer.why).toBe(
      'only a team may, by a pull request that leaves a record: Team 12 of ruleset "main"',
    );
  });
});

describe('without a gate', () => {
  const ungated = (script: string): Settings => {
    const settings = healthySettings();
    without('workflows')(settings);
    settings.workflows['ci.yml'] = (settings.workflows['ci.yml'] ?? '').replace('semgrep scan --error', script);
    return settings;
  };

  it('a scan whose check is required blocks', async () => {
    expect((await examine(ungated('semgrep scan --error'))).wrong).toEqual(['rule gate']);
  });

  it.each([['semgrep scan || true'], ['trivy image --exit-code 0 web']])('"%s" blocks nobody', async (script) => {
    expect((await examine(ungated(script))).wrong).toEqual(['scans-that-do-not-block', 'rule gate']);
  });

  it('a scan in a called workflow, whose check is required, blocks', async () => {
    const settings = ungated('semgrep scan --error');
    const ci = settings.workflows['ci.yml'] ?? '';
    settings.workflows['scan.yml'] = ci.replace('[pull_request, merge_group]', 'workflow_call');
    settings.workflows['ci.yml'] = `${ci.slice(0, ci.indexOf('jobs:'))}jobs:\n  ci:\n    uses: ./.github/workflows/scan.yml\n`;
    const rule = settings.rules.find(({ type }) => type === 'required_status_checks');
    Object.assign(rule?.parameters ?? {}, { required_status_checks: [{ context: 'ci / test', integration_id: 15368 }] });
    settings.reported = [{ name: 'ci / test', checkSuite: { app: { databaseId: 15368 } } }];
    expect((await examine(settings)).wrong).toEqual(['rule gate']);
  });

  it('a scan whose check nothing requires blocks nobody', async () => {
    const settings = ungated('npm test');
    settings.workflows['scan.yml'] =
      'on: push\npermissions: {}\njobs:\n  sast:\n    runs-on: ubuntu-24.04\n    steps:\n      - run: semgrep scan\n';
    expect((await examine(settings)).wrong).toContain('scans-that-do-not-block');
  });
});

describe('where no scanner is recognised', () => {
  it('nobody says that there is none: an app may scan from outside', async () => {
    const settings = healthySettings();
    without('workflows')(settings);
    settings.workflows = {};
    const { examination } = await examine(settings);
    const answers = examination.audit.filter(({ id }) => id.includes('scans')).map(({ answer }) => answer.verdict);
    expect(answers).toEqual(['not visible', 'not visible']);
  });
});

describe('an environment for protected branches only', () => {
  it('is open to every branch where nothing is protected', async () => {
    const settings = { ...healthySettings(), rules: [], branch: { protected: false } };
    expect((await examine(settings)).wrong).toContain('open-environment');
  });
});

describe('what a token cannot see', () => {
  const FAULTS: readonly (readonly [string, GitHubAnswer])[] = [
    ['403', answered(403, { message: 'Resource not accessible by integration' })],
    ['404', answered(404, { message: 'Not Found' })],
    ['500 in HTML', answered(500, '<html>Unicorn!</html>')],
    ['200 in HTML', answered(200, '<html></html>')],
    ['an empty object', answered(200, {})],
    ['null', answered(200, null)],
    ['a spent budget', answered(403, {}, { 'x-ratelimit-remaining': '0' })],
    ['GraphQL errors beside data', answered(200, { data: null, errors: [{ type: 'FORBIDDEN' }] })],
    ['no answer', { kind: 'unreachable', cause: 'ECONNRESET' }],
  ];
  // Where no answer is an answer: no CODEOWNERS is a finding; the flag and the retention only spare or sharpen another answer.
  const SPARE = ['{repo}/branches/{branch}', '/artifact-and-log-retention'];
  const REPOSITORY = 'GET /repos/{owner}/{repo}';
  const cases = ROUTES()
    .filter((route) => route !== REPOSITORY)
    .flatMap((route) => FAULTS.map(([name, fault]) => [route, name, fault] as const));

  it.each(cases)('%s answers with %s: never a complete and clean answer', async (route, _, fault) => {
    const { examination, outcome } = await examine(healthySettings(), { [route]: fault });
    const clean = outcome === 'allow' && examination.invisible.length === 0;
    expect(clean).toBe(SPARE.some((end) => route.endsWith(end)));
    for (const { needs } of examination.invisible) expect(needs).not.toBe('');
  });

  it.each(FAULTS)('the repository answers with %s: no answer at all', async (_, fault) => {
    await expect(examine(healthySettings(), { [REPOSITORY]: fault })).rejects.toMatchObject({
      code: 'doctor/no-repository',
      outcome: 'unavailable',
    });
  });

  it('says of a fault of GitHub that it is one, and not that the token may not', async () => {
    await expect(examine(healthySettings(), { [REPOSITORY]: answered(502, '<html></html>') })).rejects.toMatchObject({
      found: 'no answer',
      doThis: expect.stringContaining('run it again'),
    });
  });

  it('names the permission for hidden bypass lists: absent is not empty', async () => {
    const settings = healthySettings();
    settings.rulesets = settings.rulesets.map((ruleset) => ({ ...ruleset, bypass_actors: undefined }));
    const { examination, wrong, outcome } = await examine(settings);
    expect({ wrong, outcome }).toEqual({ wrong: [], outcome: 'allow' });
    expect(outcomeOf(examination, true)).toBe('deny');
    expect(examination.invisible.map(({ what }) => what)).toEqual([
      'Branch protection can be bypassed',
      'check bypass-actor',
      'check exempt-actor',
      'check machine-bypass',
    ]);
    expect(new Set(examination.invisible.map(({ needs }) => needs))).toEqual(
      new Set([expect.stringContaining('Administration: write')]),
    );
  });

  it.each([
    ['a rule of a ruleset that is not in the list', 99],
    ['a rule that names no ruleset', undefined],
  ])('%s: who may bypass it is not known', async (_, ruleset_id) => {
    const settings = healthySettings();
    settings.rules = settings.rules.map((rule) => (rule.type === 'pull_request' ? { ...rule, ruleset_id } : rule));
    const { examination, wrong } = await examine(settings);
    expect({ wrong, outcome: outcomeOf(examination, true) }).toEqual({ wrong: [], outcome: 'deny' });
    expect(examination.audit.find(({ id }) => id === 'bypassable-protection')?.answer.verdict).toBe('not visible');
    expect(examination.invisible.map(({ what }) => what)).toContain('check bypass-actor');
  });

  it('takes no rule about checks that it cannot read for one without checks', async () => {
    const settings = healthySettings();
    const rule = settings.rules.find(({ type }) => type === 'required_status_checks');
    Object.assign(rule?.parameters ?? {}, { required_status_checks: [{ name: 'test' }] });
    const { examination, wrong } = await examine(settings);
    expect(wrong).toEqual([]); // that no branch is protected is not known either
    expect(examination.invisible).toContainEqual(expect.objectContaining({ what: 'check check-of-any-app', why: 'unusable' }));
  });

  it('does not take "Not Found" about classic protection for "not protected"', async () => {
    const route = 'GET /repos/{owner}/{repo}/branches/{branch}/protection';
    const settings = healthySettings();
    without('deletion')(settings);
    const { examination, wrong } = await examine(settings, { [route]: answered(404, { message: 'Not Found' }) });
    expect(wrong).toEqual([]); // classic protection may hold the rule
    expect(examination.invisible).toContainEqual({
      what: 'rule: no deletion',
      why: 'absent',
      needs: expect.stringContaining('Administration: read'),
    });
  });

  it.each([
    ['GitHub Actions', { context: 'e2e', integration_id: 15368 }, true],
    ['any app', { context: 'e2e' }, true],
    ['another app, which no workflow file could show', { context: 'e2e', integration_id: 1 }, false],
  ])('names a required check that no workflow file reports, by %s', async (_, required, said) => {
    const settings = healthySettings();
    const rule = settings.rules.find(({ type }) => type === 'required_status_checks');
    Object.assign(rule?.parameters ?? {}, { required_status_checks: [required] });
    const { examination } = await examine(settings);
    expect(examination.invisible.some(({ what }) => what === 'what required check "e2e" runs')).toBe(said);
  });

  it('is no answer at all when nothing is visible but the repository', async () => {
    const hidden = ROUTES().filter((route) => route !== REPOSITORY);
    const faults = Object.fromEntries(hidden.map((route) => [route, answered(403, {})]));
    await expect(examine(healthySettings(), faults)).rejects.toMatchObject({
      code: 'doctor/nothing-read',
      outcome: 'unavailable',
    });
  });
});
