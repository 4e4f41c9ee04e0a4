export { hexOf, isSha256, isSha512, sha256, sha512, type Digest, type Sha256, type Sha512 } from './digest.ts';
export type { JsonObject, JsonValue } from './json-value.ts';
