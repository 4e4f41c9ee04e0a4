import { parseTrustFile } from '@proofrail/core/ledger';
import { ConfigurationError } from '@proofrail/core/outcomes';
import { checkProof, type ProofProblem } from '@proofrail/core/seal';
import { formatVerifierKey, parseVerifierKey, type NoteKey } from '@proofrail/core/tlog';
import { MOST_BYTES, readBoundedFile } from '@proofrail/machine';
import type { Answer } from '../answer.ts';
import type { VerifyProofOptions } from '../commands/verify.ts';
import { checkpointJson, placeText } from '../seal/sealed-place.ts';

const SAYS: Readonly<Record<ProofProblem, string>> = {
  'not-a-proof': 'the bytes are no proof that a record is sealed',
  signature: 'no trusted key of the log signed the checkpoint',
  origin: 'the checkpoint names another log than the key that signed it',
  'not-included': 'the checkpoint does not cover the record',
};

/** Checks a proof with the keys of the log alone: no ledger, no network. */
export function verifyProof(options: VerifyProofOptions): Answer {
  const checked = checkProof(readBoundedFile(options.proof, { most: MOST_BYTES.trust }), logKeys(options));
  if (checked.kind === 'refused') {
    const { why } = checked;
    const nothing = { record: null, stream: null, slot: null, position: null, checkpoint: null, signed_by: null };
    return {
      outcome: 'tampered',
      json: { proof: options.proof, state: 'refused', why, ...nothing },
      text: ({ style }) => style.bad(`refused: ${SAYS[why]}`),
    };
  }
  const { sealed, checkpoint, by } = checked;
  return {
    outcome: 'allow',
    json: {
      ...{ proof: options.proof, state: 'proven', why: null, ...sealed },
      checkpoint: checkpointJson(checkpoint),
      signed_by: by.map(formatVerifierKey),
    },
    text: ({ style }) => `${style.good('proven')}  ${placeText(sealed, checkpoint)}`,
  };
}

function logKeys({ trust, logKey = [] }: VerifyProofOptions): NoteKey[] {
  const trusted =
    trust === undefined ? [] : (parseTrustFile(readBoundedFile(trust, { most: MOST_BYTES.trust }), trust).log_keys ?? []);
  const keys = [...trusted, ...logKey].map(logKeyFrom);
  if (keys.length > 0) return keys;
  throw refused('seal/no-log-key', 'a key of the log', 'none', 'Give --log-key, or a trust file with "log_keys".');
}

function logKeyFrom(text: string): NoteKey {
  const key = parseVerifierKey(text);
  if (key !== null) return key;
  const doThis = 'Copy it from what "proofrail seal" or "proofrail keys show --log" prints.';
  throw refused('seal/not-a-log-key', 'a key of a log, as name+hash+key', JSON.stringify(text.slice(0, 80)), doThis);
}

function refused(
  code: 'seal/no-log-key' | 'seal/not-a-log-key',
  expected: string,
  found: string,
  doThis: string,
): ConfigurationError {
  return new ConfigurationError(code, { expected, found, at: '--log-key', doThis });
}
