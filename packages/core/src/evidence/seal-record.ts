import { canonicalJson } from '../canonical/canonical-json.ts';
import { isJsonObject } from '../canonical/json-kind.ts';
import type { JsonValue } from '../canonical/json-value.ts';
import { sealEnvelope } from '../canonical/seal-envelope.ts';
import { STATEMENT_PAYLOAD_TYPE, type Statement } from '../canonical/statement.ts';
import { EngineError } from '../outcomes/index.ts';
import type { Signer } from '../ports/signer.ts';
import { checkRecord } from './check-record.ts';

/**
 * The bytes to append: canonical JSON (RFC 8785), made once, in a signed DSSE envelope. Whatever the Statement came from, nothing is
 * signed that `createRecord` would have refused.
 *
 * @throws RecordRefused, EngineError `evidence/...`, and whatever the signer throws
 */
export async function sealRecord(statement: Statement, signer: Signer): Promise<Uint8Array> {
  checkRecord(statement);
  const { evidence } = statement.predicate;
  const named = isJsonObject(evidence) ? evidence['signer'] : undefined;
  if (named !== signer.keyId) {
    throw new EngineError('evidence/other-signer', {
      expected: 'the signer that the record names',
      found: 'another key',
      at: 'predicate.evidence.signer',
      doThis: 'This is a fault of Proofrail: please report it.',
    });
  }
  return sealEnvelope(STATEMENT_PAYLOAD_TYPE, canonicalJson(statement as unknown as JsonValue), signer);
}
