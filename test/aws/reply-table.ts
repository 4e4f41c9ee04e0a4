import type { Reply } from './ask-questions.ts';

/** Markdown, so that it can be pasted where the answers are kept. */
export function replyTable(replies: readonly Reply[]): string {
  const rows = replies.flatMap(({ number, asks, verdict, parts, why }) =>
    parts.length === 0
      ? [[`${number}`, asks, '', plain(why ?? ''), verdict]]
      : parts.map(({ what, expected, found, holds }, index) => [
          index === 0 ? `${number}` : '',
          index === 0 ? `${asks} — ${what}` : what,
          expected,
          plain(found),
          holds ? 'as expected' : '**different**',
        ]),
  );
  return [['', 'question', 'expected', 'found', 'verdict'], ['---', '---', '---', '---', '---'], ...rows]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');
}

/** An answer of a server, in one cell. */
const plain = (text: string): string => text.replaceAll(/[|\r\n]+/g, ' ').slice(0, 200);
