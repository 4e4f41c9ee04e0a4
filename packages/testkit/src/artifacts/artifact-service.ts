import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface ArtifactService {
  /** What the runner would put into the environment of a step that may upload. */
  readonly environment: Readonly<Record<string, string>>;
  /** Finished artifacts: the zip files, by name. */
  readonly artifacts: ReadonlyMap<string, Buffer>;
  close(): Promise<void>;
}

const RUN = '00000000-0000-4000-8000-000000000001';
const JOB = '00000000-0000-4000-8000-000000000002';

interface Upload {
  /** Numbered in the order of beginning. */
  readonly id: number;
  readonly blocks: Map<string, Buffer>;
  zip: Buffer;
}

/**
 * The two services behind artifacts, up and down, as the client of `@actions/artifact` 6 speaks to them: the results service (Twirp, JSON) and block blobs.
 * `refuse` answers every request with that status instead.
 */
export async function startArtifactService(options: { readonly refuse?: number } = {}): Promise<ArtifactService> {
  const uploads = new Map<string, Upload>();
  const artifacts = new Map<string, Buffer>();
  const server = createServer((request, response) => {
    void body(request).then((bytes) => {
      if (options.refuse === undefined) answer(request, response, bytes, uploads, artifacts);
      else response.writeHead(options.refuse, { 'content-type': 'application/json' }).end('{"msg":"refused by the test"}');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    environment: { ACTIONS_RESULTS_URL: `http://127.0.0.1:${port}/`, ACTIONS_RUNTIME_TOKEN: runtimeToken() },
    artifacts,
    close: () => new Promise((resolve) => void server.close(() => resolve()).closeAllConnections()),
  };
}

function answer(
  request: IncomingMessage,
  response: ServerResponse,
  bytes: Buffer,
  uploads: Map<string, Upload>,
  artifacts: Map<string, Buffer>,
): void {
  const url = new URL(request.url ?? '/', `http://${request.headers.host ?? ''}`);
  const json = (value: unknown) => response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(value));
  if (url.pathname.endsWith('/CreateArtifact')) {
    const { name } = JSON.parse(bytes.toString('utf8')) as { name: string };
    uploads.set(name, { id: uploads.size + 1, blocks: new Map(), zip: Buffer.alloc(0) });
    json({ ok: true, signed_upload_url: blobUrl(url, name) });
  } else if (url.pathname.endsWith('/FinalizeArtifact')) {
    const { name } = JSON.parse(bytes.toString('utf8')) as { name: string };
    artifacts.set(name, uploads.get(name)?.zip ?? Buffer.alloc(0));
    json({ ok: true, artifact_id: String(uploads.get(name)?.id ?? 0) });
  } else if (url.pathname.endsWith('/ListArtifacts')) {
    const { id_filter: id } = JSON.parse(bytes.toString('utf8')) as { id_filter?: string };
    json({ artifacts: listed(uploads, artifacts).filter(({ database_id }) => id === undefined || database_id === id) });
  } else if (url.pathname.endsWith('/GetSignedArtifactURL')) {
    const { name } = JSON.parse(bytes.toString('utf8')) as { name: string };
    json({ signed_url: blobUrl(url, name) });
  } else if (request.method === 'GET') {
    response.writeHead(200, { 'content-type': 'application/zip' }).end(artifacts.get(url.searchParams.get('artifact') ?? ''));
  } else {
    store(url, bytes, uploads);
    response
      .writeHead(201, {
        etag: '"1"',
        'last-modified': new Date(0).toUTCString(),
        'x-ms-request-id': '1',
        'x-ms-version': '2024-11-04',
      })
      .end();
  }
}

const blobUrl = ({ origin }: URL, name: string): string =>
  `${origin}/account/container/blob?artifact=${encodeURIComponent(name)}&sig=secret`;

const listed = (uploads: ReadonlyMap<string, Upload>, artifacts: ReadonlyMap<string, Buffer>) =>
  [...artifacts].map(([name, zip]) => ({
    workflow_run_backend_id: RUN,
    workflow_job_run_backend_id: JOB,
    database_id: String(uploads.get(name)?.id ?? 0),
    name,
    size: String(zip.length),
    created_at: new Date(0).toISOString(),
    digest: `sha256:${createHash('sha256').update(zip).digest('hex')}`,
  }));

function store(url: URL, bytes: Buffer, uploads: Map<string, Upload>): void {
  const upload = uploads.get(url.searchParams.get('artifact') ?? '');
  if (upload === undefined) return;
  const command = url.searchParams.get('comp');
  if (command === 'block') upload.blocks.set(url.searchParams.get('blockid') ?? '', bytes);
  else if (command === 'blocklist')
    upload.zip = Buffer.concat(committed(bytes).map((id) => upload.blocks.get(id) ?? Buffer.alloc(0)));
  else upload.zip = bytes;
}

const committed = (list: Buffer): string[] =>
  [...list.toString('utf8').matchAll(/<Latest>(.*?)<\/Latest>/g)].map((match) => match[1] ?? '');

async function body(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** Unsigned: the client only reads the scope in it. */
function runtimeToken(): string {
  const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part({ alg: 'none' })}.${part({ scp: `Actions.Results:${RUN}:${JOB}` })}.x`;
}
