import { ConfigurationError } from '@proofrail/core/outcomes';

/** Where everything that was read about one change lies (docs/cli-json.md). */
export interface FactsLayout {
  readonly facts: string;
  readonly reports: string;
  readonly configuration: string;
}

/** ConfigurationError `facts/out` */
export function factsLayout(out: string): FactsLayout {
  const [, stem] = /^(.*[^/\\])\.json$/s.exec(out) ?? [];
  if (stem !== undefined) return { facts: out, reports: `${stem}.reports`, configuration: `${stem}.proofrail` };
  throw new ConfigurationError('facts/out', {
    expected: 'the name of a file that ends in .json',
    found: out,
    at: '--out',
    doThis: 'write it like facts.json; facts.reports/ and facts.proofrail/ come to lie beside it',
  });
}
