/** Every JSON pointer path of a document, the root left out. */
export function pathsOf(value: unknown, path: readonly string[] = []): (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [[...path, key], ...pathsOf(inner, [...path, key])]);
}

/** A value of every other kind, and the absence of one. */
export const JUNK: readonly unknown[] = [
  undefined,
  null,
  '',
  'x',
  'constructor',
  -1,
  1.5,
  1e300,
  true,
  [],
  [null],
  [[]],
  {},
  { constructor: 1 },
];

/** A deep copy with the value at the path replaced; removed where the replacement is undefined. */
export function withReplaced(document: unknown, path: readonly string[], value: unknown): unknown {
  const copy = structuredClone(document);
  let holder = copy as Record<string, unknown>;
  for (const key of path.slice(0, -1)) holder = holder[key] as Record<string, unknown>;
  const last = path.at(-1) ?? '';
  if (value !== undefined) holder[last] = value;
  else if (Array.isArray(holder)) holder.splice(Number(last), 1);
  else Reflect.deleteProperty(holder, last);
  return copy;
}
