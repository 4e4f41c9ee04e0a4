/** An issuer of identity tokens, asked for its keys over whatever leads to it. */
export interface KeyIssuer {
  /** As its tokens name it: `https://token.actions.githubusercontent.com`. */
  readonly issuer: string;
  /** Its key set (RFC 7517), as it was sent; nothing of it is read. UnavailableError `issuer/...`. */
  keySet(): Promise<Uint8Array>;
}
