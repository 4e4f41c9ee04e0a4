/** Defaults of action.yml may hold `${{ github.… }}` and nothing else here: what this cannot resolve, it must not guess. */
export function resolveDefault(text: string, environment: Readonly<Record<string, string>>): string {
  return text.replace(/\$\{\{(.*?)\}\}/g, (expression, inner: string) => {
    const name = /^\s*github\.([a-z_]+)\s*$/.exec(inner)?.[1];
    const value = name === undefined ? undefined : environment[`GITHUB_${name.toUpperCase()}`];
    if (value === undefined) throw new Error(`the harness does not know ${expression}`);
    return value;
  });
}
