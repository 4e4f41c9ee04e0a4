import * as v from 'valibot';
import { parseStrictJson } from '../canonical/parse-strict-json.ts';
import { ConfigurationError } from '../outcomes/index.ts';
import { explainIssue } from '../documents/explain-issue.ts';
import { factsDocument, type FactsDocument } from './facts-document.ts';

const DO_THIS = 'Have the collector write it anew; policies/schemas/facts.v1.json describes every field.';

/**
 * A facts document from the bytes that a collector, or a person, handed over.
 *
 * @throws ConfigurationError `json/...` with line and column; `facts/...` with a JSON pointer
 */
export function readFacts(bytes: Uint8Array, file: string): FactsDocument {
  return checkFacts(parseStrictJson(bytes, { at: file }), file);
}

/**
 * The same from a value that was parsed already; `file` names it in messages.
 *
 * @throws ConfigurationError `facts/unknown-key`, `facts/missing-key`, `facts/wrong-value`, `facts/contradiction`
 */
export function checkFacts(value: unknown, file: string): FactsDocument {
  const checked = v.safeParse(factsDocument, value);
  if (!checked.success) {
    const { problem, expected, found, pointer } = explainIssue(checked.issues[0]);
    throw new ConfigurationError(`facts/${problem}`, { expected, found, at: `${file}#${pointer}`, doThis: DO_THIS });
  }
  requireDistinct(checked.output.accounts, ({ id }) => id, `${file}#/accounts`, 'each account once');
  if (checked.output.scans.known) {
    // A report that stood for two scans would let one clean scan answer for both.
    requireDistinct(
      checked.output.scans.value.items,
      ({ report }) => report,
      `${file}#/scans/value/items`,
      'each report for one scan',
    );
  }
  return checked.output;
}

function requireDistinct<T>(items: readonly T[], idOf: (item: T) => string, at: string, expected: string): void {
  const seen = new Set<string>();
  items.forEach((item, index) => {
    const id = idOf(item);
    if (seen.has(id))
      throw new ConfigurationError('facts/contradiction', {
        expected,
        found: `${id} again`,
        at: `${at}/${index}`,
        doThis: DO_THIS,
      });
    seen.add(id);
  });
}
