import { DeleteObjectCommand, ListObjectVersionsCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import type { S3Server } from '../../../../test/s3/s3-servers.ts';
import { connectS3 } from '../src/s3-connection.ts';
import { parseS3Uri } from '../src/s3-uri.ts';

/** What somebody with more rights than a writer can do to a ledger in a bucket, by the SDK itself. Keys are those of the ledger. */
export function planted({ url, credentials }: S3Server, uri: string) {
  const location = parseS3Uri(uri);
  const { patient, target } = connectS3(location, { endpoint: { url, pathStyle: true }, credentials });
  const at = (key: string) => ({ ...target, Key: location.prefix + key });
  return {
    hide: (key: string) => patient.send(new DeleteObjectCommand(at(key))),
    overwrite: (key: string, text: string) =>
      patient.send(new PutObjectCommand({ ...at(key), Body: text, ContentLength: text.length })),
    /** The last key under a prefix, of at most a page of them. */
    async newest(prefix: string): Promise<string> {
      const { Versions = [] } = await patient.send(
        new ListObjectVersionsCommand({ ...target, Prefix: location.prefix + prefix }),
      );
      const keys = Versions.map(({ Key = '' }) => Key.slice(location.prefix.length)).sort();
      return keys.at(-1) ?? '';
    },
  };
}
