import {
  DeleteObjectCommand,
  DeleteObjectsCommand,
  GetBucketVersioningCommand,
  GetObjectCommand,
  GetObjectLockConfigurationCommand,
  GetObjectRetentionCommand,
  HeadObjectCommand,
  PutBucketVersioningCommand,
  PutObjectCommand,
  PutObjectLegalHoldCommand,
  PutObjectLockConfigurationCommand,
  PutObjectRetentionCommand,
  type ObjectLockRetentionMode,
} from '@aws-sdk/client-s3';
import { said, type Bench, type Row } from './row.ts';

const SECOND = 1000;
const HOUR = 3_600 * SECOND;
const DENIED = '403 AccessDenied';
const BYPASS = { BypassGovernanceRetention: true };

/** A version under COMPLIANCE until `for` from now. */
async function lockedObject({ bucket: Bucket, send, now }: Bench, lasting = HOUR) {
  const at = { Bucket, Key: 'locked' };
  const lock = { ObjectLockMode: 'COMPLIANCE' as const, ObjectLockRetainUntilDate: new Date(now() + lasting) };
  const { VersionId } = await send(new PutObjectCommand({ ...at, Body: 'x', ...lock }));
  const version = { ...at, VersionId };
  return {
    version,
    remove: (bypass: object = {}) => said(send(new DeleteObjectCommand({ ...version, ...bypass }))),
    retain: (Mode: ObjectLockRetentionMode, from: number, bypass: object = {}) => {
      const Retention = { Mode, RetainUntilDate: new Date(now() + from) };
      return said(send(new PutObjectRetentionCommand({ ...version, Retention, ...bypass })));
    },
  };
}

const putDefault = ({ bucket: Bucket, send }: Bench) => {
  const Rule = { DefaultRetention: { Mode: 'COMPLIANCE' as const, Days: 2 } };
  const command = { Bucket, ObjectLockConfiguration: { ObjectLockEnabled: 'Enabled' as const, Rule } };
  return send(new PutObjectLockConfigurationCommand(command));
};

export const locks: Readonly<Record<string, Row>> = {
  'a bucket with lock keeps versions': {
    aws: ['Enabled'],
    ask: async ({ bucket: Bucket, send }) => [(await send(new GetBucketVersioningCommand({ Bucket }))).Status],
  },
  'and goes on keeping them': {
    aws: ['409 InvalidBucketState'],
    ask: async ({ bucket: Bucket, send }) => [
      await said(send(new PutBucketVersioningCommand({ Bucket, VersioningConfiguration: { Status: 'Suspended' } }))),
    ],
  },
  'a default of COMPLIANCE, read back': {
    aws: ['COMPLIANCE', 2],
    ask: async (bench) => {
      await putDefault(bench);
      const { ObjectLockConfiguration: lock } = await bench.send(new GetObjectLockConfigurationCommand({ Bucket: bench.bucket }));
      return [lock?.Rule?.DefaultRetention?.Mode, lock?.Rule?.DefaultRetention?.Days];
    },
  },
  'the default is stamped on each version': {
    aws: ['COMPLIANCE', 'COMPLIANCE', 48],
    ask: async (bench) => {
      const { bucket: Bucket, send, now } = bench;
      await putDefault(bench);
      const at = { Bucket, Key: 'a' };
      const { VersionId } = await send(new PutObjectCommand({ ...at, Body: 'x' }));
      const head = await send(new HeadObjectCommand({ ...at, VersionId }));
      const { Retention } = await send(new GetObjectRetentionCommand({ ...at, VersionId }));
      const hours = ((Retention?.RetainUntilDate?.getTime() ?? 0) - now()) / HOUR;
      return [head.ObjectLockMode, Retention?.Mode, Math.round(hours)];
    },
  },
  'deleting a locked version, also with the header that passes GOVERNANCE': {
    aws: [DENIED, DENIED],
    ask: async (bench) => {
      const { remove } = await lockedObject(bench);
      return [await remove(), await remove(BYPASS)];
    },
  },
  'deleting it among others': {
    aws: ['AccessDenied'],
    ask: async (bench) => {
      const { version } = await lockedObject(bench);
      const { Bucket, ...named } = version;
      const { Errors = [] } = await bench.send(new DeleteObjectsCommand({ Bucket, Delete: { Objects: [named] } }));
      return Errors.map(({ Code }) => Code);
    },
  },
  'a shorter COMPLIANCE, also with the header': {
    aws: [DENIED, DENIED],
    ask: async (bench) => {
      const { retain } = await lockedObject(bench);
      return [await retain('COMPLIANCE', HOUR / 2), await retain('COMPLIANCE', HOUR / 2, BYPASS)];
    },
  },
  'GOVERNANCE in place of COMPLIANCE': {
    aws: [DENIED],
    ask: async (bench) => [await (await lockedObject(bench)).retain('GOVERNANCE', 2 * HOUR)],
  },
  'a longer lock, and deletion when it has run out': {
    aws: ['200', DENIED, '204'],
    ask: async (bench) => {
      const { retain, remove } = await lockedObject(bench, 3 * SECOND);
      const answers = [await retain('COMPLIANCE', 4 * SECOND), await remove()];
      await bench.later(6 * SECOND);
      return [...answers, await remove()];
    },
  },
  'a legal hold stops deletion': {
    aws: [DENIED],
    ask: async ({ bucket: Bucket, send }) => {
      const at = { Bucket, Key: 'a' };
      const { VersionId } = await send(new PutObjectCommand({ ...at, Body: 'x' }));
      await send(new PutObjectLegalHoldCommand({ ...at, VersionId, LegalHold: { Status: 'ON' } }));
      return [await said(send(new DeleteObjectCommand({ ...at, VersionId })))];
    },
  },
  'a mode without a date': {
    aws: ['400'],
    ask: async ({ bucket: Bucket, send }) => {
      const answer = await said(send(new PutObjectCommand({ Bucket, Key: 'a', Body: 'x', ObjectLockMode: 'COMPLIANCE' })));
      return [answer.slice(0, 3)];
    },
  },
  'a plain DELETE makes a marker, and the locked version can still be read': {
    aws: ['204', 'x'],
    ask: async (bench) => {
      const { version } = await lockedObject(bench);
      const { Bucket, Key } = version;
      const hidden = await said(bench.send(new DeleteObjectCommand({ Bucket, Key })));
      const { Body } = await bench.send(new GetObjectCommand(version));
      return [hidden, await Body?.transformToString()];
    },
  },
  'retention on a marker': {
    aws: ['405 MethodNotAllowed'],
    ask: async ({ bucket: Bucket, send, now }) => {
      const at = { Bucket, Key: 'a' };
      await send(new PutObjectCommand({ ...at, Body: 'x' }));
      const { VersionId } = await send(new DeleteObjectCommand(at));
      const Retention = { Mode: 'COMPLIANCE' as const, RetainUntilDate: new Date(now() + HOUR) };
      return [await said(send(new PutObjectRetentionCommand({ ...at, VersionId, Retention })))];
    },
  },
};
