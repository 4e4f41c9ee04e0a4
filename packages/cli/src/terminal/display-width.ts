/**
 * Columns that a terminal gives to one line of text: 2 for East Asian wide and emoji, 0 for what combines with the character before
 * (Unicode Standard Annex 11). Expects text without control characters.
 */
export function displayWidth(text: string): number {
  if (ASCII.test(text)) return text.length;
  let width = 0;
  for (const character of text) width += widthOf(character);
  return width;
}

const ASCII = /^[\x20-\x7e]*$/;
const COMBINING = /^[\p{Mn}\p{Me}\p{Cf}\ufe0f]$/u;
const EMOJI = /^\p{Emoji_Presentation}$/u;

// The blocks that EastAsianWidth.txt marks W or F almost throughout; JavaScript has no property for it.
const WIDE: readonly (readonly [number, number])[] = [
  [0x1100, 0x115f],
  [0x2e80, 0x303e],
  [0x3041, 0xa4cf],
  [0xa960, 0xa97c],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe30, 0xfe6f],
  [0xff00, 0xff60],
  [0xffe0, 0xffe6],
  [0x20000, 0x3fffd],
];

function widthOf(character: string): number {
  if (COMBINING.test(character)) return 0;
  const code = character.codePointAt(0) ?? 0;
  const wide = WIDE.some(([from, to]) => code >= from && code <= to);
  return wide || EMOJI.test(character) ? 2 : 1;
}
