import { S3Error, Unmodelled } from '../s3-error.ts';
import { readBucketPolicy } from '../policy/read-bucket-policy.ts';
import { nothing, xml, type Outgoing } from '../server/outgoing.ts';
import { element } from '../xml/write-xml.ts';
import { childOf, malformed, onlyChildren, readXml, textOf } from '../xml/read-xml.ts';
import { bucketOf, type Context } from './context.ts';
import { keyArn } from './new-encryption.ts';

export function putBucketPolicy(context: Context): Outgoing {
  const text = context.request.body.toString('utf8');
  bucketOf(context).policy = { text, document: readBucketPolicy(text) };
  return nothing(204);
}

export function getBucketPolicy(context: Context): Outgoing {
  const { policy, name } = bucketOf(context);
  if (policy === null) throw new S3Error(404, 'NoSuchBucketPolicy', 'The bucket policy does not exist', { BucketName: name });
  return { status: 200, headers: { 'content-type': 'application/json' }, bytes: Buffer.from(policy.text) };
}

export function deleteBucketPolicy(context: Context): Outgoing {
  bucketOf(context).policy = null;
  return nothing(204);
}

const BLOCKS = ['BlockPublicAcls', 'IgnorePublicAcls', 'BlockPublicPolicy', 'RestrictPublicBuckets'];

/** Kept and answered. It changes nothing here: the fake lets nobody in without a key. */
export function putPublicAccessBlock(context: Context): Outgoing {
  const root = readXml(context.request.body, 'PublicAccessBlockConfiguration');
  onlyChildren(root, BLOCKS);
  bucketOf(context).publicAccessBlock = Object.fromEntries(BLOCKS.map((name) => [name, textOf(root, name) === 'true']));
  return nothing(200);
}

export function getPublicAccessBlock(context: Context): Outgoing {
  const { publicAccessBlock } = bucketOf(context);
  if (publicAccessBlock === null) {
    const message = 'The public access block configuration was not found';
    throw new S3Error(404, 'NoSuchPublicAccessBlockConfiguration', message);
  }
  const blocks = Object.entries(publicAccessBlock).map(([name, value]) => element(name, value));
  return xml(element('PublicAccessBlockConfiguration', blocks));
}

export function putBucketEncryption(context: Context): Outgoing {
  const root = readXml(context.request.body, 'ServerSideEncryptionConfiguration');
  onlyChildren(root, ['Rule']);
  const rule = childOf(root, 'Rule');
  const byDefault = rule && childOf(rule, 'ApplyServerSideEncryptionByDefault');
  if (rule === undefined || byDefault === undefined) throw malformed();
  onlyChildren(rule, ['ApplyServerSideEncryptionByDefault', 'BucketKeyEnabled']);
  const kind = textOf(byDefault, 'SSEAlgorithm');
  if (kind !== 'AES256' && kind !== 'aws:kms') throw new Unmodelled(`the encryption ${kind ?? 'without a name'}`);
  const key = keyArn(textOf(byDefault, 'KMSMasterKeyID'), context.state);
  const bucketKey = textOf(rule, 'BucketKeyEnabled') === 'true';
  bucketOf(context).encryption = kind === 'AES256' ? { kind } : { kind, key, bucketKey };
  return nothing(200);
}

export function getBucketEncryption(context: Context): Outgoing {
  const { encryption } = bucketOf(context);
  const kms = encryption.kind === 'aws:kms' ? encryption : null;
  const byDefault = [element('SSEAlgorithm', encryption.kind), kms === null ? null : element('KMSMasterKeyID', kms.key)];
  const rule = [element('ApplyServerSideEncryptionByDefault', byDefault), element('BucketKeyEnabled', kms?.bucketKey === true)];
  return xml(element('ServerSideEncryptionConfiguration', [element('Rule', rule)]));
}

/** Nothing here ever has them: what is asked for is absent, and setting it is not modelled. */
export function getBucketLifecycle(context: Context): Outgoing {
  bucketOf(context);
  throw new S3Error(404, 'NoSuchLifecycleConfiguration', 'The lifecycle configuration does not exist');
}

export function getBucketReplication(context: Context): Outgoing {
  bucketOf(context);
  throw new S3Error(404, 'ReplicationConfigurationNotFoundError', 'The replication configuration was not found');
}
