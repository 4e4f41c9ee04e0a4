import { setTimeout as wait } from 'node:timers/promises';
import { CreateBucketCommand, S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { describeFakeS3 } from '../../../../../test/s3/describe-fake-s3.ts';
import { describeMinio } from '../../../../../test/s3/describe-minio.ts';
import { describeSeaweedFs } from '../../../../../test/s3/describe-seaweedfs.ts';
import type { S3Server } from '../../../../../test/s3/s3-servers.ts';
import { conditions } from './conditions.ts';
import { contents } from './contents.ts';
import { listings } from './listings.ts';
import { locks } from './locks.ts';
import type { Bench, Row } from './row.ts';

const ROWS: Readonly<Record<string, Row>> = { ...conditions, ...locks, ...listings, ...contents };

/** What a server says in place of AWS's answer. A difference that is gone is a red test too. */
type Differences = Readonly<Record<string, readonly unknown[]>>;

interface Served {
  readonly server: () => S3Server;
  readonly clock: () => Pick<Bench, 'later' | 'now'>;
  readonly differences: Differences;
}

function answersAsDocumented({ server, clock, differences }: Served): void {
  let client: S3Client;
  beforeAll(() => {
    const { url: endpoint, credentials } = server();
    client = new S3Client({ endpoint, credentials, region: 'us-east-1', forcePathStyle: true, maxAttempts: 1 });
  });
  afterAll(() => client.destroy());

  it.each(Object.entries(ROWS))('%s', async (name, { aws, ask }) => {
    const bucket = `row-${Object.keys(ROWS).indexOf(name)}`;
    await client.send(new CreateBucketCommand({ Bucket: bucket, ObjectLockEnabledForBucket: true }));
    const send = client.send.bind(client) as S3Client['send'];
    expect(await ask({ bucket, send, ...clock() })).toEqual(differences[name] ?? aws);
  });

  it('names no difference that is none', () => {
    for (const [name, answers] of Object.entries(differences)) expect(ROWS[name]?.aws).not.toEqual(answers);
    expect(Object.keys(differences).filter((name) => !(name in ROWS))).toEqual([]);
  });
}

describeFakeS3('the fake S3 answers as AWS is documented to', (server) =>
  answersAsDocumented({
    server,
    clock: () => {
      const { state } = server();
      return { now: () => state.now, later: (milliseconds) => Promise.resolve(state.later(milliseconds)) };
    },
    differences: {},
  }),
);

describeSeaweedFs('SeaweedFS answers as AWS is documented to, but for what is named', (server) =>
  answersAsDocumented({
    server,
    clock: () => ({ now: Date.now, later: wait }),
    differences: {
      'If-None-Match other than *': ['200'],
      'reading what a marker hides, and the header that tells': ['404 NoSuchKey', undefined],
      'retention on a marker': ['200'],
      'SSE-KMS, read back; the ETag is no MD5': ['500 InternalError'], // it is started without a KMS
    },
  }),
);

const REFUSED_BY_MINIO = '400 InvalidRequest'; // where AWS says 403 AccessDenied: as refused, in another word

describeMinio('MinIO answers as AWS is documented to, but for what is named', (server) =>
  answersAsDocumented({
    server,
    clock: () => ({ now: Date.now, later: wait }),
    differences: {
      'If-None-Match other than *': ['200'],
      'a copy with If-None-Match over an existing key': ['200'],
      'and goes on keeping them': ['400 InvalidBucketState'],
      'deleting a locked version, also with the header that passes GOVERNANCE': [REFUSED_BY_MINIO, REFUSED_BY_MINIO],
      'deleting it among others': ['InvalidRequest'],
      'a shorter COMPLIANCE, also with the header': [REFUSED_BY_MINIO, REFUSED_BY_MINIO],
      'GOVERNANCE in place of COMPLIANCE': [REFUSED_BY_MINIO],
      'a longer lock, and deletion when it has run out': ['200', REFUSED_BY_MINIO, '204'],
      'a legal hold stops deletion': [REFUSED_BY_MINIO],
      'a wrong SHA-256': ['400 XAmzContentChecksumMismatch'],
    },
  }),
);
