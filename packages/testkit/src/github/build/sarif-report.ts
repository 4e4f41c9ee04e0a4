/** A report that found nothing, with rules that looked. */
export const sarifReport = (tool: string, results: readonly unknown[] = []) => ({
  $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
  version: '2.1.0',
  runs: [{ tool: { driver: { name: tool, version: '1.0.0', rules: [{ id: 'rule-1' }] } }, results }],
});
