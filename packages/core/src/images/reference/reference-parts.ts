import { isSha256, isSha512, type Digest } from '../../canonical/digest.ts';
import { imageFailure } from './image-failure.ts';

/** A reference taken apart by the bare grammar, without the defaults of Docker: `domain` is null where none is written. */
export interface ReferenceParts {
  readonly domain: string | null;
  readonly path: string;
  readonly tag: string | null;
  readonly digest: Digest | null;
}

const MAX_PATH = 255; // RepositoryNameTotalLengthMax of distribution/reference
const DOMAIN_COMPONENT = /^[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?$/;
const IPV6 = /^\[[a-fA-F0-9:]+\]$/; // without zone (RFC 6874) and without embedded IPv4
const PORT = /^(.+?)(?::[0-9]+)?$/;
const PATH_COMPONENT = /^[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*$/;
const TAG = /^[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}$/;
const DIGEST = /^([A-Za-z][A-Za-z0-9]*(?:[-_+.][A-Za-z][A-Za-z0-9]*)*):[0-9a-fA-F]{32,}$/;

/**
 * The grammar of distribution/reference (reference.go), read part by part: one expression for the whole would have to try many splits
 * of a hostile text. ConfigurationError `image/...`.
 */
export function referenceParts(text: string, at: string): ReferenceParts {
  const [named = '', digestText, ...rest] = text.split('@');
  if (rest.length > 0) throw imageFailure('image/format', show(text), at);
  const colon = named.lastIndexOf(':');
  const hasTag = colon > named.lastIndexOf('/'); // a colon before the last slash is that of a port
  const tag = hasTag ? named.slice(colon + 1) : null;
  const { domain, path } = splitName(hasTag ? named.slice(0, colon) : named);
  const components = path.split('/');
  if (tag !== null && !TAG.test(tag)) throw imageFailure('image/format', show(text), at);
  if (!components.every((component) => PATH_COMPONENT.test(component))) {
    const isCase = components.every((component) => PATH_COMPONENT.test(component.toLowerCase()));
    throw imageFailure(isCase ? 'image/uppercase' : 'image/format', show(text), at);
  }
  if (path.length > MAX_PATH) throw imageFailure('image/too-long', `${path.length} characters`, at);
  return { domain, path, tag, digest: digestText === undefined ? null : readDigest(digestText, at) };
}

function splitName(name: string): { domain: string | null; path: string } {
  const slash = name.indexOf('/');
  const first = name.slice(0, Math.max(slash, 0));
  return isDomain(first) ? { domain: first, path: name.slice(slash + 1) } : { domain: null, path: name };
}

function isDomain(text: string): boolean {
  const host = PORT.exec(text)?.[1] ?? '';
  return IPV6.test(host) || host.split('.').every((component) => DOMAIN_COMPONENT.test(component));
}

function readDigest(text: string, at: string): Digest {
  if (isSha256(text) || isSha512(text)) return text;
  const algorithm = DIGEST.exec(text)?.[1];
  if (algorithm === undefined) throw imageFailure('image/digest', show(text), at);
  const isKnown = algorithm === 'sha256' || algorithm === 'sha512';
  throw imageFailure(isKnown ? 'image/digest' : 'image/digest-algorithm', show(text), at);
}

function show(text: string): string {
  return JSON.stringify(text.length <= 300 ? text : `${text.slice(0, 300)}…`);
}
