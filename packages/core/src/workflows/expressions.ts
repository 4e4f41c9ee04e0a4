import type { Written } from './workflow.ts';

/** The expressions of a text, without their fences: `${{ a }} and ${{ b }}` has two. */
export function expressionsIn(text: string): string[] {
  return [...text.matchAll(/\$\{\{([^]*?)\}\}/g)].map(([, expression = '']) => expression.trim());
}

/** A condition is an expression with or without its fence. */
export function conditionOf(text: string): string {
  const whole = text.trim();
  return isOneExpression(whole) ? whole.slice(3, -2).trim() : whole;
}

export function isOneExpression(text: string): boolean {
  return text.startsWith('${{') && text.endsWith('}}') && text.indexOf('${{', 3) < 0;
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
