import { readPolicy, type PolicyDocument } from '../../iam/policy-document.ts';
import { PolicyError } from '../../iam/policy-error.ts';
import { S3Error, Unmodelled } from '../s3-error.ts';

/** A policy that somebody sends, refused in S3's words. */
export function readBucketPolicy(text: string): PolicyDocument {
  try {
    const document = readPolicy(text);
    if (document.statements.every(({ principals }) => principals !== null)) return document;
  } catch (cause) {
    if (!(cause instanceof PolicyError)) throw cause;
    if (cause.kind === 'unmodelled') throw new Unmodelled(cause.message);
    throw new S3Error(400, 'MalformedPolicy', `This policy contains invalid Json: ${cause.message}`);
  }
  throw new S3Error(400, 'MalformedPolicy', 'Missing required field Principal');
}
