/**
 * Takes blanks, tabs and line ends off both ends, nothing else. String.trim would also take a byte order mark or a no-break space, and
 * what looks like one branch or digest to us would be another one to the platform (craft.md 2, item 6).
 */
export function asciiTrim(text: string): string {
  return text.replace(/^[ \t\r\n]+/, '').replace(/[ \t\r\n]+$/, '');
}
