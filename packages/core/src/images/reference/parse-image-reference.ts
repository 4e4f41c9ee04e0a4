import { imageFailure } from './image-failure.ts';
import type { ImageReference } from './image-reference.ts';
import { referenceParts } from './reference-parts.ts';

const DOCKER_HUB = 'docker.io';
const FORMER_DOCKER_HUB = 'index.docker.io';
const ONLY_HEX = /^(?:sha256:)?[a-f0-9]{64}$/;

/**
 * Reads a reference as it stands in a manifest and fills in what Docker fills in (normalize.go of distribution/reference): no registry
 * means docker.io, no namespace there means library. A tag is never made up. ConfigurationError `image/...`.
 */
export function parseImageReference(text: string, at = 'image reference'): ImageReference {
  if (ONLY_HEX.test(text)) throw imageFailure('image/no-name', `sha256:${text.slice(-64)}`, at);
  const { domain, path, tag, digest } = referenceParts(inFull(text), at);
  if (domain === null) throw imageFailure('image/format', JSON.stringify(text), at);
  return { domain, path, ...(tag !== null && { tag }), ...(digest !== null && { digest }) };
}

function inFull(text: string): string {
  const slash = text.indexOf('/');
  const first = text.slice(0, Math.max(slash, 0));
  if (slash === -1 || !namesRegistry(first)) return onDockerHub(text);
  if (first === DOCKER_HUB || first === FORMER_DOCKER_HUB) return onDockerHub(text.slice(slash + 1));
  return text;
}

/** `team/app` is on Docker Hub, `team.example/app`, `team:5000/app`, `Team/app` and `localhost/app` are not (splitDockerDomain). */
function namesRegistry(first: string): boolean {
  return first === 'localhost' || /[.:]/.test(first) || first !== first.toLowerCase();
}

function onDockerHub(remote: string): string {
  return `${DOCKER_HUB}/${remote.includes('/') ? '' : 'library/'}${remote}`;
}
