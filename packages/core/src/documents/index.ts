export { checkDocument, type DocumentAdvice } from './check-document.ts';
export { describeValue } from './describe-value.ts';
export { explainIssue, type ExplainedIssue } from './explain-issue.ts';
export { JsonCursor, type DocumentRules } from './json-cursor.ts';
export { memberOf } from './member-of.ts';
export { nearest } from './nearest.ts';
export { parseDocument } from './parse-document.ts';
export { readStrictYaml, type YamlDocument } from './strict-yaml.ts';
