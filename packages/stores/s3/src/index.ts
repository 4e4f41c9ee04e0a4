export { parseS3Endpoint, type S3Endpoint } from './s3-endpoint.ts';
export { S3Store } from './s3-store.ts';
export { parseS3Uri, type S3Location } from './s3-uri.ts';
export type { S3Credentials, S3Options } from './s3-connection.ts';
export { makeBucket, type BucketStep, type StepTaken } from './make-bucket.ts';
