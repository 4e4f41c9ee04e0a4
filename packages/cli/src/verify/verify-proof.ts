import { checkProof, type ProofProblem } from '@proofrail/core/seal';
import { formatVerifierKey } from '@proofrail/core/tlog';
import { MOST_BYTES, readBoundedFile } from '@proofrail/machine';
import type { Answer } from '../answer.ts';
import type { VerifyProofOptions } from './declare-verify.ts';
import { checkpointJson, placeText } from '../seal/sealed-place.ts';
import { logKeys } from '../ledger/log-keys.ts';

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
