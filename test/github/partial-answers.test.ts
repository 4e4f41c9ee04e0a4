import { describe, expect, it } from '@jest/globals';
import type { FactsDocument } from '@proofrail/core/context';
import type { Fault } from '@proofrail/testkit';
import { collect, judge } from './collecting.ts';
import { soundChange } from './sound-change.ts';

type Path = readonly (string | number)[];
type Body = { readonly data: Readonly<Record<string, unknown>> };

const CHANGE = ['repository', 'pullRequest'];
const COMMIT = [...CHANGE, 'judged', 'nodes', 0, 'commit'];

/** As GitHub answers in part: null where the error is, and everything else as ever. */
const withError = (path: Path, type: string): Fault => ({
  kind: 'mutate',
  change: (_call, body) => ({ data: without((body as Body).data, path), errors: [{ type, message: 'no', path }] }),
});

function without(value: unknown, [step, ...rest]: Path): unknown {
  if (step === undefined) return null;
  if (Array.isArray(value)) return value.map((each, index) => (index === step ? without(each, rest) : (each as unknown)));
  const object = (value ?? {}) as Readonly<Record<string, unknown>>;
  return { ...object, [step]: without(object[step], rest) };
}

const unknownIn = (facts: FactsDocument): string[] =>
  Object.entries({ ...facts, ...facts.change })
    .flatMap(([name, value]) =>
      typeof value === 'object' && value !== null && 'known' in value && value.known === false ? [`${name}: ${value.why}`] : [],
    )
    .sort();

const read = (path: Path, type: string) =>
  collect(soundChange(), {
    waitMinutes: 0,
    prepare: (github) =>
      github.inject(({ body }) => /^query Change\b/.test((body as { query?: string })?.query ?? ''), withError(path, type)),
  });

describe('an answer of which a part is an error makes exactly what rests on that part unknown', () => {
  it.each<[string, Path, readonly string[], 'allow' | 'deny']>([
    ['what the question cost', ['rateLimit'], [], 'allow'],
    ['the reviews', [...CHANGE, 'reviews'], ['reviews'], 'deny'],
    ['who gave one review', [...CHANGE, 'reviews', 'nodes', 0, 'author'], ['reviews'], 'deny'],
    ['the commits', [...CHANGE, 'commits'], ['contributors'], 'deny'],
    ['who signed one', [...CHANGE, 'commits', 'nodes', 0, 'commit', 'signature'], ['contributors'], 'deny'],
    ['what happened to it', [...CHANGE, 'timelineItems'], ['checks', 'contributors', 'reviews', 'scans'], 'deny'],
    ['where its head lies', [...CHANGE, 'headRepository'], ['contributors', 'last_push'], 'deny'],
    ['who shares its head', [...CHANGE, 'headRef'], ['checks', 'scans'], 'deny'],
    ['what ran on it', [...COMMIT, 'statusCheckRollup'], ['checks', 'scans'], 'deny'],
    ['its workflows', [...COMMIT, 'workflows'], ['scans'], 'deny'],
    ['its threads, which no rule asks for here', [...CHANGE, 'reviewThreads'], ['threads'], 'allow'],
    ['its labels', [...CHANGE, 'labels'], ['threads'], 'allow'],
    ['the tickets that it closes', [...CHANGE, 'closingIssuesReferences'], ['tickets'], 'allow'],
    ['whether a queue comes', [...CHANGE, 'isMergeQueueEnabled'], ['merge_queue'], 'allow'],
  ])('%s', async (_, path, facts, outcome) => {
    for (const [type, why] of [
      ['FORBIDDEN', 'forbidden'],
      ['SERVICE_UNAVAILABLE', 'unusable'],
    ] as const) {
      const { collected } = await read(path, type);
      expect(collected.map((each) => [unknownIn(each.facts), judge(each).decision.outcome])).toEqual([
        [facts.map((fact) => `${fact}: ${why}`), outcome],
      ]);
    }
  });

  it.each<[string, Path]>([
    ['the repository', ['repository']],
    ['the pull request', CHANGE],
    ['who opened it', [...CHANGE, 'author']],
    ['the tip that it goes to', [...CHANGE, 'baseRef']],
    ['the policy there', [...CHANGE, 'baseRef', 'target', 'proofrail']],
    ['the default branch', ['repository', 'defaultBranchRef']],
  ])('and without %s there is no change to speak of', async (_, path) => {
    await expect(read(path, 'FORBIDDEN')).rejects.toMatchObject({ code: 'github/not-readable', outcome: 'unavailable' });
  });
});

describe('a 404 means what its endpoint hides behind it', () => {
  it.each<[string, readonly string[], readonly string[]]>([
    ['/activity', ['contributors: forbidden', 'last_push: forbidden'], ['contents']],
    ['/files', ['files: forbidden', 'images: forbidden'], ['pull-requests']],
    ['/artifacts', ['scans: forbidden'], ['actions']],
    ['/code-scanning/analyses', [], []], // nothing was ever analysed
  ])('%s', async (route, facts, permissions) => {
    const { collected } = await collect(soundChange(), {
      waitMinutes: 0,
      prepare: (github) => github.inject((call) => call.route.endsWith(route), { kind: 'status', status: 404 }),
    });
    const found = collected.map((each) => [unknownIn(each.facts), each.missing.map(({ permission }) => permission)]);
    expect(found).toEqual([[facts, permissions]]);
  });
});
