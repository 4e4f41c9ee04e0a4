/** SHA-256 of the DER-encoded SubjectPublicKeyInfo (RFC 5280 4.1.2.7) as `sha256:` and 64 lower-case hex digits. */
export type KeyId = string & { readonly brand: 'key-id' };
