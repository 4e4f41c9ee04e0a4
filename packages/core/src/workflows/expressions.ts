import type { Written } from './workflow.ts';

interface Part {
  readonly kind: 'text' | 'expression';
  readonly text: string;
}

/** Texts and, without their fences, expressions; `}}` between single quotes ends none (actions/runner, TemplateReader). */
function partsOf(whole: string): Part[] {
  const parts: Part[] = [];
  let from = 0;
  for (let start = whole.indexOf('${{'); start >= 0; start = whole.indexOf('${{', from)) {
    const end = endOfExpression(whole, start + 3);
    if (end < 0) break;
    parts.push({ kind: 'text', text: whole.slice(from, start) }, { kind: 'expression', text: whole.slice(start + 3, end) });
    from = end + 2;
  }
  return [...parts, { kind: 'text' as const, text: whole.slice(from) }].filter(({ text }) => text !== '');
}

function endOfExpression(whole: string, from: number): number {
  let quoted = false;
  for (let at = from; at < whole.length; at += 1) {
    if (whole[at] === "'") quoted = !quoted;
    else if (!quoted && whole.startsWith('}}', at)) return at;
  }
  return -1;
}

/** The expressions of a text, without their fences: `${{ a }} and ${{ b }}` has two. */
export function expressionsIn(text: string): string[] {
  return partsOf(text).flatMap((part) => (part.kind === 'expression' ? [part.text.trim()] : []));
}

/** What is known of a text before it runs: `*` for each expression. */
export const withOpenExpressions = (text: string): string =>
  partsOf(text)
    .map((part) => (part.kind === 'expression' ? '*' : part.text))
    .join('');

/** A condition is an expression with or without its fence. */
export function conditionOf(text: string): string {
  const whole = text.trim();
  return isOneExpression(whole) ? whole.slice(3, -2).trim() : whole;
}

export function isOneExpression(text: string): boolean {
  const [only, ...others] = partsOf(text);
  return only?.kind === 'expression' && others.length === 0;
}

/** `github['head_ref']` and `github . head_ref` are `github.head_ref`; functions and properties know no upper case. */
export function normalised(expression: string): string {
  return expression
    .replaceAll(/\[\s*'([\w-]+)'\s*\]/g, '.$1')
    .replaceAll(/\s*\.\s*/g, '.')
    .toLowerCase();
}

/** What is left of an expression when the texts in it say nothing. */
export const withoutTexts = (expression: string): string => expression.replaceAll(/'(?:[^']|'')*'/g, "''");

/** A text in a block begins on the line after its key. */
export function lineOfExpression(expression: string, { line }: Written<string>, lines: readonly string[]): number {
  const [firstLine = ''] = expression.split('\n');
  const offset = lines.slice(line - 1).findIndex((text) => text.includes(firstLine));
  return offset < 0 ? line : line + offset;
}
