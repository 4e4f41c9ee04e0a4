import { sha256, type Sha256 } from '@proofrail/core/canonical';
import { known, unknown, type Fact, type UnknownReason } from '@proofrail/core/context';
import { exchange, TOO_LARGE } from './exchange.ts';
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
  if (location === undefined) return unknown('unusable');
  const answer = await exchange(location, { signal: AbortSignal.timeout(MOST_MILLISECONDS), most });
  return answer.status === 200 ? known(answer.bytes) : unknown(reasonOf(answer));
}

function unpacked(archive: Fact<Uint8Array>, most: number): Fact<ReadArtifact> {
  if (!archive.known) return archive;
  const files = readZip(archive.value, most);
  return files === null ? unknown('unusable') : known({ digest: sha256(archive.value), files });
}

function reasonOf(cause: unknown): UnknownReason {
  if (typeof cause !== 'object' || cause === null) return 'unusable';
  if ('code' in cause && cause.code === TOO_LARGE) return 'truncated';
  const status = 'status' in cause ? cause.status : null;
  if (status === 401 || status === 403) return 'forbidden';
  return status === 404 || status === 410 ? 'absent' : 'unusable';
}
