import { sha256 } from '@proofrail/core/canonical';
import { unknown, type Fact } from '@proofrail/core/context';
import type { ArtifactReader, ReadArtifact } from '@proofrail/github';
import type { SoundChange } from '@proofrail/testkit';
import { readZip } from '../../packages/runner/src/platform/read-zip.ts';

/** The artifacts of a scenario without the download, which is tested in `runner`. */
export function fakeArtifacts({ repository }: SoundChange): ArtifactReader {
  const read = (id: string, most: number): Fact<ReadArtifact> => {
    const artifact = [...repository.runs.values()].flatMap((run) => run.artifacts).find((each) => String(each.id) === id);
    if (artifact === undefined) return unknown('absent');
    const files = readZip(artifact.zip, most);
    return files === null ? unknown('unusable') : { known: true, value: { digest: sha256(artifact.zip), files } };
  };
  return { read: ({ id, most }) => Promise.resolve(read(id, most)) };
}
