export { platformAudience } from './audience.ts';
export { checkIdentityToken, requireAbout, type WitnessedRecord } from './check-identity-token.ts';
export type { IssuerKey } from './issuer-key.ts';
export { MAX_TOKEN_BYTES, parseIdentityToken, type IdentityToken } from './parse-identity-token.ts';
export type { PlatformClaims } from './platform-claims.ts';
export {
  parsePlatformReceipt,
  PLATFORM_RECEIPT_PAYLOAD_TYPE,
  platformReceiptFor,
  type PlatformReceipt,
} from './platform-receipt.ts';
export type { PlatformStanding } from './platform-standing.ts';
export type { RunKeyRule } from './run-key-rule.ts';
