import { S3Error } from '../s3-error.ts';
import { nothing, xml, type Outgoing } from '../server/outgoing.ts';
import { element, optional } from '../xml/write-xml.ts';
import { onlyChildren, readXml, textOf } from '../xml/read-xml.ts';
import { bucketOf, type Context } from './context.ts';
import { isoDate } from './object-headers.ts';

const NAME = /^(?!xn--)[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/;

export function createBucket({ state, request }: Context): Outgoing {
  const { headers, body } = request;
  const name = request.bucket ?? '';
  if (!NAME.test(name)) throw new S3Error(400, 'InvalidBucketName', 'The specified bucket is not valid.', { BucketName: name });
  const region = body.length === 0 ? 'us-east-1' : readRegion(body);
  if (region !== state.region) {
    throw new S3Error(
      400,
      'IllegalLocationConstraintException',
      `The ${region} location constraint is incompatible for the region specific endpoint this request was sent to.`,
    );
  }
  if (state.buckets.has(name) && region !== 'us-east-1') {
    throw new S3Error(
      409,
      'BucketAlreadyOwnedByYou',
      'Your previous request to create the named bucket succeeded and you already own it.',
      { BucketName: name },
    );
  }
  if (!state.buckets.has(name)) {
    state.createBucket(name, { objectLock: headers['x-amz-bucket-object-lock-enabled']?.toLowerCase() === 'true' });
  }
  return nothing(200, { location: `/${name}` });
}

function readRegion(body: Buffer): string {
  const root = readXml(body, 'CreateBucketConfiguration');
  onlyChildren(root, ['LocationConstraint']);
  return textOf(root, 'LocationConstraint') ?? 'us-east-1';
}

export function headBucket(context: Context): Outgoing {
  bucketOf(context);
  return nothing(200, { 'x-amz-bucket-region': context.state.region });
}

export function deleteBucket(context: Context): Outgoing {
  const bucket = bucketOf(context);
  if (!bucket.empty) {
    throw new S3Error(
      409,
      'BucketNotEmpty',
      'The bucket you tried to delete is not empty. You must delete all versions in the bucket.',
      { BucketName: bucket.name },
    );
  }
  context.state.buckets.delete(bucket.name);
  return nothing(204);
}

export function listBuckets({ state }: Context): Outgoing {
  const buckets = [...state.buckets.values()].map(({ name, created }) =>
    element('Bucket', [element('Name', name), element('CreationDate', isoDate(created))]),
  );
  return xml(element('ListAllMyBucketsResult', [element('Owner', [element('ID', state.account)]), element('Buckets', buckets)]));
}

/** Empty for us-east-1, which is older than the question. */
export function getBucketLocation(context: Context): Outgoing {
  bucketOf(context);
  const { region } = context.state;
  return xml(element('LocationConstraint', region === 'us-east-1' ? '' : region));
}

export function putBucketVersioning(context: Context): Outgoing {
  const bucket = bucketOf(context);
  const root = readXml(context.request.body, 'VersioningConfiguration');
  onlyChildren(root, ['Status']);
  const status = textOf(root, 'Status');
  if (status !== 'Enabled' && status !== 'Suspended') {
    throw new S3Error(400, 'IllegalVersioningConfigurationException', 'The Versioning element must be specified');
  }
  if (status === 'Suspended' && bucket.objectLock !== null) {
    const message = 'An Object Lock configuration is present on this bucket, so the versioning state cannot be changed.';
    throw new S3Error(409, 'InvalidBucketState', message);
  }
  bucket.versioning = status;
  return nothing(200);
}

export function getBucketVersioning(context: Context): Outgoing {
  const { versioning } = bucketOf(context);
  return xml(element('VersioningConfiguration', [optional('Status', versioning === 'never' ? null : versioning)]));
}
