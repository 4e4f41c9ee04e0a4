import { CopyObjectCommand, HeadObjectCommand, PutObjectCommand, type CopyObjectCommandInput } from '@aws-sdk/client-s3';
import type { Scenario } from '../scenario.ts';

const DAY = 86_400_000;
const ETAG = '"8d777f385d3dfec8815d20f7496026dc"'; // MD5 of `data`
const UNQUOTED = ETAG.slice(1, -1);

export const copySources: Readonly<Record<string, Scenario>> = {
  'TestS3CopySourcePreconditions::test_s3_copy_object_preconditions': {
    rows: ({ bucket: Bucket, send, now, later }) => {
      const source = { Bucket, Key: 'source-object' };
      const CopySource = `${Bucket}/source-object`;
      let asked = new Date(0);
      const yesterday = () => new Date(asked.getTime() - DAY);
      const copy = (conditions: Partial<CopyObjectCommandInput>) =>
        send(new CopyObjectCommand({ Bucket, Key: 'dest-object', CopySource, ...conditions }));
      return {
        'head-object': async () => {
          await send(new PutObjectCommand({ ...source, Body: 'data' }));
          const output = await send(new HeadObjectCommand(source));
          later(3000);
          asked = new Date(now());
          return output;
        },
        'copy-precondition-if-match': () =>
          copy({
            CopySourceIfModifiedSince: asked,
            CopySourceIfUnmodifiedSince: yesterday(),
            CopySourceIfMatch: 'etag123',
            CopySourceIfNoneMatch: ETAG,
          }),
        'copy-precondition-if-unmodified-since': () =>
          copy({ CopySourceIfModifiedSince: asked, CopySourceIfUnmodifiedSince: yesterday(), CopySourceIfNoneMatch: ETAG }),
        'copy-precondition-if-none-match': () => copy({ CopySourceIfModifiedSince: asked, CopySourceIfNoneMatch: ETAG }),
        'copy-precondition-if-modified-since': () => copy({ CopySourceIfModifiedSince: asked }),
        'copy-ignore-future-modified-since': () => copy({ CopySourceIfModifiedSince: new Date(asked.getTime() + DAY) }),
        'copy-etag-missing-quotes': () => copy({ CopySourceIfNoneMatch: UNQUOTED }),
        'copy-success': () =>
          copy({
            CopySourceIfMatch: UNQUOTED,
            CopySourceIfNoneMatch: 'etag123',
            CopySourceIfModifiedSince: yesterday(),
            CopySourceIfUnmodifiedSince: asked,
          }),
      };
    },
  },
};
