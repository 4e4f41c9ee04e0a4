import type { FactsDocument, InputDocument } from '../context/index.ts';
import { describeOrigin, type CommonInput } from '../evidence/index.ts';

/** The program that writes the evidence. */
export interface Product {
  readonly name: string;
  readonly version: string;
}

/** What every record of one run says about where it comes from and who wrote it. */
export function originOf(
  facts: FactsDocument,
  source: InputDocument['facts'],
  product: Product,
  outcome: CommonInput['outcome'],
): CommonInput {
  return { ...describeOrigin(facts, source), collector_id: product.name, collector_version: product.version, outcome };
}
