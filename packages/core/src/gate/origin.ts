import type { CommonInput } from '../evidence/create-record.ts';
import { textDigest } from '../evidence/text-digest.ts';
import type { FactsDocument, InputDocument } from '../context/index.ts';

/** The program that writes the evidence. */
export interface Product {
  readonly name: string;
  readonly version: string;
}

type Outcome = CommonInput['outcome'];

/** What every record of one run says about where it comes from. */
export function originOf(facts: FactsDocument, source: InputDocument['facts'], product: Product, outcome: Outcome): CommonInput {
  const { repository, run, change } = facts;
  return {
    system: facts.platform,
    repo: repository.id,
    change_id: change.number === null ? null : `${repository.id}#${change.number}`,
    commit_sha: change.head.commit,
    head_sha: change.head.commit,
    run_id: run.id,
    run_attempt: run.attempt,
    workflow_ref: textDigest(run.workflow),
    collected_at: facts.read_at,
    collector_id: product.name,
    collector_version: product.version,
    method: source === 'given' ? 'manual' : 'pull',
    facts: source,
    outcome,
  };
}
