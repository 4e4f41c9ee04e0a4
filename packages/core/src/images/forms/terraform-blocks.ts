/** What stands in one line of a block. */
interface Stretch {
  /** From 0. */
  readonly line: number;
  text: string;
}

/** What stands between two braces, without what stands between others inside of them. */
export type TerraformBlock = readonly Readonly<Stretch>[];

/** Inside of a text or a comment a brace is none. In a heredoc a quotation mark may stand alone, or an escape outside of a text: no look for an end goes over it twice. */
const TOKEN = /"(?:[^"\\]|\\.)*"|\\.|#.*|\/\/.*|\/\*.*?(?:\*\/|$)|[{}]|[^"#/{}\\]+|["/\\]/g;

/** The blocks and objects of a file, first what stands in none of them. Where braces do not match, what is around them counts as one. */
export function terraformBlocks(lines: readonly string[]): readonly TerraformBlock[] {
  const top: Stretch[] = [];
  const blocks = [top];
  const open = [top]; // the innermost last
  for (const [line, text] of lines.entries()) {
    for (const [token] of text.matchAll(TOKEN)) {
      if (token === '{') {
        const block: Stretch[] = [];
        blocks.push(block);
        open.push(block);
      } else if (token !== '}') add(open.at(-1) ?? top, line, token);
      else if (open.length > 1) open.pop();
    }
  }
  return blocks;
}

function add(block: Stretch[], line: number, token: string): void {
  const last = block.at(-1);
  if (last?.line === line) last.text += token;
  else block.push({ line, text: token });
}
