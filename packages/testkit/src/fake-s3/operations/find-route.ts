import { S3Error, Unmodelled } from '../s3-error.ts';
import { BUCKET_ROUTES } from './bucket-routes.ts';
import { OBJECT_ROUTES } from './object-routes.ts';
import type { Asked, Route, Scope } from './route.ts';

const ROUTES: readonly Route[] = [...BUCKET_ROUTES, ...OBJECT_ROUTES];

/** Parameters and headers that go with every request. */
const COMMON_QUERY = /^(?:x-id|X-Amz-.*)$/;
const COMMON_HEADERS = [
  'x-amz-content-sha256',
  'x-amz-date',
  'x-amz-security-token',
  'x-amz-user-agent',
  'x-amz-expected-bucket-owner',
  'x-amz-decoded-content-length',
];

/** The operation with the most marks in the request; null if there is none. */
export function findRoute(method: string, scope: Scope, asked: Asked): Route | null {
  const fitting = ROUTES.filter(
    (route) =>
      route.method === method &&
      route.scope === scope &&
      (route.marks ?? []).every((mark) => asked.query.has(mark) || asked.headers[mark] !== undefined),
  );
  return fitting.sort((a, b) => (b.marks?.length ?? 0) - (a.marks?.length ?? 0))[0] ?? null;
}

/** A parameter or header that nobody looks at would change the meaning at AWS and nothing here. */
export function expectModelled({ operation, marks = [], query = [], headers = [] }: Route, asked: Asked): void {
  const parameter = [...asked.query.keys()].find(
    (name) => !COMMON_QUERY.test(name) && !marks.includes(name) && !query.includes(name),
  );
  if (parameter !== undefined) throw new Unmodelled(`${operation} with the parameter ${parameter}`);
  const known = (name: string) =>
    !name.startsWith('x-amz-') || name.startsWith('x-amz-meta-') || [...COMMON_HEADERS, ...marks, ...headers].includes(name);
  const header = Object.keys(asked.headers).find((name) => !known(name));
  if (header !== undefined) throw new Unmodelled(`${operation} with the header ${header}`);
  const storage = asked.headers['x-amz-storage-class'] ?? 'STANDARD';
  if (storage !== 'STANDARD') throw new Unmodelled(`the storage class ${storage}`);
  if (
    asked.headers['content-encoding']?.includes('aws-chunked') === true &&
    asked.headers['x-amz-decoded-content-length'] === undefined
  ) {
    throw new S3Error(411, 'MissingContentLength', 'You must provide the Content-Length HTTP header.');
  }
}
