export type { S3Fault, S3FaultScript } from './faults/s3-fault.ts';
export type { AnsweredS3Call, S3Call } from './server/s3-call.ts';
export type { FakeS3, FakeS3Options } from './server/fake-s3.ts';
export { startFakeS3 } from './server/start-fake-s3.ts';
export { signedRequest, presignedUrl, type RequestToSign } from './sigv4/sign-request.ts';
export type { BucketOptions, FakeBucket } from './state/fake-bucket.ts';
export type { AccessKey, S3State } from './state/s3-state.ts';
