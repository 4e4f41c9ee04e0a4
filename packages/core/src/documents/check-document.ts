import * as v from 'valibot';
import { explainIssue, type ExplainedIssue } from './explain-issue.ts';
import { ConfigurationError } from '../outcomes/index.ts';
import { nearest } from './nearest.ts';
import type { YamlDocument } from './strict-yaml.ts';

/** What an error about a file of `.proofrail/` says beside the place. */
export interface DocumentAdvice {
  /** First half of the error code: `controls`, `roles`, `triage`. */
  readonly area: string;
  /** Where the format is described. */
  readonly docs: string;
  /** Keys that this format knows anywhere, for "did you mean". */
  readonly words: readonly string[];
}

/**
 * The document in the shape of its schema.
 *
 * @throws ConfigurationError `<area>/unknown-key`, `<area>/missing-key` or `<area>/wrong-value`, with file, line and column
 */
export function checkDocument<T extends v.GenericSchema>(
  document: YamlDocument,
  schema: T,
  advice: DocumentAdvice,
): v.InferOutput<T> {
  const checked = v.safeParse(schema, document.value);
  if (checked.success) return checked.output;
  const issues = checked.issues.map(explainIssue);
  // A misspelt key is also a missing key: the misspelling is what a person wants to hear about.
  const issue = issues.find(({ problem }) => problem === 'unknown-key') ?? issues[0] ?? explainIssue(checked.issues[0]);
  throw new ConfigurationError(`${advice.area}/${issue.problem}`, {
    expected: issue.expected,
    found: issue.found,
    at: issue.problem === 'unknown-key' ? document.atKey(issue.pointer) : document.at(issue.pointer),
    doThis: whatToDo(issue, advice),
  });
}

function whatToDo({ problem, key }: ExplainedIssue, { docs, words }: DocumentAdvice): string {
  const meant = problem === 'unknown-key' ? nearest(key, words) : null;
  if (meant !== null) return `Did you mean ${meant}?`;
  if (problem === 'unknown-key') return `Remove the key: it would drive nothing. ${docs} lists the keys there are.`;
  return `Correct it at this place; ${docs} shows every key with an example.`;
}
