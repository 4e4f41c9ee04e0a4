/** How words look. Every status is a word first: colour only repeats it (NO_COLOR, log files and colour-blind readers lose nothing). */
export interface Style {
  good(text: string): string;
  bad(text: string): string;
  caution(text: string): string;
  strong(text: string): string;
  quiet(text: string): string;
}

export interface StyleSurroundings {
  readonly isTTY: boolean;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** Colours on a terminal alone, and never against NO_COLOR (https://no-color.org: present and not empty) or TERM=dumb. */
export function styleFor({ isTTY, env }: StyleSurroundings): Style {
  const refused = (env['NO_COLOR'] ?? '') !== '' || env['TERM'] === 'dumb';
  return isTTY && !refused ? COLOURED : PLAIN;
}

// Each ends with the code that undoes it alone, so that styles nest.
const between = (start: number, end: number) => (text: string) => `\u001b[${start}m${text}\u001b[${end}m`;
const COLOURED: Style = {
  good: between(32, 39),
  bad: between(31, 39),
  caution: between(33, 39),
  strong: between(1, 22),
  quiet: between(2, 22),
};
const asItIs = (text: string): string => text;
export const PLAIN: Style = { good: asItIs, bad: asItIs, caution: asItIs, strong: asItIs, quiet: asItIs };
