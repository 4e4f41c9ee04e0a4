/** A time-stamp authority (RFC 3161), asked over whatever leads to it. */
export interface TimeAuthority {
  /** For people: its address. */
  readonly name: string;
  /** The answer to a TimeStampReq, both in DER; nothing of it is verified. UnavailableError `timestamp/unavailable`. */
  stamp(request: Uint8Array): Promise<Uint8Array>;
}
