export { platformAudience } from './audience.ts';
export {
  countersignatureBytes,
  COUNTERSIGNATURE_PAYLOAD_TYPE,
  parseCountersignature,
  type Countersignature,
} from './countersignature.ts';
export { checkIdentityToken, requireAbout, type WitnessedRecord } from './check-identity-token.ts';
export type { IssuerKey, PublishedKey } from './issuer-key.ts';
export { parseKeySet } from './parse-key-set.ts';
export { parseIdentityToken, type IdentityToken } from './parse-identity-token.ts';
export type { PlatformClaims } from './platform-claims.ts';
export {
  parsePlatformReceipt,
  PLATFORM_RECEIPT_PAYLOAD_TYPE,
  platformReceiptFor,
  type PlatformReceipt,
  type ReceiptClaims,
} from './platform-receipt.ts';
export type { PlatformStanding } from './platform-standing.ts';
export type { RunKeyRule } from './run-key-rule.ts';
