import {
  DeleteObjectCommand,
  GetObjectRetentionCommand,
  HeadObjectCommand,
  PutObjectCommand,
  PutObjectRetentionCommand,
  type ObjectLockRetention,
  type PutObjectCommandInput,
} from '@aws-sdk/client-s3';
import type { Caller, Scenario } from '../scenario.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const LOCKED = { objectLock: true };

/** One object whose newest version is the one that is meant. */
function retaining({ bucket: Bucket, send }: Caller, Key: string) {
  const at = { Bucket, Key };
  let VersionId: string | undefined;
  return {
    put: async (input: Partial<PutObjectCommandInput>) => {
      const output = await send(new PutObjectCommand({ ...at, ...input }));
      ({ VersionId } = output);
      return output;
    },
    retain: (Retention: ObjectLockRetention, bypass: object = {}) =>
      send(new PutObjectRetentionCommand({ ...at, Retention, ...bypass })),
    retainVersion: (Retention: ObjectLockRetention) => send(new PutObjectRetentionCommand({ ...at, VersionId, Retention })),
    retention: () => send(new GetObjectRetentionCommand(at)),
    head: () => send(new HeadObjectCommand(at)),
    hide: () => send(new DeleteObjectCommand(at)),
    remove: (bypass: object = {}) => send(new DeleteObjectCommand({ ...at, VersionId, ...bypass })),
  };
}

const BYPASS = { BypassGovernanceRetention: true };
const in2030 = new Date(Date.UTC(2030, 0, 1));

export const retention: Readonly<Record<string, Scenario>> = {
  'TestS3ObjectLockRetention::test_s3_object_retention': {
    bucket: LOCKED,
    rows: (s3) => {
      const { put, retain, retention: get, head, remove } = retaining(s3, 'test-retention-locked-object');
      const soon = (): ObjectLockRetention => ({ Mode: 'GOVERNANCE', RetainUntilDate: new Date(s3.now() + 5 * SECOND) });
      return {
        'put-obj-locked-1': () => put({ Body: 'test' }),
        'put-object-retention-on-key-1': () => retain({ Mode: 'GOVERNANCE', RetainUntilDate: in2030 }),
        'get-object-retention-on-key-1': get,
        'head-object-locked': head,
        'delete-obj-locked': () => remove(),
        'delete-obj-locked-bypass': () => remove(BYPASS),
        'put-obj-locked-2': () => put({ Body: 'test', ObjectLockMode: 'GOVERNANCE', ObjectLockRetainUntilDate: in2030 }),
        'update-retention-locked-object': () => retain(soon()),
        'put-object-empty-retention': () => retain({}, BYPASS),
        'update-retention-object': () => retain(soon()),
      };
    },
  },
  'TestS3ObjectLockRetention::test_object_lock_extend_duration': {
    bucket: LOCKED,
    rows: (s3) => {
      const { put, retainVersion, head } = retaining(s3, 'default-object');
      const within = (minutes: number): Date => new Date(s3.now() + minutes * MINUTE);
      return {
        'put-object-with-lock': () =>
          put({ Body: 'test-put-object-lock', ObjectLockMode: 'GOVERNANCE', ObjectLockRetainUntilDate: within(10) }),
        'head-object-with-lock': head,
        'put-object-retention-extend': () => retainVersion({ Mode: 'GOVERNANCE', RetainUntilDate: within(20) }),
        'head-object-with-lock-extended': head,
        'put-object-retention-reduce': () => retainVersion({ Mode: 'GOVERNANCE', RetainUntilDate: within(10) }),
      };
    },
  },
  'TestS3ObjectLockRetention::test_s3_object_retention_compliance_mode': {
    bucket: LOCKED,
    rows: (s3) => {
      const { put, retain, retainVersion, hide, remove } = retaining(s3, 'test-retention-locked-object');
      let until = 0;
      return {
        'put-obj-locked-1': () => put({ Body: 'test' }),
        'add-compliance-retention': () => {
          until = s3.now() + 5 * SECOND;
          return retain({ Mode: 'COMPLIANCE', RetainUntilDate: new Date(until) });
        },
        'delete-locked-1': () => remove(),
        'put-delete-marker': hide,
        'delete-locked-2': () => remove(BYPASS),
        'update-retention-shortened': () => retainVersion({ Mode: 'COMPLIANCE', RetainUntilDate: new Date(until - SECOND) }),
        'update-retention-less-restrictive': () =>
          retainVersion({ Mode: 'GOVERNANCE', RetainUntilDate: new Date(until + SECOND) }),
        'delete-obj-after-lock-expiration': () => {
          s3.later(10 * SECOND);
          return remove();
        },
      };
    },
  },
};
