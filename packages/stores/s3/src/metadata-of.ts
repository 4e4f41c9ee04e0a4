import type { GetObjectCommandOutput, HeadObjectCommandOutput } from '@aws-sdk/client-s3';
import type { ObjectMetadata } from '@proofrail/core/ports';

/** How a version is kept, as GET and HEAD say it alike. `kmsKey`: the one that the ledger's address names; null: none. */
export function metadataOf(answer: GetObjectCommandOutput | HeadObjectCommandOutput, kmsKey: string | null): ObjectMetadata {
  const { ObjectLockMode: mode, ObjectLockRetainUntilDate: until, LastModified: created, SSEKMSKeyId: used } = answer;
  return {
    created: created?.getTime() ?? 0,
    lock: mode === undefined || until === undefined ? null : { mode, until: until.getTime() },
    replica: answer.ReplicationStatus === 'REPLICA',
    foreignKey: isForeign(kmsKey, used),
  };
}

/** S3 answers with the ARN (MinIO with one that has no account); an address may name the key by its id, or by an alias, which tells nothing. */
function isForeign(named: string | null, used: string | undefined): boolean {
  if (named === null || named.includes('alias/')) return false;
  return used === undefined || ![used, ...used.split(/[/:]/).slice(-1)].includes(named);
}
