export type { Countersigned, RefusedReceipt } from './countersign-receipts.ts';
export type { Countersigner } from './countersigner.ts';
export { sealAndCountersign, type AskedIssuer, type SealedAndCountersigned } from './seal-and-countersign.ts';
