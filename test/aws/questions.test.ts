import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startFakeS3, type FakeS3 } from '@proofrail/testkit';
import { parse } from 'yaml';
import { askQuestions, type Reply } from './ask-questions.ts';
import { AwsBench } from './aws-bench.ts';
import { QUESTIONS } from './questions/index.ts';
import { removeBuckets } from './remove-buckets.ts';
import { replyTable } from './reply-table.ts';

// Nothing here calls AWS. What the fake answers is what AWS was recorded to answer; where it answers nothing, the question stays open.
const ROLE = 'arn:aws:iam::123456789012:role/asks';

describe('the nine questions, asked of the fake S3', () => {
  let server: FakeS3;
  let replies: Reply[];
  let bench: AwsBench;

  beforeAll(async () => {
    server = await startFakeS3({ accessKeys: [{ id: 'AKIAASKS', secret: 'asks', arn: ROLE }] });
    const replicationRole = 'arn:aws:iam::123456789012:role/replicates';
    bench = new AwsBench({
      region: 'us-east-1',
      endpoint: server.url,
      credentials: server.credentials,
      role: ROLE,
      replicationRole,
      logKey: 'arn:aws:kms:us-east-1:123456789012:key/log',
    });
    replies = await askQuestions(QUESTIONS, bench);
  });
  afterAll(() => server.close());

  it('are nine, numbered as in docs/aws-job.md', () => {
    expect(QUESTIONS.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });

  it('are answered as recorded where the fake models it, and say so where it does not', () => {
    expect(replies.map(({ number, verdict, why }) => [number, verdict, verdict === 'failed' ? why : ''])).toEqual([
      [1, 'not modelled here', ''],
      [2, 'as expected', ''],
      [3, 'not modelled here', ''],
      [4, 'as expected', ''],
      [5, 'as expected', ''],
      [6, 'as expected', ''],
      [7, 'not modelled here', ''],
      [8, 'not modelled here', ''],
      [9, 'as expected', ''],
    ]);
  });

  it('are told in a table that holds every part', () => {
    const table = replyTable(replies);
    expect(table.split('\n').length).toBe(2 + replies.reduce((sum, { parts }) => sum + Math.max(1, parts.length), 0));
    expect(table).toContain('| onto a taken key | 412 PreconditionFailed | 412 PreconditionFailed | as expected |');
  });

  it('leave objects until tomorrow, and nothing after that', async () => {
    const states = async () => (await removeBuckets(bench)).map(({ state }) => state);
    expect(await states()).toContainEqual(expect.stringMatching(/^\d+ objects are locked until tomorrow$/));
    server.state.later(86_400_000);
    expect(await states()).toEqual(['gone']);
    expect(await removeBuckets(bench)).toEqual([]);
  });
});

describe('a server that answers otherwise', () => {
  let server: FakeS3;
  beforeAll(async () => void (server = await startFakeS3()));
  afterAll(() => server.close());

  it('is said to be different, and what nobody gave the means for was not asked', async () => {
    const settings = { region: 'us-east-1', endpoint: server.url, credentials: server.credentials };
    const bench = new AwsBench({ ...settings, role: ROLE, replicationRole: null, logKey: null });
    const bucket = server.state.buckets.get(await bench.policed());
    if (bucket === undefined) throw new Error('the bucket was not made');
    bucket.policy = null;
    const asked = QUESTIONS.filter(({ number }) => [3, 5].includes(number));
    expect(await askQuestions(asked, bench)).toMatchObject([
      { verdict: 'not asked', parts: [] },
      { verdict: 'different', parts: [{ found: '200', holds: false }, { holds: true }, { holds: true }] },
    ]);
  });
});

describe('docs/aws-job.md', () => {
  const page = readFileSync('docs/aws-job.md', 'utf8');

  it('has a row for each question, with what the fake answers', () => {
    const here = [...page.matchAll(/^\| (\d) \|.*\| ([a-z ]+) \|$/gm)].map(([, number, verdict]) => [Number(number), verdict]);
    const modelled = new Set([2, 4, 5, 6, 9]);
    expect(here).toEqual(QUESTIONS.map(({ number }) => [number, modelled.has(number) ? 'as expected' : 'not modelled']));
  });
});

describe('.github/workflows/aws.yml', () => {
  const text = readFileSync('.github/workflows/aws.yml', 'utf8');
  const workflow = parse(text) as {
    readonly on: object;
    readonly permissions: object;
    readonly jobs: { readonly questions: { readonly environment: string; readonly permissions: object } };
  };

  it('starts by hand alone, behind an environment, with the two permissions that it needs', () => {
    expect(Object.keys(workflow.on)).toEqual(['workflow_dispatch']);
    expect(workflow.permissions).toEqual({});
    expect(workflow.jobs.questions).toMatchObject({
      environment: 'aws-questions',
      permissions: { contents: 'read', 'id-token': 'write' },
    });
    expect(text.match(/uses: (?!.*@[0-9a-f]{40} # v)/g)).toBeNull();
  });
});
