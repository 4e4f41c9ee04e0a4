import * as v from 'valibot';
import { text } from '../../../facts/words.ts';
import { branchName, listOfDistinct, mapOf, minimumApprovals, onlyTrue, retentionYears, roleName } from '../vocabulary.ts';

const shortControl = v.strictObject({
  title: text(200),
  pipeline: v.optional(
    v.strictObject({
      branch_protection: v.optional(listOfDistinct(branchName)),
      approvals: v.optional(v.strictObject({ min: v.optional(minimumApprovals), roles: v.optional(listOfDistinct(roleName)) })),
      artifacts: v.optional(v.strictObject({ immutable: onlyTrue })),
    }),
  ),
  evidence: v.optional(v.strictObject({ retention_years: retentionYears })),
});

/** `.proofrail/controls/<framework>.yaml`: control id → what the pipeline has to do for it. */
export const shortForm = mapOf(v.string(), shortControl);

export type ShortControl = v.InferOutput<typeof shortControl>;

export const SHORT_FORM_WORDS: readonly string[] = [
  ...[
    'title',
    'pipeline',
    'evidence',
    'branch_protection',
    'approvals',
    'artifacts',
    'min',
    'roles',
    'immutable',
    'retention_years',
  ],
];
