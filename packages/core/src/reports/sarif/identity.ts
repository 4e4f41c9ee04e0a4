import type { JsonCursor } from '../../documents/index.ts';
import type { Identity } from '../fingerprint.ts';

/**
 * What distinguishes a result inside its file (3.27.16, 3.27.17, appendix B): the tool's fingerprints, else the code it points at,
 * else the position. Only the first two survive lines that shift.
 */
export function identify(result: JsonCursor, physical: JsonCursor | null, title: string): Pick<Identity, 'by' | 'value'> {
  const fingerprints = usable(result.object('partialFingerprints')) ?? usable(result.object('fingerprints'));
  if (fingerprints !== null) return { by: 'fingerprint', value: fingerprints };
  const region = physical?.object('region') ?? null;
  const snippet = region?.object('snippet')?.text('text')?.replace(/\s+/g, ' ').trim() ?? '';
  if (snippet !== '') return { by: 'snippet', value: [snippet] };
  const place = region === null ? [] : POSITION.map((name) => String(region.integer(name) ?? ''));
  if (place.some((number) => number !== '')) return { by: 'position', value: place };
  return { by: 'message', value: [...logicalNames(result), title] };
}

const POSITION = ['startLine', 'startColumn', 'endLine', 'endColumn', 'charOffset', 'byteOffset'] as const;

/** Pairs in order of their names. Semgrep without an account writes `requires login` for every finding: a fingerprint has no spaces. */
function usable(fingerprints: JsonCursor | null): string[] | null {
  if (fingerprints === null) return null;
  const pairs = fingerprints.names().map((name) => [name, fingerprints.text(name) ?? ''] as const);
  const good = pairs.filter(([, value]) => value !== '' && !/\s/.test(value));
  return good.length === 0 ? null : good.sort(([a], [b]) => (a < b ? -1 : 1)).flat();
}

function logicalNames(result: JsonCursor): string[] {
  const logical = result.objects('locations')?.[0]?.objects('logicalLocations') ?? [];
  return logical.map((one) => one.text('fullyQualifiedName') ?? one.text('name') ?? '');
}
