import type { Fact } from '@proofrail/core/context';
import type { Sha256 } from '@proofrail/core/canonical';

export interface ArtifactToRead {
  readonly owner: string;
  readonly name: string;
  readonly run: string;
  readonly id: string;
  /** Bytes that may come out of the archive, all files together: a small archive can hold a huge file. */
  readonly most: number;
}

export interface ReadArtifact {
  /** Of the archive as it was downloaded; the collector compares it with what GitHub says of the artifact. */
  readonly digest: Sha256;
  readonly files: readonly { readonly name: string; readonly bytes: Uint8Array }[];
}

/** Downloads one artifact by id and unpacks it in memory. The adapter lives in `runner`. Nothing is written to disk under a name of the archive's. */
export interface ArtifactReader {
  read(artifact: ArtifactToRead): Promise<Fact<ReadArtifact>>;
}
