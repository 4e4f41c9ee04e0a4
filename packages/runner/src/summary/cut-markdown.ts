const NOTE =
  '\n\n> [!WARNING]\n> This page was longer than the platform shows; the rest is cut off. The report holds everything.\n';

/**
 * Markdown of at most `most` bytes of UTF-8. The runner drops a longer summary whole (FileCommandManager.cs), so the end goes instead: whole lines
 * only, since half a line may be half an escape.
 */
export function cutMarkdown(markdown: string, most: number): string {
  const bytes = Buffer.from(markdown, 'utf8');
  if (bytes.length <= most) return markdown;
  const room = most - Buffer.byteLength(NOTE) - FOLD_END.length;
  const end = bytes.lastIndexOf(0x0a, Math.max(room - 1, 0));
  const kept = bytes.subarray(0, end + 1).toString('utf8');
  return kept + (isFolded(kept) ? FOLD_END : '') + NOTE;
}

const FOLD_END = '\n</details>\n';

/** What comes after an open fold is folded away with it. Our pages fold by whole lines, and no text of others starts an element. */
const isFolded = (markdown: string): boolean => markdown.lastIndexOf('<details>') > markdown.lastIndexOf('</details>');
