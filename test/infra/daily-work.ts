import { publicKeyFromPem, sha256 } from '@proofrail/core/canonical';
import { pseudonymOf, resolvePseudonym } from '@proofrail/core/evidence';
import { evidenceLog } from '@proofrail/core/gate';
import { lengthenLocks } from '@proofrail/core/lengthen';
import { parseStreamId, readStream, type StreamId } from '@proofrail/core/ledger';
import { verifyLedger } from '@proofrail/core/verification';
import { sealAndCountersign, type Countersigner } from '@proofrail/core/countersign';
import { FakeIssuer, type FakeS3 } from '@proofrail/testkit';
import { recordKey, recordName } from '../../packages/core/src/ledger/layout.ts';
import {
  examineBucket,
  S3Identities,
  S3LockKeeper,
  S3Store,
  S3Trail,
  type S3Options,
} from '../../packages/stores/s3/src/index.ts';
import { publishing } from '../countersign/sealing-desk.ts';
import { ask, releasesOn } from '../ledger/releases.ts';
import { ledgerOn, record, testSigner, trustIn } from '../ledger/small-ledger.ts';
import { intent } from '../ledger/witnessed-ledger.ts';
import { sealerOn, testLogKey } from '../seal/sealed-ledger.ts';
import { ACCOUNT, BUCKETS, KEYS, REGION, SERVICES_STREAM, STREAM, TRAIL_BUCKET } from './shipped-account.ts';

const OWN = parseStreamId(STREAM);
const SERVICES = parseStreamId(SERVICES_STREAM);
const PULL_REQUESTS = parseStreamId(`${STREAM}-pr`);
const uriOf = (bucket: string): string => `s3://${bucket}?region=${REGION}&owner=${ACCOUNT}`;
const DAY = { unit: 'Days' as const, length: 1 };
const HOUR = 3_600_000;
const ADA = 'github:1001';

const DIGEST_FILE = `AWSLogs/${ACCOUNT}/CloudTrail-Digest/${REGION}/2026/11/21/digest.json.gz`;

/** The buckets as infra/ sets them, but for their policies; in the trail’s one file. */
export function makeBuckets({ state }: FakeS3): void {
  const encryption = (bucket: keyof typeof BUCKETS) => ({ kind: 'aws:kms' as const, key: KEYS[bucket], bucketKey: true });
  const defaultRetention = { mode: 'COMPLIANCE' as const, period: DAY };
  const evidence = state.createBucket(BUCKETS.evidence, { defaultRetention, encryption: encryption('evidence') });
  const ways = ['BlockPublicAcls', 'IgnorePublicAcls', 'BlockPublicPolicy', 'RestrictPublicBuckets'];
  evidence.publicAccessBlock = Object.fromEntries(ways.map((way) => [way, true]));
  state.createBucket(BUCKETS.identities, { encryption: encryption('identities') });
  state.createBucket(BUCKETS.attachments, { encryption: encryption('attachments') });
  const checksum = { algorithm: 'SHA256', value: '' } as const;
  const file = { bytes: Buffer.from('a digest'), etag: '"1"', checksum, encryption: { kind: 'AES256' }, headers: {} } as const;
  state.createBucket(TRAIL_BUCKET, { defaultRetention }).add(DIGEST_FILE, state.now, file);
}

/** One piece of the work that our own code does in a role; it throws where that is not done. */
export interface Work {
  readonly role: string;
  readonly what: string;
  readonly act: () => Promise<unknown>;
}

/** What each role does on an ordinary day, in an order in which each finds what it needs. */
export function dailyWork(optionsOf: (role: string) => S3Options): readonly Work[] {
  const issuer = new FakeIssuer();
  const signer = testSigner();
  const lasting = testSigner();
  const sealersOwn = testSigner();
  const runKey = publicKeyFromPem(signer.pem, 'test');
  const trust = { ...trustIn([lasting, sealersOwn], null), issuer_keys: [issuer.issuerKey], run_keys: [issuer.runRule] };
  const opened = async (options: S3Options) => ({
    store: await S3Store.open(uriOf(BUCKETS.evidence), options),
    attachments: await S3Store.open(uriOf(BUCKETS.attachments), options),
  });

  const write = async (stream: StreamId, options: S3Options): Promise<void> => {
    const { store, attachments } = await opened(options);
    const tokens = { tokenFor: (audience: string) => Promise.resolve(issuer.token(audience)) };
    const logOf = () => {
      const ledger = ledgerOn(store, signer, { now: Date.now });
      const random = (length: number) => crypto.getRandomValues(new Uint8Array(length));
      return evidenceLog(ledger, stream, random, { tokens, attachments, runKey }, { by: 'ledger' }, attachments);
    };
    const [first, second] = [logOf(), logOf()];
    await Promise.all([first.append(intent()), second.append(intent()), second.append(intent())]);
    await first.attach(new TextEncoder().encode('an SBOM'));
    await second.attach(new TextEncoder().encode('an SBOM'));
    const report = new TextEncoder().encode(`a report for ${stream}`);
    if (!(await first.keep(report)) || !(await second.keep(report))) throw new Error('a report was not kept');
    const people = await S3Identities.open(uriOf(BUCKETS.identities), options);
    await people.keyOf(ADA);
    await people.keyOf(ADA);
  };
  const read = async (stream: StreamId, options: S3Options): Promise<void> => {
    const { store, attachments } = await opened(options);
    let records = 0;
    for await (const { stream: from } of readStream(store, stream, { trust, attachments })) records += Number(from === stream);
    if (records === 0) throw new Error(`no record of ${stream} counts`);
  };
  const verify = async (options: S3Options): Promise<readonly string[]> => {
    const { store, attachments } = await opened(options);
    const { outcome, findings } = await verifyLedger(store, { trust, attachments });
    if (outcome !== 'allow') throw new Error(`the ledger does not verify: ${findings.map(({ code }) => code).join(' ')}`);
    const promises = await examineBucket(uriOf(BUCKETS.evidence), 1, options);
    return promises.filter(({ holds }) => holds !== true).map(({ promise }) => promise);
  };
  const release = async (options: S3Options): Promise<void> => {
    const { store } = await opened(options);
    const { decide, archive } = releasesOn(store, lasting);
    await decide('allow', undefined, OWN);
    await archive(undefined, OWN);
  };
  const lookUp = async (options: S3Options): Promise<void> => {
    const { store, attachments } = await opened(options);
    const { answer } = await ask(store, { trust, attachments, stream: OWN });
    if (answer.outcome !== 'allow' || answer.foundBy !== 'pointers') throw new Error('pointers answered nothing');
  };
  const readTrail = async (options: S3Options): Promise<void> => {
    const trail = await S3Trail.open(uriOf(TRAIL_BUCKET), options);
    for (const key of await trail.keys()) if ((await trail.read(key)).kind !== 'found') throw new Error(`${key} was not read`);
    trail.close();
  };

  const leaveOrphan = async (options: S3Options): Promise<void> => {
    const store = await S3Store.open(uriOf(BUCKETS.evidence), options);
    const bytes = await record('orphan', lasting);
    await store.create(recordKey(OWN, recordName(Date.now(), sha256(bytes))), bytes);
  };
  const seal = async (options: S3Options): Promise<void> => {
    const { store, attachments } = await opened(options);
    const sealer = sealerOn(store, testLogKey(), { now: () => Date.now() + HOUR }); // by then nobody else will adopt
    const countersigner: Countersigner = {
      signer: sealersOwn,
      publicKey: publicKeyFromPem(sealersOwn.pem, 'test'),
      stream: SERVICES,
      evidence: evidenceLog(ledgerOn(store, sealersOwn, { now: Date.now }), SERVICES, (length) =>
        crypto.getRandomValues(new Uint8Array(length)),
      ),
      issuers: [publishing(issuer)],
      receipts: 'new',
      attachments,
      product: { name: 'test', version: '1' },
    };
    const { plan, countersigned, refused, issuers } = await sealAndCountersign(sealer, countersigner);
    const heartbeat = await sealAndCountersign(sealer, countersigner);
    const noticed = plan.notices.map(({ code }) => code).join(' ');
    if (noticed !== 'record/adopted' || heartbeat.records !== 0) throw new Error(`sealed, but noticed: ${noticed}`);
    const problems = [...refused, ...issuers].flatMap(({ why }) => why ?? []);
    if (countersigned === 0 || heartbeat.countersigned !== 0 || problems.length > 0)
      throw new Error(`countersigned ${countersigned}, then ${heartbeat.countersigned}: ${problems.join(' ')}`);
  };

  const locksBy = async (options: S3Options, confirmed: boolean) => {
    const { store, attachments } = await opened(options);
    const keeper = await S3LockKeeper.open(uriOf(BUCKETS.evidence), options);
    const days = { 'run.intent': 2 };
    const onProgress = (): void => undefined;
    return () => lengthenLocks({ store, keeper, trust, attachments, days, stream: null, confirmed, onProgress });
  };

  const lookAtLocks = async (options: S3Options): Promise<void> => {
    const { kinds } = await (await locksBy(options, false))();
    if (!kinds.some((one) => one.short > 0)) throw new Error('no lock is too short yet');
  };

  const lengthen = async (options: S3Options): Promise<void> => {
    const run = await locksBy(options, true);
    const [first, again] = [await run(), await run()];
    const short = [first, again].map(({ kinds }) => kinds.map((one) => one.short > 0).join());
    if (short.join(' ') !== 'true false') throw new Error(`lengthened, and once more: ${short.join(', then ')}`);
    if (first.findings.length > 0) throw new Error(`left out: ${first.findings.map(({ code }) => code).join(' ')}`);
  };

  const identify = async (options: S3Options): Promise<void> => {
    const people = await S3Identities.open(uriOf(BUCKETS.identities), options);
    const found = await resolvePseudonym(await pseudonymOf(ADA, people), people);
    if (found.join() !== ADA) throw new Error(`the pseudonym is that of ${found.length} people`);
  };
  const erase = async (options: S3Options): Promise<void> => {
    const people = await S3Identities.open(uriOf(BUCKETS.identities), options);
    if (!(await people.erase(ADA))) throw new Error('nobody was erased');
  };
  const work = (role: string, what: string, act: (options: S3Options) => Promise<unknown>): Work => ({
    role,
    what,
    act: () => act(optionsOf(role)),
  });
  return [
    work('writer', 'writes records, blobs, receipts, reports and keys of people', (options) => write(OWN, options)),
    work('pull_request_writer', 'does so in a stream of its own', (options) => write(PULL_REQUESTS, options)),
    work('writer', 'reads its stream', (options) => read(OWN, options)),
    work('writer', 'reads what pull requests wrote, by which the verifier of merges explains', (options) =>
      read(PULL_REQUESTS, options),
    ),
    work('writer', 'points at a decision and at the SBOM of what was built', release),
    work('deployment_reader', 'looks up an image by these pointers', lookUp),
    work('deployment_reader', 'reads a source stream', (options) => read(OWN, options)),
    work('eraser', 'says whose pseudonym it is', identify),
    work('eraser', 'erases a person', erase),
    work('writer', 'dies between a record and its slot', leaveOrphan),
    work(
      'sealer',
      'seals all streams with what lies in no slot, countersigns receipts, and once more when nothing has changed',
      seal,
    ),
    work('auditor', 'sees which locks a keeper would lengthen', lookAtLocks),
    work('keeper', 'lengthens the locks of one kind, and finds nothing to do after that', lengthen),
    work('verifier', 'verifies the ledger and its bucket', verify),
    work('auditor', 'verifies the ledger and its bucket', verify),
    work('verifier', 'reads what the trail recorded', readTrail),
    work('auditor', 'reads what the trail recorded', readTrail),
    work('writer', 'names the checkpoint in what it writes from then on', (options) => write(OWN, options)),
    work('pull_request_writer', 'does so too', (options) => write(PULL_REQUESTS, options)),
  ];
}
