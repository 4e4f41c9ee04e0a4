export type { KmsCredentials, KmsOptions } from './kms-connection.ts';
export { openKmsSigner, type KmsSigner } from './kms-signer.ts';
