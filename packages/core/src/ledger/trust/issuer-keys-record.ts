import * as v from 'valibot';
import type { Sha256 } from '../../canonical/digest.ts';
import type { Statement } from '../../canonical/statement.ts';
import { KINDS } from '../../evidence/kinds.ts';
import type { PublishedKey } from '../../platform/issuer-key.ts';

/** The keys of an issuer at one time, as a record says it. */
export interface IssuerKeysRecord {
  readonly issuer: string;
  readonly keys: readonly PublishedKey[];
  readonly fetched_at: string;
  readonly answer: Sha256;
}

const KIND = KINDS['issuer.keys'];

/** Null: a record of another kind, or one that says too little to count. Who signed it is another question. */
export function issuerKeysRecord({ predicateType, predicate }: Statement): IssuerKeysRecord | null {
  if (predicateType !== KIND.predicateType) return null;
  const parsed = v.safeParse(KIND.read, predicate);
  return parsed.success ? parsed.output : null;
}
