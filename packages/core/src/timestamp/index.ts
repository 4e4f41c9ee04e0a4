export { checkTimestamp, signerOf, type TrustedTime } from './check-timestamp.ts';
export { der, derInteger, TAG } from './der.ts';
export { openTimestamp, type OpenedTimestamp } from './open-timestamp.ts';
export { parseTimestamp, type SignedAttributes, type Timestamp } from './parse-timestamp.ts';
export { timeAuthorityEntry, type TimeAuthorityEntry } from './time-authority-entry.ts';
export { isTimestampProblem, type TimestampProblem } from './timestamp-problem.ts';
export { timestampRequest } from './timestamp-request.ts';
