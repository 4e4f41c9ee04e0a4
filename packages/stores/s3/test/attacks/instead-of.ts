import { PutObjectCommand, type PutObjectCommandInput } from '@aws-sdk/client-s3';
import type { ObjectKey } from '@proofrail/core/ports';
import type { AttackedBucket, AttackedServer } from './attacked-bucket.ts';

/** The object as its owner wrote it, but written anew: as if it had been put there like this in the first place. */
export async function insteadOf(
  { server: { state } }: AttackedServer,
  { attacker, bucket, store }: AttackedBucket,
  key: ObjectKey,
  how: Partial<PutObjectCommandInput>,
): Promise<void> {
  const answer = await store.read(key);
  if (answer.kind !== 'found') throw new Error(`${key} is ${answer.kind}`);
  for (const { id } of state.bucket(bucket).versions(key)) state.bucket(bucket).drop(key, id);
  await attacker.send(
    new PutObjectCommand({ Bucket: bucket, Key: key, Body: answer.bytes, ChecksumAlgorithm: 'SHA256', ...how }),
  );
}
