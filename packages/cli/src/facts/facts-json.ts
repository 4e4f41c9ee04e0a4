import type { RecordedFacts } from './recorded-facts.ts';
import { unknownFacts } from './unknown-facts.ts';

export function factsJson({ layout, collected: { facts, missing }, reports, policy: { problem } }: RecordedFacts) {
  const { repository, change, read_at } = facts;
  return {
    read_at,
    facts: layout.facts,
    reports: { folder: layout.reports, files: reports },
    configuration: problem === null ? layout.configuration : null,
    problem: problem === null ? null : { code: problem.code, do_this: problem.doThis },
    change: { repository: repository.id, number: change.number, commit: change.head.commit, base: change.base.commit },
    unknown: unknownFacts(facts),
    missing: missing.map(({ permission, yaml }) => ({ permission, yaml })),
  };
}
