/**
 * `file:line:column` of an offset, as editors count: from 1, a line ends with LF, a column is one UTF-16 code unit. Only an error pays
 * for counting; reading keeps a bare offset.
 */
export function textPosition(at: string, text: string, offset: number): string {
  let line = 1;
  let lineStart = 0;
  for (let end = text.indexOf('\n'); end !== -1 && end < offset; end = text.indexOf('\n', end + 1)) {
    line += 1;
    lineStart = end + 1;
  }
  return `${at}:${line}:${offset - lineStart + 1}`;
}
