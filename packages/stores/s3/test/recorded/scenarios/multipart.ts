import {
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  DeleteObjectCommand,
  PutObjectCommand,
  UploadPartCommand,
} from '@aws-sdk/client-s3';
import type { Caller, Scenario } from '../scenario.ts';

/** One upload of one part, which remembers its number and the tags of what is written beside it. */
function uploading({ bucket: Bucket, send }: Caller) {
  const at = { Bucket, Key: 'test-precondition' };
  let UploadId: string | undefined;
  let ETag: string | undefined;
  return {
    at,
    put: async (Body: string) => send(new PutObjectCommand({ ...at, Body })),
    begin: async () => {
      const output = await send(new CreateMultipartUploadCommand(at));
      ({ UploadId } = output);
      ({ ETag } = await send(new UploadPartCommand({ ...at, UploadId, Body: 'test', PartNumber: 1 })));
      return output;
    },
    complete: (IfMatch: string) => {
      const MultipartUpload = { Parts: [{ ETag, PartNumber: 1 }] };
      return send(new CompleteMultipartUploadCommand({ ...at, UploadId, MultipartUpload, IfMatch }));
    },
  };
}

const TEST = '"098f6bcd4621d373cade4e832627b4f6"'; // MD5 of `test`
const TEST2 = '"ad0234829205b9033196ba818f7a872b"';
const OF_ONE_PART = '"60cd54a928cbbcbb6e7b5595bab46a9e-1"'; // MD5 of the MD5 of `test`, and how many

export const multipart: Readonly<Record<string, Scenario>> = {
  'TestS3ObjectWritePrecondition::test_multipart_if_match_with_put': {
    rows: (s3) => {
      const { put, begin, complete } = uploading(s3);
      return {
        'put-obj': () => put('test'),
        'create-multipart': begin,
        'put-obj-during': () => put('test2'),
        'complete-multipart-if-match-put-before': () => complete(TEST),
        'complete-multipart-if-match-put-during': () => complete(TEST2),
        'create-multipart-again': begin,
        'complete-multipart-if-match-put-before-restart': () => complete(TEST2),
      };
    },
  },
  'TestS3ObjectWritePrecondition::test_multipart_if_match_with_delete': {
    rows: (s3) => {
      const { at, put, begin, complete } = uploading(s3);
      return {
        'put-obj': () => put('test'),
        'create-multipart': begin,
        'del-obj': () => s3.send(new DeleteObjectCommand(at)),
        'complete-multipart-after-del': () => complete(TEST),
        'put-obj-2': () => put('test'),
        'complete-multipart-if-match-after-put': () => complete(TEST),
      };
    },
  },
  'TestS3ObjectWritePrecondition::test_multipart_if_match_etag': {
    rows: (s3) => {
      const { put, begin, complete } = uploading(s3);
      return {
        'put-obj': () => put('test'),
        'create-multipart': begin,
        'complete-multipart-if-match': () => complete(TEST),
        'create-multipart-overwrite': begin,
        'complete-multipart-if-match-true-etag': () => complete(TEST),
        'complete-multipart-if-match-overwrite-multipart': () => complete(OF_ONE_PART),
      };
    },
  },
};
