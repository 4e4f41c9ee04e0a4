/**
 * What a page has to say besides its answer, one line each: `- **commit:** <code>…</code>`. A list and no table: on GitHub a table without a
 * heading shows an empty row, and one that holds a digest is wider than the page. Values are Markdown: escaped already.
 */
export const factList = (facts: readonly (readonly [name: string, value: string])[]): string =>
  facts.map(([name, value]) => `- **${name}:** ${value}`).join('\n');
