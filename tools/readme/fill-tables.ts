import type { ActionMetadata } from '../../packages/testkit/src/runner/action-metadata.ts';

/** The page with its two tables made anew between `<!-- inputs -->` and `<!-- /inputs -->`, and the same for outputs. */
export function fillTables(page: string, action: ActionMetadata): string {
  return between(between(page, 'inputs', inputTable(action)), 'outputs', outputTable(action));
}

function between(page: string, marker: string, text: string): string {
  const [open, close] = [`<!-- ${marker} -->`, `<!-- /${marker} -->`];
  const [start, end] = [page.indexOf(open), page.indexOf(close)];
  if (start < 0 || end < start) throw new Error(`the README of ${page.split('\n')[0] ?? ''} lacks ${open} … ${close}`);
  return `${page.slice(0, start + open.length)}\n\n${text}\n\n${page.slice(end)}`;
}

function inputTable({ inputs }: ActionMetadata): string {
  const rows = Object.entries(inputs).map(([name, { description, required, default: fallback }]) => {
    const otherwise = required ? '**required**' : fallback === null || fallback === '' ? '' : `\`${fallback}\``;
    return `| \`${name}\` | ${cell(description)} | ${otherwise} |`;
  });
  return ['| input | meaning | default |', '| --- | --- | --- |', ...rows].join('\n');
}

function outputTable({ outputs }: ActionMetadata): string {
  const rows = Object.entries(outputs).map(([name, { description }]) => `| \`${name}\` | ${cell(description)} |`);
  return ['| output | meaning |', '| --- | --- |', ...rows].join('\n');
}

const cell = (text: string): string => text.trim().replace(/\s+/g, ' ').replaceAll('|', '\\|');
