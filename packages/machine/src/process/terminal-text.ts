/**
 * Untrusted text for a terminal: one line, every control and direction-changing character shown as its code. A branch name may hold
 * escape sequences that repaint the screen (CVE-2021-42574 for the direction marks).
 */
export function terminalText(text: string): string {
  if (ASCII.test(text)) return text; // most is, and Unicode's properties take half a millisecond to look up for the first time
  return text.replace(UNSAFE, (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`);
}

const ASCII = /^[\x20-\x7e]*$/;
const UNSAFE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;
