import { GetBucketVersioningCommand } from '@aws-sdk/client-s3';
import { refusalIn, refusalText } from './s3-answer.ts';
import type { S3Connection } from './s3-connection.ts';

const NOBODY = '000000000000'; // no account has this number

/**
 * Whether a server refuses a call that expects another owner of the bucket, as AWS does; else what it said. Others answer as if nobody had
 * asked (SeaweedFS, MinIO), so that demanding an owner there keeps no bucket of the same name from being taken for the ledger.
 */
export async function comparesOwner({ patient, target }: S3Connection): Promise<boolean | string> {
  try {
    await patient.send(new GetBucketVersioningCommand({ Bucket: target.Bucket, ExpectedBucketOwner: NOBODY }));
    return false;
  } catch (cause) {
    const refusal = refusalIn(cause);
    return refusal.status === 403 ? true : refusalText(refusal);
  }
}
