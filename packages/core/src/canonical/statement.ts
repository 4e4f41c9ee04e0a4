import type { DigestSet } from './digest-set.ts';
import type { JsonObject } from './json-value.ts';

/** Media type of the payload of a DSSE envelope that carries a Statement (in-toto attestation spec v1, envelope.md). */
export const STATEMENT_PAYLOAD_TYPE = 'application/vnd.in-toto+json';

/** What `_type` says (in-toto attestation spec v1, statement.md). */
export const STATEMENT_TYPE = 'https://in-toto.io/Statement/v1';

/** in-toto Statement v1: something claimed (`predicate`) about things named by digest (`subject`). */
export interface Statement {
  readonly _type: typeof STATEMENT_TYPE;
  readonly subject: readonly Subject[];
  readonly predicateType: string;
  readonly predicate: JsonObject;
}

export interface Subject {
  readonly name?: string;
  readonly digest: DigestSet;
}
