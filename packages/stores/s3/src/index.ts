export { BUCKET_PROMISES, examineBucket, type BucketPromise, type ExaminedPromise } from './examine-bucket.ts';
export { parseS3Endpoint, type S3Endpoint } from './s3-endpoint.ts';
export { S3Identities } from './s3-identities.ts';
export { S3Store } from './s3-store.ts';
export { S3Trail, type S3TrailFile } from './s3-trail.ts';
export { parseS3Uri, type S3Location } from './s3-uri.ts';
export type { S3Credentials, S3Options } from './s3-connection.ts';
export { makeBucket, type BucketStep, type StepTaken } from './make-bucket.ts';
