import * as v from 'valibot';
import { count } from './fact.ts';
import { platformId, scanClass, SCAN_CLASSES, text } from './words.ts';

/** How many findings of one severity may stay open. `maximum: null` means no limit. */
const limit = v.strictObject({
  maximum: v.nullable(count),
  /** Preset `sla`: a finding with an owner and a due date that has not passed does not count. */
  tolerate_assigned: v.boolean(),
});

const thresholds = v.strictObject({ critical: limit, high: limit, medium: limit, low: limit });

/** What the control registry asks of a change, already resolved: no presets left to look up, no defaults left to guess. */
export const requirements = v.strictObject({
  approvals: v.strictObject({ minimum: count, roles: v.array(text(100)) }),
  branches: v.strictObject({
    protected: v.array(text(1024)),
    flow: v.strictObject({
      preset: v.picklist(['gitflow', 'trunk', 'own']),
      /** RE2 patterns over whole branch names, anchored by the rule. */
      allowed: v.array(v.strictObject({ from: text(1024), to: text(1024) })),
    }),
  }),
  checks: v.strictObject({
    required: v.array(v.strictObject({ name: text(1024), app_id: platformId, workflow: v.nullable(text(1024)) })),
  }),
  scans: v.strictObject({
    /** `scanner: null` asks for any scanner of that class. */
    required: v.array(v.strictObject({ class: scanClass, scanner: v.nullable(text(100)), max_age_seconds: count })),
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
