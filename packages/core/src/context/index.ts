export { factOf, known, unknown, UNKNOWN_REASONS, type Fact, type UnknownReason } from './fact.ts';
export { factsDocument, type FactsDocument } from './facts-document.ts';
export { inputDocument, personLabel, type InputDocument } from './input-document.ts';
export { requirements, type Requirements } from './requirements.ts';
export { SCAN_CLASSES, SEVERITIES, type ScanClass, type Severity } from './words.ts';
