import { known, type Fact } from '@proofrail/core/context';
import * as v from 'valibot';
import type { Asker } from '../asking/asker.ts';
import { ENDPOINTS } from '../asking/endpoints.ts';

/** Open objects: GitHub adds kinds of rules and parameters faster than it documents them (gate.md 0.12). */
const branchRule = v.object({
  type: v.string(),
  parameters: v.nullish(v.record(v.string(), v.unknown()), null),
});
export type BranchRule = v.InferOutput<typeof branchRule>;
const rules = v.array(branchRule);

/** The active rules on a branch, of every level; an empty list says that no ruleset guards it. */
export async function readBranchRules(
  asker: Asker,
  where: { readonly owner: string; readonly name: string; readonly branch: string },
): Promise<Fact<readonly BranchRule[]>> {
  const found: BranchRule[] = [];
  for (let page = 1; ; page += 1) {
    const parameters = { owner: where.owner, repo: where.name, branch: where.branch, per_page: 100, page };
    const read = await asker.rest(ENDPOINTS.branchRules, parameters, rules);
    if (!read.known) return read;
    found.push(...read.value);
    if (read.value.length < 100) return known(found);
  }
}
