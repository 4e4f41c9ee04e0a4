import {
  CopyObjectCommand,
  DeleteObjectCommand,
  ListObjectVersionsCommand,
  PutObjectCommand,
  type CopyObjectCommandInput,
} from '@aws-sdk/client-s3';
import type { Caller, Scenario } from '../scenario.ts';

const SOURCE = 'source-object';
const INITIAL = '"38370d56e3e114d73ebedd6ac7b19028"'; // MD5 of `initial content`
const AFTERWARDS = '"06becddd7457b4bad77f1d3bca3a3ad1"';
const OF_SOURCE = '"4d96fd1280dd67fe2eac895339a0a8e3"';

function copying({ bucket: Bucket, send }: Caller) {
  const at = { Bucket, Key: 'dest-object' };
  return {
    source: () => send(new PutObjectCommand({ Bucket, Key: SOURCE, Body: 'source content' })),
    put: (Body: string) => send(new PutObjectCommand({ ...at, Body })),
    copy: (conditions: Partial<CopyObjectCommandInput>) =>
      send(new CopyObjectCommand({ ...at, CopySource: `${Bucket}/${SOURCE}`, ...conditions })),
    hide: () => send(new DeleteObjectCommand(at)),
    list: () => send(new ListObjectVersionsCommand({ Bucket, EncodingType: 'url' })),
  };
}

export const copies: Readonly<Record<string, Scenario>> = {
  'TestS3ObjectWritePrecondition::test_copy_object_if_none_match_versioned_bucket': {
    bucket: { versioning: true },
    rows: (s3) => {
      const { source, copy, hide, list } = copying(s3);
      return {
        'copy-obj': async () => {
          await source();
          return copy({ IfNoneMatch: '*' });
        },
        'copy-obj-if-none-match-fail': () => copy({ IfNoneMatch: '*' }),
        'del-obj': hide,
        'copy-obj-after-del': () => copy({ IfNoneMatch: '*' }),
        'list-object-versions': list,
      };
    },
  },
  'TestS3ObjectWritePrecondition::test_copy_object_if_match_versioned_bucket': {
    bucket: { versioning: true },
    rows: (s3) => {
      const { source, put, copy, hide, list } = copying(s3);
      return {
        'put-obj': async () => {
          await source();
          return put('initial content');
        },
        'copy-obj-if-match-wrong-etag': () => copy({ IfMatch: '"wrong-etag"' }),
        'del-obj': hide,
        'copy-obj-after-del-exc': () => copy({ IfMatch: INITIAL }),
        'put-obj-after-del': () => put('new content after delete'),
        'copy-obj-if-match': () => copy({ IfMatch: AFTERWARDS }),
        'list-object-versions': list,
      };
    },
  },
  'TestS3ObjectWritePrecondition::test_copy_object_precondition_write_validation': {
    rows: (s3) => {
      const { source, copy } = copying(s3);
      return {
        'copy-obj-none-match-etag': async () => {
          await source();
          return copy({ IfNoneMatch: OF_SOURCE });
        },
        'copy-obj-if-match-star': () => copy({ IfMatch: '*' }),
        'copy-obj-both': () => copy({ IfMatch: '*', IfNoneMatch: OF_SOURCE }),
      };
    },
  },
  'TestS3ObjectWritePrecondition::test_copy_object_if_none_match_in_place': {
    rows: (s3) => {
      const { source, copy } = copying(s3);
      return {
        'copy-obj-if-none-match-fail': async () => {
          await source();
          return copy({ Key: SOURCE, IfNoneMatch: '*', StorageClass: 'STANDARD' });
        },
      };
    },
  },
};
