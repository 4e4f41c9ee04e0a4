/** What goes wrong with one call. */
export type KmsFault =
  /** 400 ThrottlingException, and nothing was signed. */
  | 'throttled'
  /** 500 KMSInternalException. */
  | 'internal-error'
  /** The connection breaks in place of an answer. */
  | 'no-answer'
  /** Nothing is sent, ever: only a limit of time ends the call. */
  | 'silence'
  /** A right signature, but by another key of the same spec. */
  | 'signed-by-another-key'
  /** A right signature of something else. */
  | 'another-message'
  /** The answer names another key than it was asked about. */
  | 'named-otherwise'
  /** Bytes that are no signature at all. */
  | 'no-signature';

export interface KmsCall {
  /** `Sign`, `GetPublicKey`; as the request says it. */
  readonly operation: string;
  /** As the request names it; null where it names none. */
  readonly keyId: string | null;
  /** The message type of a signing; null for anything else. */
  readonly messageType: string | null;
  /** Who asks; null: nobody whom the server knows. */
  readonly accessKey: string | null;
}

/** What became of a call. */
export interface AnsweredKmsCall extends KmsCall {
  /** 0: no answer was sent. */
  readonly status: number;
  /** KMS's word for a refusal. */
  readonly code: string | null;
}

export type KmsFaultScript = (call: KmsCall) => KmsFault | null;
