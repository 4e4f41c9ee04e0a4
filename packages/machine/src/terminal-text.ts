/**
 * Untrusted text for a terminal: one line, every control and direction-changing character shown as its code. A branch name may hold
 * escape sequences that repaint the screen (CVE-2021-42574 for the direction marks).
 */
export function terminalText(text: string): string {
  return text.replace(UNSAFE, (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`);
}

const UNSAFE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;
