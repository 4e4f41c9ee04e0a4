import type { JsonCursor } from '../../documents/index.ts';
import type { Identity } from '../fingerprint.ts';
import type { ArtifactPaths } from './artifact-paths.ts';

const POSITION = ['startLine', 'startColumn', 'endLine', 'endColumn', 'charOffset', 'byteOffset'] as const;

/**
 * What distinguishes a result inside its file (3.27.16, 3.27.17, appendix B): the tool's fingerprints, else the code it points at,
 * else the position. Only the first two survive lines that shift. Further locations belong to it: one more is another finding.
 */
export function identify(
  result: JsonCursor,
  locations: readonly JsonCursor[],
  paths: ArtifactPaths,
  title: string,
): Pick<Identity, 'by' | 'value'> {
  const further = locations.length > 1 ? locations.slice(1).flatMap((location) => furtherPlace(location, paths)) : [];
  const fingerprints = usable(result.object('partialFingerprints')) ?? usable(result.object('fingerprints'));
  if (fingerprints !== null) return { by: 'fingerprint', value: [...fingerprints, ...further] };
  const region = locations[0]?.object('physicalLocation')?.object('region') ?? null;
  const snippet = snippetOf(region);
  if (snippet !== '') return { by: 'snippet', value: [snippet, ...further] };
  const place = positionOf(region);
  if (place.some((number) => number !== '')) return { by: 'position', value: [...place, ...further] };
  return { by: 'message', value: [...logicalNames(locations), title, ...further] };
}

/** Pairs in order of their names. Semgrep without an account writes `requires login` for every finding: a fingerprint has no spaces. */
function usable(fingerprints: JsonCursor | null): string[] | null {
  if (fingerprints === null) return null;
  const good = fingerprints.names().filter((name) => /^\S+$/.test(fingerprints.text(name) ?? ''));
  return good.length === 0 ? null : good.sort().flatMap((name) => [name, fingerprints.text(name) ?? '']);
}

function furtherPlace(location: JsonCursor, paths: ArtifactPaths): string[] {
  const physical = location.object('physicalLocation');
  const region = physical?.object('region') ?? null;
  const snippet = snippetOf(region);
  return [paths.pathOf(physical?.object('artifactLocation') ?? null) ?? '', ...(snippet === '' ? positionOf(region) : [snippet])];
}

function snippetOf(region: JsonCursor | null): string {
  return region?.object('snippet')?.text('text')?.replace(/\s+/g, ' ').trim() ?? '';
}

function positionOf(region: JsonCursor | null): string[] {
  return region === null ? [] : POSITION.map((name) => String(region.integer(name) ?? ''));
}

function logicalNames(locations: readonly JsonCursor[]): string[] {
  const logical = locations[0]?.objects('logicalLocations') ?? [];
  return logical.map((one) => one.text('fullyQualifiedName') ?? one.text('name') ?? '');
}
