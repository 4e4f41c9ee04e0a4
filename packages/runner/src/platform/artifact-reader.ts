import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sha256, type Sha256 } from '@proofrail/core/canonical';
import { known, unknown, type Fact, type UnknownReason } from '@proofrail/core/context';
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

/**
 * Artifacts of other runs, as data: the platform's client downloads the archive as it is and never unpacks it, because it would do so
 * under names of the archive's choosing. The client is a megabyte and loads only here.
 */
export function artifactReader(token: string): PlatformArtifacts {
  return {
    read: async (artifact) => {
      const folder = mkdtempSync(path.join(tmpdir(), 'proofrail-download-'));
      try {
        await download(artifact, token, folder);
        return unpack(folder, artifact.most);
      } catch (cause) {
        return unknown(reasonOf(cause));
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    },
  };
}

async function download({ owner, name, run, id }: ArtifactToRead, token: string, folder: string): Promise<void> {
  const { DefaultArtifactClient } = await import('@actions/artifact');
  await new DefaultArtifactClient().downloadArtifact(Number(id), {
    path: folder,
    skipDecompress: true,
    findBy: { token, workflowRunId: Number(run), repositoryOwner: owner, repositoryName: name },
  });
}

function unpack(folder: string, most: number): Fact<ReadArtifact> {
  const [file, second] = readdirSync(folder);
  if (file === undefined || second !== undefined) return unknown('unusable');
  const archive = path.join(folder, file);
  if (statSync(archive).size > most) return unknown('truncated');
  const bytes = readFileSync(archive);
  const files = readZip(bytes, most);
  if (files === null) return unknown('unusable');
  return known({ digest: sha256(bytes), files });
}

function reasonOf(cause: unknown): UnknownReason {
  const status = typeof cause === 'object' && cause !== null && 'status' in cause ? cause.status : null;
  if (status === 401 || status === 403) return 'forbidden';
  return status === 404 || status === 410 ? 'absent' : 'unusable';
}
