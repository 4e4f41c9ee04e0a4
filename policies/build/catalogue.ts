import catalogue from '../catalogue.json' with { type: 'json' };

/** One line of the rules that this product sets out to have, built or not. */
export interface CatalogueEntry {
  readonly alias: string;
  readonly title: string;
  /** True where no exception may excuse a failure; text where that holds for one cause only. */
  readonly neverWaived: boolean | string;
  readonly iso27001: readonly string[];
  readonly soc2: readonly string[];
  readonly checks: string;
  readonly resists: string;
}

export const CATALOGUE: readonly CatalogueEntry[] = catalogue;
