import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from '@jest/globals';

interface Ruleset {
  readonly bypass_actors: readonly unknown[];
  readonly rules: readonly { readonly type: string; readonly parameters?: Readonly<Record<string, unknown>> }[];
}
type Schema = Readonly<Record<string, { readonly properties?: Schema } & Record<string, unknown>>>;

// GitHub's own description of its API, as published: what it would refuse is refused here.
const published = createRequire(import.meta.url)('@octokit/openapi/generated/api.github.com.json') as {
  readonly components: { readonly schemas: Schema };
};
const ajv = new Ajv2020({ strict: false, validateFormats: false }).addSchema(published, 'github');
const bodyOf = (route: string) => {
  const pointer = `github#/paths/${encodeURIComponent(route.replaceAll('/', '~1'))}/post/requestBody/content/application~1json/schema`;
  return ajv.compile({ $ref: pointer });
};
const read = (mode: string): Ruleset =>
  JSON.parse(readFileSync(`examples/callers/${mode}/.github/rulesets/proofrail.json`, 'utf8')) as Ruleset;
const parametersOf = (ruleset: Ruleset, type: string) => ruleset.rules.find((rule) => rule.type === type)?.parameters;

describe.each([
  ['repository', '/repos/{owner}/{repo}/rulesets'],
  ['organisation', '/orgs/{org}/rulesets'],
] as const)('the ruleset for one %s', (mode, route) => {
  const ruleset = read(mode);
  const valid = bodyOf(route);

  it('is one that GitHub takes', () => expect([valid(ruleset), valid.errors]).toEqual([true, null]));

  it('names no parameter that GitHub would silently drop', () => {
    for (const { type, parameters = {} } of ruleset.rules) {
      const schema = published.components.schemas[`repository-rule-${type.replaceAll('_', '-')}`];
      const known = Object.keys((schema?.properties?.['parameters'] as { properties?: object } | undefined)?.properties ?? {});
      expect([type, Object.keys(parameters).filter((name) => !known.includes(name))]).toEqual([type, []]);
    }
  });

  it('lets nobody round it: two reviews of the last push, by code owners, with every thread resolved', () => {
    expect(ruleset.bypass_actors).toEqual([]);
    expect(ruleset.rules.map(({ type }) => type)).toEqual(
      expect.arrayContaining(['deletion', 'non_fast_forward', 'required_linear_history', 'pull_request']),
    );
    expect(parametersOf(ruleset, 'pull_request')).toEqual({
      required_approving_review_count: 2,
      dismiss_stale_reviews_on_push: true,
      require_last_push_approval: true,
      require_code_owner_review: true,
      required_review_thread_resolution: true,
      allowed_merge_methods: ['squash'],
    });
  });

  it('is refused by the same schema with one word wrong: the check looks', () => {
    expect(valid({ ...ruleset, enforcement: 'on' })).toBe(false);
    expect(valid({ ...ruleset, rules: [{ type: 'pull_requests' }] })).toBe(false);
  });
});

it('requires our check by its app in a repository: another app could report one of the same name (row 32)', () => {
  expect(parametersOf(read('repository'), 'required_status_checks')).toEqual({
    strict_required_status_checks_policy: true,
    required_status_checks: [{ context: 'gate / gate', integration_id: 15368 }],
  });
});

it('requires the workflow itself in an organisation, at a commit, and by ids that a person has to fill in', () => {
  const [workflow] = parametersOf(read('organisation'), 'workflows')?.['workflows'] as readonly object[];
  expect(workflow).toEqual({ repository_id: 0, path: '.github/workflows/required-gate.yml', sha: '0'.repeat(40) });
});
