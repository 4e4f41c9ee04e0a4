import { createHash, randomBytes } from 'node:crypto';
import { signedRequest } from '@proofrail/testkit';
import { shippedPolicy } from '../infra/shipped-policy.ts';
import { NotModelled } from './question.ts';

export interface AwsSettings {
  readonly region: string;
  /** Null: AWS itself. */
  readonly endpoint: string | null;
  readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string; readonly sessionToken?: string };
  /** ARN of the role that asks: the one that the deny set lets take its own policy away again, so that buckets can be removed. */
  readonly role: string;
  /** ARN of a role that S3 may replicate with; null: the third question is not asked. */
  readonly replicationRole: string | null;
  /** ARN of an asymmetric KMS key of spec ECC_NIST_EDWARDS25519; null: the seventh question is not asked. */
  readonly logKey: string | null;
}

export interface Answered {
  readonly status: number;
  /** `AccessDenied`; null where S3 names none. */
  readonly code: string | null;
  readonly headers: Headers;
  readonly body: string;
}

export interface Sent {
  readonly query?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** Names of buckets that this makes: what removes them looks for nothing else. */
export const BUCKET_PREFIX = 'proofrail-questions-';

const ONE_DAY =
  '<ObjectLockConfiguration><ObjectLockEnabled>Enabled</ObjectLockEnabled><Rule><DefaultRetention><Mode>COMPLIANCE</Mode><Days>1</Days></DefaultRetention></Rule></ObjectLockConfiguration>';

/** Plain signed HTTP, one attempt each: what an SDK would retry or translate is what is asked about. */
export class AwsBench {
  readonly settings: AwsSettings;
  readonly #run = randomBytes(4).toString('hex');
  #policed: Promise<string> | null = null;
  #open: Promise<string> | null = null;

  constructor(settings: AwsSettings) {
    this.settings = settings;
  }

  /** A bucket as infra/ makes it: COMPLIANCE for one day, and the whole deny set. */
  policed(): Promise<string> {
    this.#policed ??= this.#makePoliced();
    return this.#policed;
  }

  /** A bucket with versions and without a lock or a policy: what lies there can go on the same day. */
  open(): Promise<string> {
    this.#open ??= this.makeOpen('open');
    return this.#open;
  }

  async makeOpen(name: string): Promise<string> {
    const bucket = await this.#makeBucket(name, {});
    await this.expect('PUT', `/${bucket}`, {
      query: { versioning: '' },
      body: '<VersioningConfiguration><Status>Enabled</Status></VersioningConfiguration>',
    });
    return bucket;
  }

  /** `target`: `/bucket` or `/bucket/key`. NotModelled where a fake says that it does not know. */
  async send(method: string, target: string, { query = {}, headers = {}, body = '' }: Sent = {}): Promise<Answered> {
    const search = new URLSearchParams(query).toString();
    const url = `${this.#endpoint()}${target}${search === '' ? '' : `?${search}`}`;
    const { credentials, region } = this.settings;
    const checksum = body === '' ? {} : { 'x-amz-checksum-sha256': createHash('sha256').update(body).digest('base64') };
    const signed = signedRequest({
      method,
      url,
      body,
      region,
      credentials,
      headers: { ...checksum, ...this.token(), ...headers },
    });
    return this.read(await fetch(url, signed));
  }

  /** For what has to work before anything can be asked. */
  async expect(method: string, target: string, sent: Sent = {}): Promise<Answered> {
    const answer = await this.send(method, target, sent);
    if (answer.status >= 300) throw new Error(`${method} ${target}: ${said(answer)} ${answer.body}`);
    return answer;
  }

  /** A new object, as our writers create one. */
  create(bucket: string, key: string, body = 'a question', headers: Readonly<Record<string, string>> = {}): Promise<Answered> {
    return this.send('PUT', `/${bucket}/${key}`, { body, headers: { 'if-none-match': '*', ...headers } });
  }

  /** Credentials of a role go with a third part. */
  token(): Record<string, string> {
    const { sessionToken } = this.settings.credentials;
    return sessionToken === undefined ? {} : { 'x-amz-security-token': sessionToken };
  }

  async read(response: Response): Promise<Answered> {
    const body = await response.text();
    if (response.status === 501 && body.includes('does not model')) throw new NotModelled(body);
    return { status: response.status, code: /<Code>(\w+)<\/Code>/.exec(body)?.[1] ?? null, headers: response.headers, body };
  }

  address(bucket: string): string {
    return `${this.#endpoint()}/${bucket}`;
  }

  async #makePoliced(): Promise<string> {
    const bucket = await this.#makeBucket('policed', { 'x-amz-bucket-object-lock-enabled': 'true' });
    await this.expect('PUT', `/${bucket}`, { query: { 'object-lock': '' }, body: ONE_DAY });
    const body = shippedPolicy('buckets/evidence', {
      bucket,
      kms_key: 'arn:aws:kms:us-east-1:123456789012:key/none', // only named to be refused: the bucket encrypts by its default
      infrastructure_role: this.settings.role,
      keeper_role: 'arn:aws:iam::123456789012:role/nobody',
      sealer_role: 'arn:aws:iam::123456789012:role/nobody',
      most_retention_days: '5475',
    });
    await this.expect('PUT', `/${bucket}`, { query: { policy: '' }, body });
    return bucket;
  }

  async #makeBucket(name: string, headers: Readonly<Record<string, string>>): Promise<string> {
    const bucket = `${BUCKET_PREFIX}${this.#run}-${name}`;
    const { region } = this.settings;
    const elsewhere = `<CreateBucketConfiguration><LocationConstraint>${region}</LocationConstraint></CreateBucketConfiguration>`;
    await this.expect('PUT', `/${bucket}`, { headers, body: region === 'us-east-1' ? '' : elsewhere });
    return bucket;
  }

  #endpoint(): string {
    return this.settings.endpoint ?? `https://s3.${this.settings.region}.amazonaws.com`;
  }
}

/** `200`, or `403 AccessDenied`. */
export const said = ({ status, code }: Answered): string => (code === null ? String(status) : `${status} ${code}`);

/** `1 × 200, 63 × 412 PreconditionFailed`: what several said, the most frequent last. */
export function tally(answers: readonly Answered[]): string {
  const counts = new Map<string, number>();
  for (const answer of answers) counts.set(said(answer), (counts.get(said(answer)) ?? 0) + 1);
  return [...counts]
    .sort(([, a], [, b]) => a - b)
    .map(([answer, count]) => `${count} × ${answer}`)
    .join(', ');
}
