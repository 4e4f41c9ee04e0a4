/** What an S3 server says to whoever has no signature, once it is up and knows its identities. */
export const UNSIGNED_REFUSED = { path: '/', status: 403 } as const;
