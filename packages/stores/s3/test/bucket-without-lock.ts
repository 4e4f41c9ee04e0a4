import { CreateBucketCommand } from '@aws-sdk/client-s3';
import type { S3Server } from '../../../../test/s3/s3-servers.ts';
import { connectS3 } from '../src/s3-connection.ts';
import { parseS3Uri } from '../src/s3-uri.ts';

/** Makes a bucket for what may have to be erased, and gives back its address. */
export async function bucketWithoutLock({ url, credentials }: S3Server, name: string): Promise<string> {
  const uri = `s3://${name}?region=us-east-1`;
  const { once, target, close } = connectS3(parseS3Uri(uri), { endpoint: { url, pathStyle: true }, credentials });
  await once.send(new CreateBucketCommand({ ...target }));
  close();
  return uri;
}
