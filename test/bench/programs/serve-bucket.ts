// A folder served as a bucket that locks and versions, over S3's REST on the loopback, in a process of its own. It checks no signature and
// takes no write: what a bench of readers needs, and neither a fake of S3 nor a server that a million objects must be sent to first.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import path from 'node:path';

const PAGE = 1_000;
const [folder = ''] = process.argv.slice(2);
const LOCK_DAYS = 2_555;
const DAY = 86_400_000; // milliseconds

const keys = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\/[0-9][^/]*$/.test(name) && !statSync(path.join(folder, name)).isDirectory())
  .sort();
/** A writer reads out of it how far back it has to look. */
const createdAt = (key: string): Date => statSync(path.join(folder, key)).mtime;
const versionOf = (key: string): string => createHash('sha256').update(key).digest('hex').slice(0, 32);

const server = createServer((request, response) => answer(request, response));
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  if (typeof address === 'object' && address !== null) process.stdout.write(`port ${address.port}\n`);
});

function answer({ url = '/' }: IncomingMessage, response: ServerResponse): void {
  const { pathname, searchParams: asked } = new URL(url, 'http://bucket');
  const [, , ...names] = pathname.split('/');
  if (asked.has('object-lock')) return send(response, LOCK);
  if (asked.has('versions')) return send(response, page(asked));
  const key = names.map(decodeURIComponent).join('/');
  try {
    const bytes = readFileSync(path.join(folder, key));
    const created = createdAt(key);
    response.writeHead(200, {
      'content-length': bytes.length,
      'last-modified': created.toUTCString(),
      'x-amz-version-id': versionOf(key),
      'x-amz-object-lock-mode': 'COMPLIANCE',
      'x-amz-object-lock-retain-until-date': new Date(created.getTime() + LOCK_DAYS * DAY).toISOString(),
    });
    response.end(bytes);
  } catch {
    response.writeHead(404, { 'content-type': 'application/xml' });
    response.end('<Error><Code>NoSuchKey</Code></Error>');
  }
}

const LOCK =
  '<ObjectLockConfiguration><ObjectLockEnabled>Enabled</ObjectLockEnabled>' +
  `<Rule><DefaultRetention><Mode>COMPLIANCE</Mode><Days>${LOCK_DAYS}</Days></DefaultRetention></Rule></ObjectLockConfiguration>`;

function page(asked: URLSearchParams): string {
  const [prefix, marker] = [asked.get('prefix') ?? '', asked.get('key-marker') ?? ''];
  const most = Math.min(Number(asked.get('max-keys') ?? PAGE), PAGE);
  const from = firstIndex((key) => key > marker && key >= prefix);
  const some = keys.slice(from, from + most + 1).filter((key) => key.startsWith(prefix));
  const shown = some.slice(0, most);
  const last = shown.at(-1);
  const next = some.length > most && last !== undefined ? `<NextKeyMarker>${last}</NextKeyMarker>` : '';
  return `<ListVersionsResult><IsTruncated>${next !== ''}</IsTruncated>${next}${shown.map(version).join('')}</ListVersionsResult>`;
}

const version = (key: string): string =>
  `<Version><Key>${key}</Key><VersionId>${versionOf(key)}</VersionId><IsLatest>true</IsLatest>` +
  `<LastModified>${createdAt(key).toISOString()}</LastModified><Size>1</Size></Version>`;

/** Of the keys, which ascend, the first of which it holds. */
function firstIndex(holds: (key: string) => boolean): number {
  let [low, high] = [0, keys.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(keys[middle] ?? '')) high = middle;
    else low = middle + 1;
  }
  return low;
}

function send(response: ServerResponse, xml: string): void {
  response.writeHead(200, { 'content-type': 'application/xml', 'content-length': Buffer.byteLength(xml) });
  response.end(xml);
}
