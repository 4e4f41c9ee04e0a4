import { ConfigurationError } from '@proofrail/core/outcomes';
import { checkProof, type ProofProblem } from '@proofrail/core/seal';
import { formatVerifierKey, looksLikeProof } from '@proofrail/core/tlog';
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

/** Checks a proof with the keys of the log alone: no ledger, no network. ConfigurationError `seal/no-proof`, `seal/no-log-key`, `file/...`. */
export function verifyProof(options: VerifyProofOptions): Answer {
  const bytes = readBoundedFile(options.proof, { most: MOST_BYTES.trust });
  const keys = logKeys(options);
  if (!looksLikeProof(bytes)) throw noProof(options.proof, bytes);
  const checked = checkProof(bytes, keys);
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

/** Whoever mistakes a file must not read that somebody tampered with a proof. */
const noProof = (at: string, bytes: Uint8Array): ConfigurationError =>
  new ConfigurationError('seal/no-proof', {
    expected: 'a proof that a record is sealed (C2SP tlog-proof)',
    found: bytes.length === 0 ? 'an empty file' : 'neither its first line nor an index',
    at,
    doThis: 'Name the file that "proofrail prove" wrote.',
  });
