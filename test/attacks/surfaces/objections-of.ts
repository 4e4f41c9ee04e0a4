interface RuleResult {
  readonly id: string;
  readonly status: string;
  readonly reasons: readonly { readonly code: string; readonly params: Readonly<Record<string, unknown>> }[];
}

/** Everything that a rule objects to; of a fact that could not be read, why. */
export const objectionsOf = (rules: readonly RuleResult[]): string[] =>
  rules
    .filter(({ status }) => status === 'fail' || status === 'unknown')
    .flatMap(({ id, reasons }) =>
      reasons.map(({ code, params }) => `${id}: ${code === 'unknown' ? `unknown (${String(params['why'])})` : code}`),
    );
