import { sha256, type Sha256 } from '@proofrail/core/canonical';
import { known, unknown, type Fact, type UnknownReason } from '@proofrail/core/context';
import { octokit } from './octokit.ts';
import { readZip, type ZipMember } from './read-zip.ts';

interface ArtifactToRead {
  readonly owner: string;
  readonly name: string;
  readonly run: string;
  readonly id: string;
  readonly most: number;
}

interface ReadArtifact {
  readonly digest: Sha256;
  readonly files: readonly ZipMember[];
}

/** As the collector of facts takes it (`ArtifactReader` of packages/github). */
export interface PlatformArtifacts {
  read(artifact: ArtifactToRead): Promise<Fact<ReadArtifact>>;
}

const ARCHIVE = 'GET /repos/{owner}/{repo}/actions/artifacts/{artifact_id}/{archive_format}';
const MOST_MILLISECONDS = 60_000;

/**
 * Artifacts of other runs, as data and in memory. Two calls instead of the platform's artifact client: that one takes as long to load as
 * the rest of the gate, refuses Enterprise servers, and writes addresses that a server gave it into the log.
 */
export function artifactReader(token: string, apiUrl: string): PlatformArtifacts {
  const client = octokit(token, apiUrl);
  client.catch(() => undefined); // whoever reads an artifact hears of it
  return {
    read: async ({ owner, name, id, most }) => {
      try {
        const request = { redirect: 'manual', signal: AbortSignal.timeout(MOST_MILLISECONDS) } as const;
        const parameters = { owner, repo: name, artifact_id: Number(id), archive_format: 'zip', request };
        const { status, headers } = await (await client).request(ARCHIVE, parameters);
        return Number(status) === 302 ? unpacked(await download(headers.location, most), most) : unknown('unusable');
      } catch (cause) {
        return unknown(reasonOf(cause));
      }
    },
  };
}

/** From the store that GitHub names, which must not see the token. */
async function download(location: string | undefined, most: number): Promise<Fact<Uint8Array>> {
  if (location === undefined || !isPrivate(location)) return unknown('unusable');
  const response = await fetch(location, { redirect: 'error', signal: AbortSignal.timeout(MOST_MILLISECONDS) });
  if (response.status !== 200 || response.body === null) return unknown(reasonOf(response));
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of response.body) {
    size += part.length;
    if (size > most) return unknown('truncated');
    parts.push(part);
  }
  return known(Buffer.concat(parts));
}

function unpacked(archive: Fact<Uint8Array>, most: number): Fact<ReadArtifact> {
  if (!archive.known) return archive;
  const files = readZip(archive.value, most);
  return files === null ? unknown('unusable') : known({ digest: sha256(archive.value), files });
}

/** Plain HTTP only from this machine, where a test listens. */
function isPrivate(location: string): boolean {
  if (!URL.canParse(location)) return false;
  const { protocol, hostname } = new URL(location);
  return protocol === 'https:' || (protocol === 'http:' && ['127.0.0.1', '[::1]', 'localhost'].includes(hostname));
}

function reasonOf(cause: unknown): UnknownReason {
  const status = typeof cause === 'object' && cause !== null && 'status' in cause ? cause.status : null;
  if (status === 401 || status === 403) return 'forbidden';
  return status === 404 || status === 410 ? 'absent' : 'unusable';
}
