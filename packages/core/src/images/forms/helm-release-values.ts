import { namesVersion } from './plausible-image.ts';

/** `set` of a `helm_release`: a value by its path, in a block of its own or in an object on one line. */
const NAME = /\bname[ \t]*=[ \t]*"[^"]*image(\.(?:tag|repository|registry|digest|name))?"/i;
const VALUE = /\bvalue[ \t]*=[ \t]*("(?:[^"\\]|\\.)*"|[^\s,;}]*)/;
const EDGE = /[{}]/;
const FARTHEST = 20; // a block has three members; without an end to it a file could keep everybody waiting

/** What a Terraform file puts in the place of an image of a chart. Where a part of one is named, any value is one; else one with a version. */
export function helmReleaseValues(lines: readonly string[]): ReadonlyMap<number, readonly string[]> {
  const found = new Map<number, string[]>(); // by the index of the line where the value stands
  for (const [line, text] of lines.entries()) {
    const named = NAME.exec(text);
    const at = named === null ? null : lineOfValue(lines, line);
    const written = at === null ? undefined : VALUE.exec(lines[at] ?? '')?.[1];
    if (named === null || at === null || written === undefined) continue;
    const literal = /^"(.*)"$/.exec(written)?.[1];
    if (named[1] === undefined && literal !== undefined && !namesVersion(literal)) continue;
    found.set(at, [...(found.get(at) ?? []), literal ?? `\${${written}}`]);
  }
  return found;
}

const isInside = (line: string | undefined): boolean => line !== undefined && !EDGE.test(line);

/** In the same line, else in the same block. */
function lineOfValue(lines: readonly string[], from: number): number | null {
  if (VALUE.test(lines[from] ?? '')) return from;
  for (const step of [1, -1])
    for (let at = from + step; isInside(lines[at]) && Math.abs(at - from) <= FARTHEST; at += step)
      if (VALUE.test(lines[at] ?? '')) return at;
  return null;
}
