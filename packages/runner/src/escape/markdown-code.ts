import { markdownText } from './markdown-text.ts';

/**
 * An untrusted name (branch, path, image, rule) in a job summary, set as code. An HTML element and not a code span: spans end at
 * backticks and table cells end at pipes, whatever stands between.
 */
export function markdownCode(text: string): string {
  return `<code>${markdownText(text)}</code>`;
}
