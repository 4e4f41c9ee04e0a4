export interface FencedBlock {
  readonly language: string;
  readonly text: string;
  /** Line of its opening fence, counted from 1. */
  readonly line: number;
}

/** Code blocks between fences of three backticks, wherever they are indented. */
export function fencedBlocks(markdown: string): FencedBlock[] {
  return [...markdown.matchAll(/^( *)```([a-z]*)[^\n]*\n(.*?)^\1```$/gms)].map(
    ({ 1: indent = '', 2: language = '', 3: text = '', index }) => ({
      language,
      text: text.replaceAll(new RegExp(`^${indent}`, 'gm'), ''),
      line: markdown.slice(0, index).split('\n').length,
    }),
  );
}

/** The page without its code: what is left is prose. */
export const withoutCode = (markdown: string): string =>
  markdown.replaceAll(/^( *)```.*?^\1```$/gms, '').replaceAll(/`[^`\n]*`/g, '');
