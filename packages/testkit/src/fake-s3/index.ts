export type { Fault, FaultScript } from './faults/fault.ts';
export type { AnsweredCall, Call } from './server/call.ts';
export type { FakeS3, FakeS3Options } from './server/fake-s3.ts';
export { startFakeS3 } from './server/start-fake-s3.ts';
export { readPolicy } from './policy/policy-document.ts';
export { signedRequest, presignedUrl, type RequestToSign } from './sigv4/sign-request.ts';
export type { BucketOptions, FakeBucket } from './state/fake-bucket.ts';
export type { AccessKey, S3State } from './state/s3-state.ts';
