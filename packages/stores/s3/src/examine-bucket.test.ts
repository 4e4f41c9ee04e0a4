import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { S3_SERVERS } from '../../../../test/s3/s3-servers.ts';
import { examineBucket, type BucketPromise, type ExaminedPromise } from './examine-bucket.ts';
import { makeBucket } from './make-bucket.ts';
import { tlsOnlyPolicy } from './tls-only-policy.ts';

type Setting = 'versioning' | 'object-lock' | 'encryption' | 'publicAccessBlock' | 'policy' | 'lifecycle';
/** A body, or a status and S3's code. */
type Canned = string | readonly [status: number, code: string];

const lock = (mode: string, days: number): string =>
  `<ObjectLockConfiguration><ObjectLockEnabled>Enabled</ObjectLockEnabled><Rule><DefaultRetention><Mode>${mode}</Mode><Days>${days}</Days></DefaultRetention></Rule></ObjectLockConfiguration>`;
const encrypted = (algorithm: string): string =>
  `<ServerSideEncryptionConfiguration><Rule><ApplyServerSideEncryptionByDefault><SSEAlgorithm>${algorithm}</SSEAlgorithm></ApplyServerSideEncryptionByDefault></Rule></ServerSideEncryptionConfiguration>`;
const blocked = (policy: boolean): string =>
  `<PublicAccessBlockConfiguration><BlockPublicAcls>true</BlockPublicAcls><IgnorePublicAcls>true</IgnorePublicAcls><BlockPublicPolicy>${policy}</BlockPublicPolicy><RestrictPublicBuckets>true</RestrictPublicBuckets></PublicAccessBlockConfiguration>`;
const rule = (status: string, what: string): string =>
  `<LifecycleConfiguration><Rule><Status>${status}</Status><Filter><Prefix></Prefix></Filter>${what}</Rule></LifecycleConfiguration>`;
const versions = (status: string): string => `<VersioningConfiguration><Status>${status}</Status></VersioningConfiguration>`;

/** What AWS says of a bucket in which every promise holds. */
const SOUND: Readonly<Record<Setting, Canned>> = {
  versioning: versions('Enabled'),
  'object-lock': lock('COMPLIANCE', 2555),
  encryption: encrypted('aws:kms'),
  publicAccessBlock: blocked(true),
  policy: tlsOnlyPolicy('evidence'),
  lifecycle: [404, 'NoSuchLifecycleConfiguration'],
};
const OWNER = '123456789012';
const URI = `s3://evidence/ledger?region=us-east-1&owner=${OWNER}`;

const servers: Server[] = [];
afterEach(() => Promise.all(servers.splice(0).map((one) => new Promise((resolve) => one.close(resolve).closeAllConnections()))));

/** What a server says to who expects another owner; AWS refuses. */
const COMPARES = 403;

async function examined(
  settings: Readonly<Record<Setting, Canned>>,
  uri = URI,
  toStrangers = COMPARES,
): Promise<ExaminedPromise[]> {
  const server = createServer((request, response) => {
    const { 'x-amz-expected-bucket-owner': expected = OWNER } = request.headers;
    if (expected !== OWNER && toStrangers !== 200) return void response.writeHead(toStrangers).end();
    const asked = [...new URL(request.url ?? '', 'http://x').searchParams.keys()].find((name) => Object.hasOwn(settings, name));
    const canned = settings[asked as Setting];
    if (typeof canned === 'string') response.writeHead(200).end(canned);
    else response.writeHead(canned[0]).end(`<Error><Code>${canned[1]}</Code></Error>`);
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return examineBucket(uri, 2555, {
    endpoint: { url: `http://127.0.0.1:${port}`, pathStyle: true },
    credentials: { accessKeyId: 'AKIA', secretAccessKey: 'secret' },
  });
}

const broken = (promises: readonly ExaminedPromise[]) => promises.filter(({ holds }) => holds !== true);

describe('the bucket of a ledger, examined', () => {
  it('keeps every promise when it is set as it should be', async () => {
    expect(broken(await examined(SOUND))).toEqual([]);
  });

  it('does not take the demand for an owner for a promise that a server keeps without comparing it', async () => {
    expect(broken(await examined(SOUND, URI, 200))).toEqual([
      {
        promise: 'owner',
        holds: false,
        found: expect.stringMatching(/whatever account/),
        doThis: expect.stringMatching(/certificate/),
      },
    ]);
    expect(broken(await examined(SOUND, URI, 501))).toEqual([
      { promise: 'owner', holds: null, found: expect.stringMatching(/^501/), doThis: expect.any(String) },
    ]);
  });

  it.each<[BucketPromise, string, Partial<Record<Setting, Canned>>]>([
    ['versioning', 'suspended', { versioning: versions('Suspended') }],
    ['versioning', 'never on', { versioning: '<VersioningConfiguration/>' }],
    ['object-lock', 'a lock that somebody can lift', { 'object-lock': lock('GOVERNANCE', 2555) }],
    ['retention', 'a day less', { 'object-lock': lock('COMPLIANCE', 2554) }],
    ['encryption', 'no key of ours', { encryption: encrypted('AES256') }],
    ['encryption', 'none', { encryption: [404, 'ServerSideEncryptionConfigurationNotFoundError'] }],
    ['public-access-block', 'three of four', { publicAccessBlock: blocked(false) }],
    ['public-access-block', 'none', { publicAccessBlock: [404, 'NoSuchPublicAccessBlockConfiguration'] }],
    ['tls-only', 'no policy', { policy: [404, 'NoSuchBucketPolicy'] }],
    ['tls-only', 'the policy of another bucket', { policy: tlsOnlyPolicy('evidence-2') }],
    ['tls-only', 'an allowance', { policy: tlsOnlyPolicy('evidence').replace('"Deny"', '"Allow"') }],
    ...['Transition', 'NoncurrentVersionTransition'].map((what): [BucketPromise, string, Partial<Record<Setting, Canned>>] => [
      'lifecycle',
      `objects go into an archive (${what})`,
      { lifecycle: rule('Enabled', `<${what}><StorageClass>DEEP_ARCHIVE</StorageClass></${what}>`) },
    ]),
    ['lifecycle', 'objects expire', { lifecycle: rule('Enabled', '<Expiration><Days>9</Days></Expiration>') }],
    [
      'lifecycle',
      'versions expire',
      {
        lifecycle: rule(
          'Enabled',
          '<NoncurrentVersionExpiration><NoncurrentDays>9</NoncurrentDays></NoncurrentVersionExpiration>',
        ),
      },
    ],
  ])('breaks the promise "%s" with: %s', async (promise, _, settings) => {
    const [first, ...others] = broken(await examined({ ...SOUND, ...settings }));
    expect([first?.promise, first?.holds, others]).toEqual([promise, false, []]);
    expect(first?.doThis).toEqual(expect.any(String));
  });

  it('keeps two promises less without Object Lock', async () => {
    const found = broken(await examined({ ...SOUND, 'object-lock': [404, 'ObjectLockConfigurationNotFoundError'] }));
    expect(found.map(({ promise, holds }) => [promise, holds])).toEqual([
      ['object-lock', false],
      ['retention', false],
    ]);
  });

  it('lets a rule stand that is off, or that only ends unfinished uploads', async () => {
    const off = rule('Disabled', '<Expiration><Days>9</Days></Expiration>');
    const uploads = rule(
      'Enabled',
      '<AbortIncompleteMultipartUpload><DaysAfterInitiation>1</DaysAfterInitiation></AbortIncompleteMultipartUpload>',
    );
    expect(broken(await examined({ ...SOUND, lifecycle: off }))).toEqual([]);
    expect(broken(await examined({ ...SOUND, lifecycle: uploads }))).toEqual([]);
    const cheaper = rule('Enabled', '<Transition><StorageClass>STANDARD_IA</StorageClass></Transition>');
    expect(broken(await examined({ ...SOUND, lifecycle: cheaper }))).toEqual([]);
  });

  it('says nothing of what it may not see: unknown is never held', async () => {
    const all = Object.keys(SOUND).map((name) => [name, [403, 'AccessDenied'] as const]);
    const found = await examined(Object.fromEntries(all) as Record<Setting, Canned>);
    expect(new Set(found.filter(({ promise }) => promise !== 'owner').map(({ holds }) => holds))).toEqual(new Set([null]));
  });

  it('misses the owner in an address that names none', async () => {
    expect(broken(await examined(SOUND, 's3://evidence?region=us-east-1')).map(({ promise }) => promise)).toEqual(['owner']);
  });

  it('is unavailable where there is no such bucket', async () => {
    await expect(examined({ ...SOUND, 'object-lock': [404, 'NoSuchBucket'] })).rejects.toMatchObject({ outcome: 'unavailable' });
  });
});

describe.each(Object.entries(S3_SERVERS))('a bucket made on %s', (name, describeServer) => {
  describeServer(name, (s3) => {
    const options = () => ({ endpoint: { url: s3().url, pathStyle: true }, credentials: s3().credentials });

    it('keeps versions and locks each object for the days that were asked for', async () => {
      const steps = await makeBucket('s3://evidence?region=us-east-1', 30, options());
      expect(steps.slice(0, 2).map(({ step, result }) => [step, result])).toEqual([
        ['bucket', 'done'],
        ['object-lock', 'done'],
      ]);
      const found = await examineBucket('s3://evidence?region=us-east-1', 30, options());
      const held = found.filter(({ holds }) => holds === true).map(({ promise }) => promise);
      expect(held).toEqual(expect.arrayContaining(['versioning', 'object-lock', 'retention', 'lifecycle']));
    });

    it('is not made twice: a lock belongs to a bucket from its first object on', async () => {
      await makeBucket('s3://twice?region=us-east-1', 30, options());
      await expect(makeBucket('s3://twice?region=us-east-1', 30, options())).rejects.toMatchObject({
        code: 'ledger/bucket-exists',
      });
    });
  });
});
