import { readFileSync } from 'node:fs';

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

export const CATALOGUE = JSON.parse(
  readFileSync(new URL('../catalogue.json', import.meta.url), 'utf8'),
) as readonly CatalogueEntry[];
