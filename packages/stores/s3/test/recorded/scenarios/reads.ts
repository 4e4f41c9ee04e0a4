import { GetObjectCommand, HeadObjectCommand, PutObjectCommand, type GetObjectCommandInput } from '@aws-sdk/client-s3';
import type { Caller, Rows, Scenario } from '../scenario.ts';

const DAY = 86_400_000;
const ETAG = '"8d777f385d3dfec8815d20f7496026dc"'; // MD5 of `data`
const UNQUOTED = ETAG.slice(1, -1);

/** Each condition in turn is the first that fails. */
function reading({ bucket: Bucket, send, now, later }: Caller, read: (input: GetObjectCommandInput) => Promise<object>): Rows {
  const at = { Bucket, Key: 'test-object' };
  let written = new Date(0);
  let asked = new Date(0);
  const yesterday = () => new Date(asked.getTime() - DAY);
  return {
    'precondition-if-match': async () => {
      await send(new PutObjectCommand({ ...at, Body: 'data' }));
      written = (await send(new HeadObjectCommand(at))).LastModified ?? written;
      later(3000);
      asked = new Date(now());
      const conditions = { IfModifiedSince: asked, IfUnmodifiedSince: yesterday(), IfMatch: 'etag123', IfNoneMatch: ETAG };
      return read({ ...at, ...conditions });
    },
    'precondition-if-unmodified-since': () =>
      read({ ...at, IfModifiedSince: asked, IfUnmodifiedSince: yesterday(), IfNoneMatch: ETAG }),
    'precondition-if-none-match': () => read({ ...at, IfModifiedSince: asked, IfNoneMatch: ETAG }),
    'copy-precondition-if-modified-since': () => read({ ...at, IfModifiedSince: asked }),
    'obj-ignore-future-modified-since': () => read({ ...at, IfModifiedSince: new Date(asked.getTime() + DAY) }),
    'etag-missing-quotes': () => read({ ...at, IfModifiedSince: asked, IfNoneMatch: UNQUOTED }),
    'precondition-if-unmodified-since-is-object': () => read({ ...at, IfUnmodifiedSince: written }),
    'precondition-if-modified-since-is-object': () => read({ ...at, IfModifiedSince: written }),
    'obj-success': () =>
      read({ ...at, IfMatch: UNQUOTED, IfNoneMatch: 'etag123', IfModifiedSince: yesterday(), IfUnmodifiedSince: asked }),
  };
}

export const reads: Readonly<Record<string, Scenario>> = {
  'TestS3::test_s3_get_object_preconditions[get_object]': {
    rows: (s3) => reading(s3, (input) => s3.send(new GetObjectCommand(input))),
  },
  'TestS3::test_s3_get_object_preconditions[head_object]': {
    rows: (s3) => reading(s3, (input) => s3.send(new HeadObjectCommand(input))),
  },
};
