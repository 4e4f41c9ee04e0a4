import { describe, expect, it } from '@jest/globals';
import { buildInputDocument } from '@proofrail/core/context';
import { loadPolicy } from '@proofrail/core/policy';
import { AT, configured, inventedFacts } from '../../packages/core/src/context/test/sample-change.ts';
import { SeededRandom } from '../../packages/core/src/context/test/seeded-random.ts';
import { readBundle } from '../../policies/index.ts';
import { inRequiredRun } from '../required-run.ts';

const STORIES = inRequiredRun(400, 120);
const people = ['810000000001', '820000000002', '830000000003', '840000000004'];
const roles = `roles:\n  security: ["${people[0]}", "${people[1]}"]\n  platform: ["${people[1]}", "${people[2]}"]\n`;

const policy = await loadPolicy(readBundle());

describe('approvals are derived twice, in TypeScript and in Rego', () => {
  const configuration = configured({ 'roles.yaml': roles });

  it(`and both say the same about ${STORIES} invented changes`, () => {
    const disagreements: string[] = [];
    let counted = 0;
    for (let seed = 0; seed < STORIES; seed += 1) {
      const facts = inventedFacts(new SeededRandom(seed), people);
      const { document } = buildInputDocument(facts, configuration, [], { at: AT, source: 'read' });
      counted += document.approvals.count;
      const integrity = policy.evaluate(document).find(({ id }) => id === 'integrity.evidence');
      const speakers = document.approvals.effective.map(({ person }) => person);
      // Two approvals of one person in one second about different commits: nobody can say which is in effect, and the rule says so.
      if (new Set(speakers).size < speakers.length) continue;
      // A review that was not dismissed and yet names who dismissed it: the rule does not believe such a list.
      const believable =
        document.reviews.known &&
        document.reviews.value.items.every((each) => each.state === 'dismissed' || each.dismissed_by === null);
      if (believable && integrity?.status !== 'pass') disagreements.push(`${seed}: ${JSON.stringify(integrity)}`);
    }
    expect(disagreements).toEqual([]);
    expect(counted).toBeGreaterThan(STORIES / 10); // else the law would say nothing
  });
});
