export { buildInputDocument, type InputOptions, type LabelledInput } from './build-input-document.ts';
export { factOf, known, unknown, UNKNOWN_REASONS, type Fact, type UnknownReason } from './fact.ts';
export { factsDocument, type FactsDocument } from './facts-document.ts';
export { inputDocument, personLabel, type InputDocument } from './input-document.ts';
export { requirements, type Requirements } from './requirements.ts';
export { SCAN_CLASSES, SEVERITIES, type ScanClass, type Severity } from './words.ts';
export { readFacts, checkFacts } from './read-facts.ts';
export { type PersonLabel } from './people.ts';
export { toolClass, type ToolClass } from './tool-class.ts';
