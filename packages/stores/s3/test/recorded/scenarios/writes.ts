import { DeleteObjectCommand, ListObjectVersionsCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import type { Caller, Rows, Scenario } from '../scenario.ts';

const createTwice = ({ bucket: Bucket, send }: Caller): Rows => {
  const at = { Bucket, Key: 'test-precondition' };
  const create = () => send(new PutObjectCommand({ ...at, Body: '', ContentLength: 0, IfNoneMatch: '*' }));
  return {
    'put-obj': create,
    'put-obj-if-none-match': create,
    'del-obj': () => send(new DeleteObjectCommand(at)),
    'put-obj-after-del': create,
  };
};

export const writes: Readonly<Record<string, Scenario>> = {
  'TestS3ObjectWritePrecondition::test_put_object_if_none_match': { rows: createTwice },
  'TestS3ObjectWritePrecondition::test_put_object_if_none_match_versioned_bucket': {
    bucket: { versioning: true },
    rows: (s3) => ({
      ...createTwice(s3),
      'list-object-versions': () => s3.send(new ListObjectVersionsCommand({ Bucket: s3.bucket, EncodingType: 'url' })),
    }),
  },
  'TestS3ObjectWritePrecondition::test_put_object_if_none_match_validation': {
    rows: ({ bucket: Bucket, send }) => {
      const at = { Bucket, Key: 'test-precondition-validation', Body: '', ContentLength: 0 };
      let etag: string | undefined;
      return {
        'put-obj': async () => {
          const output = await send(new PutObjectCommand(at));
          etag = output.ETag;
          return output;
        },
        'put-obj-if-none-match-bad-value': () => send(new PutObjectCommand({ ...at, IfNoneMatch: etag })),
      };
    },
  },
  'TestS3ObjectWritePrecondition::test_put_object_if_match_and_if_none_match_validation': {
    rows: ({ bucket: Bucket, send }) => {
      const both = {
        Bucket,
        Key: 'test-precondition-validation',
        Body: '',
        ContentLength: 0,
        IfNoneMatch: '*',
        IfMatch: 'abcdef',
      };
      return { 'put-obj-both-precondition': () => send(new PutObjectCommand(both)) };
    },
  },
};
