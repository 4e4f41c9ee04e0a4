import { readFileSync } from 'node:fs';
import path from 'node:path';
import { S3Client } from '@aws-sdk/client-s3';
import { afterAll, describe, expect, it } from '@jest/globals';
import { startFakeS3 } from '@proofrail/testkit';
import { describeCorpus } from '../../../../../test/corpora.ts';
import { answered, refused } from './as-recorded.ts';
import { Placeholders } from './placeholders.ts';
import type { Caller, Scenario } from './scenario.ts';
import { SCENARIOS } from './scenarios/index.ts';

type Recordings = Readonly<Record<string, { readonly 'recorded-content': Readonly<Record<string, unknown>> }>>;

const server = await startFakeS3();
const { url: endpoint, credentials, state } = server;
const client = new S3Client({ endpoint, credentials, region: state.region, forcePathStyle: true, maxAttempts: 1 });
client.middlewareStack.add(
  (next) => (args) => {
    delete (args.request as { headers: Record<string, string> }).headers['content-type']; // boto3, which was recorded, sends none
    return next(args);
  },
  { step: 'build', priority: 'low' },
);

afterAll(async () => {
  client.destroy();
  await server.close();
});

describeCorpus('s3-recorded', (folder) => {
  const recordings = JSON.parse(readFileSync(path.join(folder, 'recordings.json'), 'utf8')) as Recordings;

  it('has a scenario for each recording, and none for anything else', () => {
    expect(Object.keys(SCENARIOS).sort()).toEqual(Object.keys(recordings).sort());
  });

  for (const [name, { 'recorded-content': answers }] of Object.entries(recordings)) {
    const scenario = SCENARIOS[name];
    if (scenario !== undefined) describe(name, () => plays(name, scenario, answers));
  }

  it('never asked for what the fake does not model', () => {
    expect(server.unmodelled()).toEqual([]);
  });
});

/** Every recorded answer is a test, in the order of the recording. */
function plays(name: string, { bucket, rows }: Scenario, answers: Readonly<Record<string, unknown>>): void {
  const placeholders = new Placeholders();
  const requests = rows(callerOn(`bucket-${Object.keys(SCENARIOS).indexOf(name)}`, bucket));

  it('asks for each recorded answer, and for no other', () => {
    expect(Object.keys(requests)).toEqual(Object.keys(answers));
  });

  it.each(Object.entries(requests))('answers as AWS did: %s', async (row, request) => {
    const actual = await request().then(answered, refused);
    expect(actual).toEqual(placeholders.filled(answers[row], actual));
  });
}

function callerOn(bucket: string, options: Scenario['bucket']): Caller {
  state.createBucket(bucket, options);
  const send = client.send.bind(client) as S3Client['send'];
  return { bucket, send, now: () => state.now, later: (milliseconds) => state.later(milliseconds) };
}
