import {
  DeleteObjectCommand,
  DeleteObjectsCommand,
  GetObjectLockConfigurationCommand,
  PutBucketVersioningCommand,
  PutObjectCommand,
  PutObjectLegalHoldCommand,
  PutObjectLockConfigurationCommand,
} from '@aws-sdk/client-s3';
import type { Scenario } from '../scenario.ts';

const LOCKED = { objectLock: true };

export const locks: Readonly<Record<string, Scenario>> = {
  'TestS3ObjectLock::test_get_put_object_lock_configuration': {
    bucket: LOCKED,
    rows: ({ bucket: Bucket, send }) => {
      const get = () => send(new GetObjectLockConfigurationCommand({ Bucket }));
      const DefaultRetention = { Mode: 'GOVERNANCE' as const, Days: 1 };
      const put = (rule: object) =>
        send(
          new PutObjectLockConfigurationCommand({ Bucket, ObjectLockConfiguration: { ObjectLockEnabled: 'Enabled', ...rule } }),
        );
      return {
        'get-lock-config-start': get,
        'put-lock-config': () => put({ Rule: { DefaultRetention } }),
        'get-lock-config': get,
        'put-lock-config-enabled': () => put({}),
        'get-lock-config-only-enabled': get,
      };
    },
  },
  'TestS3ObjectLock::test_disable_versioning_on_locked_bucket': {
    bucket: LOCKED,
    rows: ({ bucket: Bucket, send }) => {
      const set = (Status: 'Enabled' | 'Suspended') =>
        send(new PutBucketVersioningCommand({ Bucket, VersioningConfiguration: { Status } }));
      return {
        'disable-versioning-on-locked-bucket': () => set('Suspended'),
        'enable-versioning-again-on-locked-bucket': () => set('Enabled'),
      };
    },
  },
  'TestS3ObjectLock::test_delete_object_with_no_locking': {
    rows: ({ bucket: Bucket, send }) => {
      const Key = 'test-delete-no-lock';
      const remove = (BypassGovernanceRetention: boolean) =>
        send(new DeleteObjectCommand({ Bucket, Key, BypassGovernanceRetention }));
      return {
        'delete-object-bypass-no-lock': async () => {
          await send(new PutObjectCommand({ Bucket, Key, Body: 'test' }));
          return remove(true);
        },
        'delete-object-bypass-no-lock-false': () => remove(false),
        'delete-objects-bypass-no-lock': () =>
          send(new DeleteObjectsCommand({ Bucket, Delete: { Objects: [{ Key }] }, BypassGovernanceRetention: true })),
      };
    },
  },
  'TestS3ObjectLockLegalHold::test_delete_locked_object': {
    bucket: LOCKED,
    rows: ({ bucket: Bucket, send }) => {
      const Key = 'test-delete-locked';
      let VersionId: string | undefined;
      const hold = (Status: 'ON' | 'OFF') =>
        send(new PutObjectLegalHoldCommand({ Bucket, Key, VersionId, LegalHold: { Status } }));
      return {
        'put-obj': async () => {
          const output = await send(new PutObjectCommand({ Bucket, Key, Body: 'test' }));
          ({ VersionId } = output);
          return output;
        },
        'put-object-legal-hold': () => hold('ON'),
        'delete-object-locked': () => send(new DeleteObjectCommand({ Bucket, Key, VersionId })),
        'delete-objects-locked': () => send(new DeleteObjectsCommand({ Bucket, Delete: { Objects: [{ Key, VersionId }] } })),
        'put-object-legal-hold-off': () => hold('OFF'),
      };
    },
  },
};
