export { answersHandedOn, answersHeard, NO_ANSWERS, type Answers } from '../facts/answers.ts';
export type { HeardAnswer } from '../facts/answers-document.ts';
export { buildInputDocument, type InputOptions, type LabelledInput } from './build-input-document.ts';
export {
  factOf,
  known,
  unknown,
  unknownOf,
  UNKNOWN_REASONS,
  type Fact,
  type NamedFact,
  type UnknownReason,
} from '../facts/fact.ts';
export type { EnvironmentFacts } from './environment-facts.ts';
export { factsDocument, type FactsDocument } from './facts-document.ts';
export { inputDocument, type InputDocument } from './input-document.ts';
export { SCAN_CLASSES, SEVERITIES, type ScanClass, type Severity } from '../facts/words.ts';
export { readFacts, checkFacts } from './read-facts.ts';
export { requireTimely } from './require-timely.ts';
export { FILE_PROBLEMS, type UnreadableFile } from '../facts/unreadable-file.ts';
export type { PersonLabel } from './people.ts';
export { scansOnTheirWord } from './scans-on-their-word.ts';
export { unreadFacts, type UnreadFact } from './unread-facts.ts';
