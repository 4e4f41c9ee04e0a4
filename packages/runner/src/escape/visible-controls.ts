/**
 * Shows every character that has no shape of its own as its code, `\u{a}` for a line feed: controls, line ends, direction marks
 * (CVE-2021-42574), zero-width characters, tags, lone surrogates. What is left is one line that reads as it is.
 */
export function visibleControls(text: string): string {
  return text.replace(SHAPELESS, (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`);
}

// Default-ignorable characters count as well: .NET's comparison by culture skips them, so they may hide inside `##[`.
const SHAPELESS = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;
