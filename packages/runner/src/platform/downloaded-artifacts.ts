import { sha256 } from '@proofrail/core/canonical';
import { known, unknown, type Fact } from '@proofrail/core/context';
import type { PlatformArtifacts } from './artifact-reader.ts';
import { readZip } from './read-zip.ts';

type ArtifactToRead = Parameters<PlatformArtifacts['read']>[0];
type ArtifactFact = Awaited<ReturnType<PlatformArtifacts['read']>>;

const MOST_MILLISECONDS = 120_000;

/**
 * Artifacts for a person at a terminal. The platform's own client (`artifactReader`) takes the address of the server from the environment
 * and speaks on standard output; here the server is the one that was named, and nothing is said but the answer.
 */
export function downloadedArtifacts(token: string, apiUrl: string): PlatformArtifacts {
  return {
    read: async (artifact) => {
      const signal = AbortSignal.timeout(MOST_MILLISECONDS);
      try {
        const place = await placeOf(addressOf(artifact, apiUrl), token, signal);
        return place.known ? await archiveAt(place.value, artifact.most, signal) : place;
      } catch {
        return unknown('unusable'); // no answer, or half of one
      }
    },
  };
}

const addressOf = ({ owner, name, id }: ArtifactToRead, apiUrl: string): string =>
  `${apiUrl.replace(/\/+$/, '')}/repos/${encodeURIComponent(owner)}/${encodeURIComponent(name)}/actions/artifacts/${Number(id)}/zip`;

/** GitHub answers with the address of the bytes. Whoever lets `fetch` follow it does not see where it leads. */
async function placeOf(address: string, token: string, signal: AbortSignal): Promise<Fact<string>> {
  const headers = { authorization: `Bearer ${token}`, accept: 'application/vnd.github+json', 'user-agent': 'proofrail' };
  const answer = await fetch(address, { headers, redirect: 'manual', signal });
  await answer.body?.cancel();
  if (answer.status === 401 || answer.status === 403) return unknown('forbidden');
  if (answer.status === 404 || answer.status === 410) return unknown('absent');
  const place = answer.headers.get('location');
  return place === null ? unknown('unusable') : known(place);
}

/** Without the token: the address carries its own permission, and the place is not GitHub's. */
async function archiveAt(place: string, most: number, signal: AbortSignal): Promise<ArtifactFact> {
  const { status, body } = await fetch(place, { signal });
  if (status !== 200 || body === null) return unknown('unusable');
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.byteLength;
    if (size > most) return unknown('truncated');
    chunks.push(chunk);
  }
  const bytes = Buffer.concat(chunks);
  const files = readZip(bytes, most);
  if (files === null) return unknown('unusable');
  return known({ digest: sha256(bytes), files });
}
