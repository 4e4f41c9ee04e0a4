import { DeleteObjectCommand, PutObjectCommand, type DeleteObjectCommandInput } from '@aws-sdk/client-s3';
import type { Scenario } from '../scenario.ts';

const DAY = 86_400_000;

/** Conditions of directory buckets, asked of an ordinary one. */
const conditional = (row: string, conditions: (earlier: Date) => Partial<DeleteObjectCommandInput>): Scenario => ({
  rows: ({ bucket: Bucket, send, now }) => ({
    [row]: async () => {
      const at = { Bucket, Key: 'test-precondition' };
      await send(new PutObjectCommand({ ...at, Body: '', ContentLength: 0 }));
      return send(new DeleteObjectCommand({ ...at, ...conditions(new Date(now() - DAY)) }));
    },
  }),
});

export const deletions: Readonly<Record<string, Scenario>> = {
  'TestS3DeletePrecondition::test_delete_object_if_match_modified_non_express': conditional(
    'delete-obj-if-match-last-modified',
    (IfMatchLastModifiedTime) => ({ IfMatchLastModifiedTime }),
  ),
  'TestS3DeletePrecondition::test_delete_object_if_match_size_non_express': conditional('delete-obj-if-match-size', () => ({
    IfMatchSize: 10,
  })),
  'TestS3DeletePrecondition::test_delete_object_if_match_all_non_express': conditional(
    'delete-obj-if-match-all',
    (IfMatchLastModifiedTime) => ({ IfMatchSize: 10, IfMatch: 'badvalue', IfMatchLastModifiedTime }),
  ),
};
