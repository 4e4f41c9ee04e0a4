import { GetBucketVersioningCommand } from '@aws-sdk/client-s3';
import { refusalIn } from './s3-answer.ts';
import type { S3Connection } from './s3-connection.ts';
import { s3Failure } from './s3-failure.ts';

/** Whether a bucket keeps what is overwritten; `unknown`: it would not say so to this role. UnavailableError where it does not answer. */
export async function readVersioning({ patient, target }: S3Connection): Promise<'on' | 'off' | 'unknown'> {
  try {
    const { Status: status } = await patient.send(new GetBucketVersioningCommand({ ...target }));
    return status === 'Enabled' ? 'on' : 'off';
  } catch (cause) {
    if (refusalIn(cause).status === null) throw s3Failure(cause, target.Bucket, 's3:GetBucketVersioning');
    return 'unknown';
  }
}
