import type { FactsDocument, InputDocument } from '../context/index.ts';
import { changeSubject, timestampOf, type EvidenceKind, type RecordDraft } from '../evidence/index.ts';
import { originOf, type Product } from './origin.ts';

// The gate's own job ends after 30 minutes (decisions.md, Facts); a result that is not there by then never comes.
const DEADLINE_MILLISECONDS = 30 * 60 * 1000;

/** Says, before anything is read or judged, that a result is to be expected. */
export function intentEvidence(
  facts: FactsDocument,
  options: { source: InputDocument['facts']; product: Product; at: number; expected: readonly EvidenceKind[] },
): RecordDraft<'run.intent'> {
  const { source, product, at, expected } = options;
  return {
    kind: 'run.intent',
    subject: changeSubject(facts.change),
    evidence: originOf(facts, source, product, 'n_a'),
    details: {
      repository: facts.repository.id,
      event: eventWord(facts.run.event),
      head: facts.change.head.commit,
      run: facts.run.id,
      attempt: facts.run.attempt,
      expected_kinds: [...expected],
      deadline: timestampOf(at + DEADLINE_MILLISECONDS),
    },
  };
}

/** Event names are GitHub's, not an outsider's; anything that does not look like one is not written down. */
const eventWord = (event: string): string => (/^[a-z][a-z0-9]*(_[a-z0-9]+)*$/.test(event) ? event : 'unrecognised');
