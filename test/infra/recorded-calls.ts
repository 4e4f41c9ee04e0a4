import { sealLedger } from '@proofrail/core/seal';
import { logKeyOf } from '@proofrail/machine';
import { openKmsSigner, type KmsSigner } from '@proofrail/signer-kms';
import { MemoryStore } from '@proofrail/store-memory';
import { startFakeKms, startFakeS3 } from '@proofrail/testkit';
import { fill, ledgerOn, testSigner } from '../ledger/small-ledger.ts';
import { ORIGIN } from '../seal/sealed-ledger.ts';
import { dailyWork, makeBuckets } from './daily-work.ts';
import { ACCOUNT, BUCKETS, KEYS, REGION, type Asked } from './shipped-account.ts';

/**
 * What our own code asks of S3 in each role, recorded from a fake S3 that allows everything; each request once. What S3 then asks of KMS
 * for the caller is added as AWS documents it.
 */
export async function recordedCalls(): Promise<ReadonlyMap<string, readonly Asked[]>> {
  const server = await startFakeS3({ account: ACCOUNT });
  makeBuckets(server);
  const options = { endpoint: { url: server.url, pathStyle: true }, credentials: server.credentials };
  const recorded = new Map<string, Map<string, Asked>>();
  try {
    for (const { role, act } of dailyWork(() => options)) {
      const before = server.calls().length;
      await act();
      const distinct = recorded.get(role) ?? new Map<string, Asked>();
      recorded.set(role, distinct);
      for (const asked of server
        .calls()
        .slice(before)
        .flatMap((call) => call.asked)) {
        for (const one of [asked, ...ofKms(asked)]) distinct.set(titleOf(one), one);
      }
    }
    if (server.unmodelled().length > 0) throw new Error(server.unmodelled().join('\n'));
  } finally {
    await server.close();
  }
  for (const asked of await callsToKms(KEYS.record, signRecords)) recorded.get('writer')?.set(titleOf(asked), asked);
  for (const asked of await callsToKms(KEYS.countersign, signRecords)) recorded.get('sealer')?.set(titleOf(asked), asked);
  for (const asked of await callsToKms(KEYS.log, sealOnce)) recorded.get('sealer')?.set(titleOf(asked), asked);
  return new Map([...recorded].map(([role, distinct]) => [role, [...distinct.values()]]));
}

/** What work with a key asks of KMS itself. */
async function callsToKms(key: string, work: (signer: KmsSigner) => Promise<void>): Promise<readonly Asked[]> {
  const server = await startFakeKms({ account: ACCOUNT, region: REGION });
  try {
    const { arn } = server.createKey();
    const { host } = new URL(server.url);
    await work(await openKmsSigner(`awskms://${host}/${arn}`, 'test', { credentials: server.credentials }));
    if (server.unmodelled().length > 0) throw new Error(server.unmodelled().join('\n'));
    return server.calls().map(({ operation }) => ({ action: `kms:${operation}`, resource: key, conditions: new Map() }));
  } finally {
    await server.close();
  }
}

/** Of any size. */
async function signRecords(signer: KmsSigner): Promise<void> {
  for (const length of [100, 100_000]) await signer.sign(new Uint8Array(length));
}

async function sealOnce(signer: KmsSigner): Promise<void> {
  const key = logKeyOf(ORIGIN, signer.publicKey, 'the origin');
  const store = new MemoryStore();
  await fill(ledgerOn(store, testSigner()), 1);
  await sealLedger({ store, signer, key, clock: { now: Date.now }, days: null });
}

/** `s3:PutObject example-evidence/v1/segments/700001/0000000000000001`, and the prefix of a listing. */
export function titleOf({ action, resource, conditions }: Asked): string {
  const prefix = conditions.get('s3:prefix');
  const name = resource.replace(/^arn:aws:(?:s3:::|kms:[^:]*:\d*:)/, '').replaceAll(/\b[0-9a-f]{64}\b/g, '<digest>');
  return `${action} ${name}${prefix === undefined ? '' : `?prefix=${prefix.replaceAll(/\b[0-9a-f]{64}\b/g, '<digest>')}`}`.replaceAll(
    /\b\d{13}-/g,
    '<time>-',
  );
}

/** S3 User Guide, "Using server-side encryption with AWS KMS keys": a data key for each new object, its decryption for each reading. */
function ofKms({ action, resource, conditions }: Asked): readonly Asked[] {
  const asks = { 's3:PutObject': 'kms:GenerateDataKey', 's3:GetObject': 'kms:Decrypt', 's3:GetObjectVersion': 'kms:Decrypt' }[
    action
  ];
  const bucket = Object.entries(BUCKETS).find(([, name]) => resource.startsWith(`arn:aws:s3:::${name}/`))?.[0] as
    keyof typeof BUCKETS | undefined;
  if (asks === undefined || bucket === undefined) return [];
  return [
    {
      action: asks,
      resource: KEYS[bucket],
      conditions: new Map([...conditions, ['kms:viaservice', `s3.${REGION}.amazonaws.com`]]),
    },
  ];
}
