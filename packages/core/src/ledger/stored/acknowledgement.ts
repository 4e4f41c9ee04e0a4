import * as v from 'valibot';
import { isSha256, type Sha256 } from '../../canonical/digest.ts';
import { parseStatement } from '../../canonical/parse-statement.ts';

/** Predicate type of a record by which a person accepts a finding, so that one bad object does not make a ledger useless for ever. */
export const FINDING_ACKNOWLEDGED = 'https://proofrail.dev/evidence/finding.acknowledged/v1';

/** Somebody looked at a finding and accepted it, in a signed record. The finding stays in every report. */
export interface AcknowledgedFinding {
  /** Which finding: its `digest`. */
  readonly finding: Sha256;
  readonly reason: string;
  readonly acknowledged_by: string;
  readonly approved_by: string;
}

const text = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(1000));
const predicate = v.pipe(
  v.object({
    finding: v.custom<Sha256>(isSha256, 'sha256: and 64 lower-case hex digits'),
    reason: text,
    acknowledged_by: text,
    approved_by: text,
  }),
  // Whoever holds the key can write any record with it. A machine does what somebody set it to do, who may be whoever looked.
  v.check((said) => said.approved_by !== said.acknowledged_by && !/^(bot|service):/.test(said.approved_by), 'two people'),
);

const MARK = Buffer.from(FINDING_ACKNOWLEDGED);

/** The acknowledgement that a record's payload holds, or null: it is a record of another kind, or says too little to count. */
export function readAcknowledgement(payload: Uint8Array): AcknowledgedFinding | null {
  const bytes = Buffer.from(payload.buffer, payload.byteOffset, payload.byteLength);
  if (!bytes.includes(MARK)) return null;
  try {
    const statement = parseStatement(payload, 'record');
    const parsed = v.safeParse(predicate, statement.predicate);
    return statement.predicateType === FINDING_ACKNOWLEDGED && parsed.success ? parsed.output : null;
  } catch {
    return null; // no statement, hence nothing that accepts anything
  }
}
