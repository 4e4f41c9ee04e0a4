const LONE_SURROGATE = /\p{Surrogate}/u; // a pair is one code point of another category

/** The pointer of the first text, or name, with half a surrogate pair; null where there is none. */
export function loneSurrogate(value: unknown, pointer = ''): string | null {
  if (typeof value === 'string') return LONE_SURROGATE.test(value) ? pointer || '/' : null;
  if (typeof value !== 'object' || value === null) return null;
  for (const [name, member] of Object.entries(value)) {
    const found = LONE_SURROGATE.test(name) ? `${pointer}/?` : loneSurrogate(member, `${pointer}/${name}`);
    if (found !== null) return found;
  }
  return null;
}
