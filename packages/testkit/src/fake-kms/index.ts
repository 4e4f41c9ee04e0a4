export type { FakeKms, FakeKmsOptions } from './fake-kms.ts';
export type { FakeKeySpec, FakeKeyState, FakeKeyUsage, FakeKmsKey } from './fake-kms-key.ts';
export type { AnsweredKmsCall, KmsCall, KmsFault, KmsFaultScript } from './kms-fault.ts';
export { startFakeKms } from './start-fake-kms.ts';
