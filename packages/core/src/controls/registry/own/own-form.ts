import * as v from 'valibot';
import { platformId, scanClass, text } from '../../../facts/words.ts';
import { ROLLOUT_MODES } from '../known-rules.ts';
import { THRESHOLD_CLASSES } from '../presets/thresholds.ts';
import { toolEntry } from '../tool-entry.ts';
import {
  branchGlob,
  branchName,
  listOfDistinct,
  mapOf,
  maxAgeDays,
  minimumApprovals,
  onlyTrue,
  retentionYears,
  roleName,
  toolName,
} from '../vocabulary.ts';

// Flow, scanners, thresholds, protected branches and retention have no default: what nobody chose, nobody can answer for.

const flow = v.lazy((input) =>
  Array.isArray(input)
    ? v.pipe(v.array(v.strictObject({ from: branchGlob, to: branchGlob })), v.minLength(1, 'at least one pair'))
    : v.picklist(['gitflow', 'trunk'], 'gitflow, trunk or a list of {from, to}'),
);

const limit = v.lazy((input) =>
  typeof input === 'number'
    ? v.pipe(v.number(), v.safeInteger('a whole number'), v.minValue(0, 'zero or more'))
    : v.picklist(['any', 'assigned'], 'a number, any, or assigned'),
);

const severityLimits = v.strictObject({ critical: limit, high: limit, medium: limit, low: limit });

const classLimits = Object.fromEntries(THRESHOLD_CLASSES.map((each) => [each, v.optional(severityLimits)])) as Record<
  (typeof THRESHOLD_CLASSES)[number],
  v.OptionalSchema<typeof severityLimits, undefined>
>;

const preset = v.picklist(['baseline', 'sla'], 'baseline, sla or a table by scan class');
const thresholds = v.lazy((input) =>
  typeof input === 'object' && input !== null ? v.strictObject({ preset: v.optional(preset), ...classLimits }) : preset,
);

const asked = { min: v.optional(minimumApprovals), roles: v.optional(listOfDistinct(roleName)) };

/** `.proofrail/controls.yaml`; docs/controls.md explains it for the people who answer for it. */
export const ownForm = v.strictObject({
  proofrail: v.literal('controls/v1', 'controls/v1'),
  controls: mapOf(v.string(), v.strictObject({ title: v.optional(text(200)), rules: listOfDistinct(text(100)) })),
  approvals: v.optional(v.strictObject({ ...asked, elevated: v.optional(v.strictObject(asked)) })),
  flow,
  protected_branches: listOfDistinct(branchName),
  required_checks: v.optional(
    v.pipe(
      v.array(v.strictObject({ name: text(200), app_id: platformId, workflow: v.nullable(text(1024)) })),
      v.minLength(1, 'at least one check'),
    ),
  ),
  scanners: v.pipe(
    v.array(v.strictObject({ class: scanClass, tool: toolName, max_age_days: maxAgeDays })),
    v.minLength(1, 'at least one scanner'),
  ),
  tools: v.optional(mapOf(toolName, toolEntry)),
  thresholds,
  artifacts: v.optional(v.strictObject({ immutable: onlyTrue })),
  evidence: v.strictObject({ retention_years: retentionYears, kinds: v.optional(mapOf(v.string(), retentionYears)) }),
  exceptions: v.optional(v.strictObject({ approved_by: listOfDistinct(roleName) })),
  rollout: v.optional(mapOf(v.string(), v.picklist(ROLLOUT_MODES, ROLLOUT_MODES.join(', ')))),
});

export type OwnForm = v.InferOutput<typeof ownForm>;

export const OWN_FORM_WORDS: readonly string[] = [
  ...Object.keys(ownForm.entries),
  ...[
    'title',
    'rules',
    'min',
    'roles',
    'elevated',
    'name',
    'app_id',
    'workflow',
    'class',
    'tool',
    'max_age_days',
    'clean_reports_list_no_rules',
    'preset',
    'immutable',
  ],
  ...['retention_years', 'kinds', 'approved_by', 'from', 'to', 'critical', 'high', 'medium', 'low'],
  ...THRESHOLD_CLASSES,
];
