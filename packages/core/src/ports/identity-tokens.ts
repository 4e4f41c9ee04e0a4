/** Asks the platform to sign who is running, for one audience. Only a job with the permission `id-token: write` has one. */
export interface IdentityTokens {
  /** A JWT, as ASCII bytes. It carries names, and whoever holds it may use it: never to be printed. UnavailableError. */
  tokenFor(audience: string): Promise<Uint8Array>;
}
