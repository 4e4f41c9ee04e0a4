import { canonicalRequest, sha256Hex } from './canonical-request.ts';
import { requestSignature, scopeText, signingKey, type Signing } from './signing-key.ts';

export interface RequestToSign {
  readonly method: string;
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
  readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string };
  readonly region?: string;
  /** Default: s3. */
  readonly service?: 's3' | 'kms';
  /** Default: now. */
  readonly time?: Date;
}

/** What `fetch` takes, signed in its headers: for requests that no SDK would send. */
export function signedRequest(request: RequestToSign): {
  readonly method: string;
  readonly headers: Record<string, string>;
  readonly body?: Buffer;
} {
  const { method, body = '' } = request;
  const { signing, scope, host, rawPath, query } = partsOf(request);
  const payloadHash = sha256Hex(body);
  const headers: Record<string, string> = {
    ...request.headers,
    host,
    'x-amz-date': signing.time,
    'x-amz-content-sha256': payloadHash,
  };
  const signedHeaders = Object.keys(headers).sort();
  const canonical = canonicalRequest({ method, rawPath, query, headers, signedHeaders, payloadHash });
  const { accessKeyId } = request.credentials;
  const authorization = `AWS4-HMAC-SHA256 Credential=${accessKeyId}/${scope}, SignedHeaders=${signedHeaders.join(';')}, Signature=${requestSignature(signing, canonical)}`;
  return { method, headers: { ...headers, authorization }, ...(body.length === 0 ? {} : { body: Buffer.from(body) }) };
}

/** An address that anybody may use for an hour, with these headers and any body. */
export function presignedUrl(request: Omit<RequestToSign, 'body'>): string {
  const { signing, scope, host, rawPath, query } = partsOf(request);
  const headers = { ...request.headers, host };
  const signedHeaders = Object.keys(headers).sort();
  const signed: [string, string][] = [
    ...query,
    ['X-Amz-Algorithm', 'AWS4-HMAC-SHA256'],
    ['X-Amz-Credential', `${request.credentials.accessKeyId}/${scope}`],
    ['X-Amz-Date', signing.time],
    ['X-Amz-Expires', '3600'],
    ['X-Amz-SignedHeaders', signedHeaders.join(';')],
  ];
  const canonical = canonicalRequest({
    method: request.method,
    rawPath,
    query: signed,
    headers,
    signedHeaders,
    payloadHash: 'UNSIGNED-PAYLOAD',
  });
  const search = [...signed, ['X-Amz-Signature', requestSignature(signing, canonical)] as const];
  return `${new URL(request.url).origin}${rawPath}?${search.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&')}`;
}

function partsOf({ url, credentials, region = 'us-east-1', service = 's3', time: at = new Date() }: RequestToSign) {
  const { host, pathname, searchParams } = new URL(url);
  const time = at.toISOString().replaceAll(/[-:]|\.\d{3}/g, '');
  const scope = { date: time.slice(0, 8), region, service };
  const signing: Signing = { key: signingKey(credentials.secretAccessKey, scope), time, scope };
  return { signing, scope: scopeText(scope), host, rawPath: pathname, query: [...searchParams] };
}
