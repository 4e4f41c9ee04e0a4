const MOST = 300;

/** The first line of what a scanner says, short enough for a table row. Untrusted text. */
export function shortTitle(text: string): string {
  const line =
    text
      .trimStart()
      .split(/[\r\n]/, 1)[0]
      ?.trimEnd() ?? '';
  // Cut between characters: half a surrogate pair would make the whole document unhashable.
  return line.length <= MOST ? line : `${line.slice(0, MOST).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
