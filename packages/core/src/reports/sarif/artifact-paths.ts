import type { JsonCursor } from '../../documents/index.ts';
import { normalisePath } from '../normalise-path.ts';

const LONGEST_CHAIN = 16; // bases may refer to bases (3.14.14); a loop is broken here

/**
 * Turns artifact locations (3.4) into paths that are the same on every machine: resolved against their base, then made relative to
 * the outermost absolute base of the run, decoded, with `/`. Nothing here touches a file system; the text stays untrusted.
 */
export class ArtifactPaths {
  readonly #bases: JsonCursor | null;
  readonly #artifacts: readonly JsonCursor[];
  readonly #roots: readonly string[];
  readonly #known = new Map<string | null, Map<string, string>>();

  constructor(run: JsonCursor) {
    this.#bases = run.object('originalUriBaseIds');
    this.#artifacts = run.objects('artifacts') ?? [];
    const prefixes = (this.#bases?.names() ?? [])
      .map((name) => this.#baseOf(name))
      .filter((uri) => hasScheme(uri) || uri.startsWith('/'));
    this.#roots = prefixes.map((uri) => (uri.endsWith('/') ? uri : `${uri}/`)).sort((a, b) => a.length - b.length);
  }

  /** The path of an artifactLocation, or null when it names none. */
  pathOf(location: JsonCursor | null): string | null {
    if (location === null) return null;
    const index = location.integer('index') ?? -1;
    const named = location.text('uri') === null ? (this.#artifacts[index]?.object('location') ?? location) : location;
    const uri = named.text('uri');
    if (uri === null || uri === '') return null;
    return this.#resolve(uri, named.text('uriBaseId'));
  }

  /** Reports name the same files over and over. */
  #resolve(uri: string, base: string | null): string {
    const known = this.#known.get(base) ?? new Map<string, string>();
    this.#known.set(base, known);
    const path = known.get(uri) ?? this.#pathFrom(uri, base);
    known.set(uri, path);
    return path;
  }

  #pathFrom(uri: string, base: string | null): string {
    const full = isAbsolute(uri) || base === null ? uri : join(this.#baseOf(base), uri);
    const root = this.#roots.find((one) => full.startsWith(one));
    return normalisePath(root === undefined ? full : full.slice(root.length));
  }

  #baseOf(name: string): string {
    let uri = '';
    let next: string | null = name;
    for (let depth = 0; next !== null && depth < LONGEST_CHAIN && !isAbsolute(uri); depth += 1) {
      const base: JsonCursor | null = this.#bases?.object(next) ?? null;
      uri = join(base?.text('uri') ?? '', uri);
      next = base?.text('uriBaseId') ?? null;
    }
    return uri;
  }
}

function join(base: string, uri: string): string {
  return base === '' || base.endsWith('/') ? base + uri : `${base}/${uri}`;
}

function isAbsolute(uri: string): boolean {
  return hasScheme(uri) || uri.startsWith('/') || uri.startsWith('\\');
}

function hasScheme(uri: string): boolean {
  return /^[a-z][a-z0-9+.-]*:/i.test(uri);
}
