import { visibleControls } from './visible-controls.ts';

/**
 * Untrusted text inside a paragraph, list item or table cell of a job summary, shown as written. Everything that Markdown or HTML could
 * take for a sign becomes a character reference, which CommonMark never reads as one (0.31.2, section 2.5).
 *
 * `@` and `#` end their text node with an empty comment: e-mail addresses, mentions and issue numbers are linked after references are
 * resolved. A reader who copies the text copies what was written.
 */
export function markdownText(text: string): string {
  return visibleControls(text)
    .replace(SIGN, reference)
    .replace(/^ +| +$|(?<= ) +/g, (blanks) => '&#32;'.repeat(blanks.length)); // or they fold away, or start a code block
}

// Left alone: letters, digits, whatever is not ASCII, what means nothing in Markdown, and a hyphen or full stop where it starts no list,
// rule or address.
const SIGN = /[^a-z0-9\u0080-\uffff ,;/?%'"().-]|^[-.]|(?<=^\d+|www)[.)]/gi;

const reference = (sign: string): string => `&#${sign.charCodeAt(0)};${sign === '@' || sign === '#' ? '<!-- -->' : ''}`;
