/** What the job's page says of each rule: id → status without its icon. */
export function ruleStatuses(summary: string): Readonly<Record<string, string>> {
  const rows = [...summary.matchAll(/^\| \S+?&nbsp;([^|]+?) \|[^|]*<code>([a-z-]+\.[a-z-]+)<\/code> \|/gm)];
  return Object.fromEntries(rows.map(([, status = '', id = '']) => [id, status]));
}

/** The rules that stand in the way of the change. */
export function brokenRules(summary: string): string[] {
  return Object.entries(ruleStatuses(summary))
    .filter(([, status]) => status === 'fails' || status === 'unknown')
    .map(([id]) => id)
    .sort();
}
