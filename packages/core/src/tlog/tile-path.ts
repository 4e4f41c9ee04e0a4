/** Hashes in a full tile, entries in a full bundle (tlog-tiles). */
export const TILE_WIDTH = 256;
/** Levels of the tree that one level of tiles spans. */
export const TILE_HEIGHT = 8;

/** `tile/0/x001/x234/067`, for a partial tile with `.p/<width>` behind it. */
export function tilePath(level: number, index: number, width = TILE_WIDTH): string {
  return `tile/${level}/${indexPath(index)}${partial(width)}`;
}

/** `tile/entries/x001/067`. */
export function bundlePath(index: number, width = TILE_WIDTH): string {
  return `tile/entries/${indexPath(index)}${partial(width)}`;
}

const partial = (width: number): string => (width === TILE_WIDTH ? '' : `.p/${width}`);

function indexPath(index: number): string {
  const digits = String(index);
  const padded = digits.padStart(Math.ceil(digits.length / 3) * 3, '0');
  return padded.replaceAll(/[0-9]{3}(?=[0-9])/g, 'x$&/');
}

export interface TilePath {
  /** Null: a bundle of entries. */
  readonly level: number | null;
  readonly index: number;
  readonly width: number;
}

const PATH = /^tile\/(entries|[0-9]{1,2})\/((?:x[0-9]{3}\/){0,4}[0-9]{3})(?:\.p\/([1-9][0-9]{0,2}))?$/;

/** Null for anything but the one spelling of a path. */
export function parseTilePath(path: string): TilePath | null {
  const [, area, digits, width] = PATH.exec(path) ?? [];
  if (area === undefined || digits === undefined) return null;
  const parsed = {
    level: area === 'entries' ? null : Number(area),
    index: Number(digits.replaceAll(/[x/]/g, '')),
    width: width === undefined ? TILE_WIDTH : Number(width),
  };
  const { level, index } = parsed;
  const own = level === null ? bundlePath(index, parsed.width) : tilePath(level, index, parsed.width);
  return own === path && (level ?? 0) < 64 ? parsed : null;
}
