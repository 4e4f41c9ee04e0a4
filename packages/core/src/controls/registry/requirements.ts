import * as v from 'valibot';
import { count, listOf } from '../../facts/fact.ts';
import { platformId, scanClass, text, type SCAN_CLASSES } from '../../facts/words.ts';

// Nothing here is loosened by what is missing: no limit and no particular scanner are words, not nulls, and every list carries its
// total, so that a requirement lost on the way is a fault and not a smaller demand (decisions.md, the field law).

/** How many findings of one severity may stay open. */
const limit = v.strictObject({
  maximum: v.union([count, v.literal('unlimited')]),
  /** Preset `sla`: a finding with an owner and a due date that has not passed does not count. */
  tolerate_assigned: v.boolean(),
});

const thresholds = v.strictObject({ critical: limit, high: limit, medium: limit, low: limit });

/** What the control registry asks of a change, already resolved: no presets left to look up, no defaults left to guess. */
export const requirements = v.strictObject({
  approvals: v.strictObject({
    minimum: count,
    roles: listOf(text(100)),
    /** Of a change that touches what the gate itself rests on. */
    elevated: v.strictObject({ minimum: count, roles: listOf(text(100)) }),
  }),
  branches: v.strictObject({
    protected: listOf(text(1024)),
    flow: v.strictObject({
      preset: v.picklist(['gitflow', 'trunk', 'own']),
      /** RE2 patterns over whole branch names, anchored by the rule. */
      allowed: listOf(v.strictObject({ from: text(1024), to: text(1024) })),
    }),
  }),
  checks: v.strictObject({
    /** `workflow` is compared exactly: null is a check that no workflow made, as from another app than GitHub Actions. */
    required: listOf(v.strictObject({ name: text(1024), app_id: platformId, workflow: v.nullable(text(1024)) })),
  }),
  scans: v.strictObject({
    /** `scanner: 'any'` asks for any scanner of that class. */
    required: listOf(v.strictObject({ class: scanClass, scanner: text(100), max_age_seconds: count })),
    thresholds: v.strictObject({
      sast: thresholds,
      dependency: thresholds,
      iac: thresholds,
      container: thresholds,
      dast: thresholds,
    } satisfies Record<Exclude<(typeof SCAN_CLASSES)[number], 'secrets'>, typeof thresholds>),
  }),
  artifacts: v.strictObject({ immutable: v.boolean() }),
});

export type Requirements = v.InferOutput<typeof requirements>;
