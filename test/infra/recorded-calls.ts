import { publicKeyFromPem } from '@proofrail/core/canonical';
import { evidenceLog } from '@proofrail/core/gate';
import { parseStreamId, readStream, verifyLedger, type StreamId } from '@proofrail/core/ledger';
import { examineBucket, S3Identities, S3Store } from '../../packages/stores/s3/src/index.ts';
import { FakeIssuer, startFakeS3 } from '@proofrail/testkit';
import { ledgerOn, testSigner, trustIn } from '../ledger/small-ledger.ts';
import { intent } from '../ledger/witnessed-ledger.ts';
import { ACCOUNT, BUCKETS, KEYS, REGION, STREAM, type Asked } from './shipped-account.ts';

const OWN = parseStreamId(STREAM);
const PULL_REQUESTS = parseStreamId(`${STREAM}-pr`);
const uriOf = (bucket: string): string => `s3://${bucket}?region=${REGION}&owner=${ACCOUNT}`;
const DAY = { unit: 'Days' as const, length: 1 };
const ADA = 'github:1001';

/**
 * What our own code asks of S3 in each role, recorded from a fake S3 that allows everything; each request once. What S3 then asks of KMS
 * for the caller is added as AWS documents it.
 */
export async function recordedCalls(): Promise<ReadonlyMap<string, readonly Asked[]>> {
  const server = await startFakeS3({ account: ACCOUNT });
  const options = { endpoint: { url: server.url, pathStyle: true }, credentials: server.credentials };
  const encryption = (bucket: keyof typeof BUCKETS) => ({ kind: 'aws:kms' as const, key: KEYS[bucket], bucketKey: true });
  server.state.createBucket(BUCKETS.evidence, {
    defaultRetention: { mode: 'COMPLIANCE', period: DAY },
    encryption: encryption('evidence'),
  });
  server.state.createBucket(BUCKETS.identities, { encryption: encryption('identities') });
  server.state.createBucket(BUCKETS.attachments, { encryption: encryption('attachments') });

  const issuer = new FakeIssuer();
  const signer = testSigner();
  const runKey = publicKeyFromPem(signer.pem, 'test');
  const trust = { ...trustIn([], null), issuer_keys: [issuer.issuerKey], run_keys: [issuer.runRule] };
  const opened = async () => ({
    store: await S3Store.open(uriOf(BUCKETS.evidence), options),
    attachments: await S3Store.open(uriOf(BUCKETS.attachments), options),
  });

  const write = async (stream: StreamId): Promise<void> => {
    const { store, attachments } = await opened();
    const tokens = { tokenFor: (audience: string) => Promise.resolve(issuer.token(audience)) };
    const logOf = () => {
      const ledger = ledgerOn(store, signer, { now: Date.now });
      return evidenceLog(ledger, stream, (length) => crypto.getRandomValues(new Uint8Array(length)), {
        tokens,
        attachments,
        runKey,
      });
    };
    const [first, second] = [logOf(), logOf()];
    await Promise.all([first.append(intent()), second.append(intent()), second.append(intent())]);
    await first.attach(new TextEncoder().encode('an SBOM'));
    await second.attach(new TextEncoder().encode('an SBOM'));
    const people = await S3Identities.open(uriOf(BUCKETS.identities), options);
    await people.keyOf(ADA);
    await people.keyOf(ADA);
  };
  const read = async (stream: StreamId): Promise<void> => {
    const { store, attachments } = await opened();
    for await (const one of readStream(store, stream, { trust, attachments })) void one;
  };
  const verify = async (): Promise<void> => {
    const { store, attachments } = await opened();
    const { outcome, findings } = await verifyLedger(store, { trust, attachments });
    if (outcome !== 'allow')
      throw new Error(`the recorded ledger does not verify: ${findings.map(({ code }) => code).join(' ')}`);
    await examineBucket(uriOf(BUCKETS.evidence), 1, options);
  };

  const acts: readonly (readonly [role: string, act: () => Promise<unknown>])[] = [
    ['writer', () => write(OWN)],
    ['pull_request_writer', () => write(PULL_REQUESTS)],
    ['writer', () => read(OWN)],
    ['writer', () => read(PULL_REQUESTS)], // the verifier of merges explains by it
    ['deployment_reader', () => read(OWN)],
    ['verifier', verify],
    ['auditor', verify],
    ['sealer', verify],
    ['eraser', async () => (await S3Identities.open(uriOf(BUCKETS.identities), options)).erase(ADA)],
  ];
  const recorded = new Map<string, Map<string, Asked>>();
  try {
    for (const [role, act] of acts) {
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
  return new Map([...recorded].map(([role, distinct]) => [role, [...distinct.values()]]));
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
