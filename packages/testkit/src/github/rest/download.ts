import type { Repository } from '../state/repository.ts';
import type { Scenario } from '../state/scenario.ts';
import type { Artifact } from '../state/workflow-run.ts';

/** Where the bytes of artifacts lie: an address of its own that needs no token, only its signature. */
export const DOWNLOADS = '/_storage/artifacts/';

export const downloadUrl = (api: string, artifact: Artifact): string => `${api}${DOWNLOADS}${artifact.id}?sig=for-one-minute`;

function findArtifact(repositories: Iterable<Repository>, id: number): Artifact | undefined {
  for (const repository of repositories) {
    for (const run of repository.runs.values()) {
      const found = run.artifacts.find((artifact) => artifact.id === id);
      if (found !== undefined) return found;
    }
  }
  return undefined;
}

export const storedBytes = (scenario: Scenario, path: string): Buffer | undefined =>
  findArtifact(scenario.repositories.values(), Number(path.slice(DOWNLOADS.length)))?.zip;
