export { describeValue } from './describe-value.ts';
export { JsonCursor, type DocumentRules } from './json-cursor.ts';
export { memberOf } from './member-of.ts';
export { parseDocument } from './parse-document.ts';
