/** The one statement that no deployment needs to adapt; roles and the deny set come with infra/ (ledger.md 1.4). */
export function tlsOnlyPolicy(bucket: string): string {
  return JSON.stringify({
    Version: '2012-10-17',
    Statement: [
      {
        Sid: 'TlsOnly',
        Effect: 'Deny',
        Principal: '*',
        Action: 's3:*',
        Resource: [`arn:aws:s3:::${bucket}`, `arn:aws:s3:::${bucket}/*`],
        Condition: { Bool: { 'aws:SecureTransport': 'false' } },
      },
    ],
  });
}

interface Statement {
  readonly Effect?: unknown;
  readonly Principal?: unknown;
  readonly Action?: unknown;
  readonly Resource?: unknown;
  readonly Condition?: { readonly Bool?: Readonly<Record<string, unknown>> };
}

/** Whether a policy denies everybody everything without TLS, on the bucket and on its objects. Any other wording is not understood: no. */
export function deniesPlainText(policy: string, bucket: string): boolean {
  const { Statement: statements } = JSON.parse(policy) as { readonly Statement?: Statement | readonly Statement[] };
  const wanted = [`:s3:::${bucket}`, `:s3:::${bucket}/*`];
  return list(statements).some((statement) => {
    const { Effect: effect, Principal: principal, Action: action, Resource: resource, Condition: condition } = statement;
    const everybody = principal === '*' || (principal as { AWS?: unknown } | undefined)?.AWS === '*';
    const resources = list(resource).map(String);
    const onlyTls = Object.keys(condition ?? {}).length === 1 && isOnlyTls(condition?.Bool ?? {});
    return (
      effect === 'Deny' &&
      everybody &&
      list(action).includes('s3:*') &&
      (resources.includes('*') || wanted.every((end) => resources.some((one) => one.endsWith(end)))) &&
      onlyTls
    );
  });
}

const isOnlyTls = (bool: Readonly<Record<string, unknown>>): boolean =>
  Object.keys(bool).length === 1 && String(bool['aws:SecureTransport']) === 'false';

const list = <T>(value: T | readonly T[] | undefined): readonly T[] =>
  value === undefined ? [] : Array.isArray(value) ? (value as readonly T[]) : [value as T];
