import * as v from 'valibot';
import { CATALOGUE } from './catalogue.ts';

const said = v.pipe(v.string(), v.nonEmpty());
const pointer = v.pipe(v.string(), v.regex(/^(\/[a-z_*]+)+$/, 'a JSON pointer, * for every element'));
const code = v.pipe(v.string(), v.regex(/^[a-z]+(-[a-z]+)*$/, 'a dashed lower-case code'));
const alias = v.picklist(CATALOGUE.map((entry) => entry.alias));

/** What the package of every rule says of it in its METADATA. */
export const ruleAnnotation = v.object({
  scope: v.literal('package'),
  title: said,
  description: said,
  custom: v.strictObject({
    id: v.pipe(v.string(), v.regex(/^[a-z]+\.[a-z]+(-[a-z]+)*$/, 'area.rule-name')),
    alias,
    /** Further lines of the catalogue that this rule answers for. */
    covers: v.optional(v.array(alias), []),
    severity: v.picklist(['critical', 'high', 'medium', 'low']),
    controls: v.strictObject({
      iso27001: v.pipe(v.array(v.pipe(v.string(), v.regex(/^A\.[5-8]\.[0-9]{1,2}$/))), v.minLength(1)),
      soc2: v.pipe(v.array(v.pipe(v.string(), v.regex(/^(CC|A|PI|P|C)[1-9]\.[1-9]$/))), v.minLength(1)),
    }),
    remediation: said,
    /** What to do instead where a reason asks for something else. */
    remedies: v.optional(v.record(code, said), {}),
    waivable: v.boolean(),
    /** Reasons that no exception excuses although it may excuse the rule's others. */
    never_waived: v.optional(v.array(code), []),
    since: v.pipe(v.string(), v.regex(/^\d+\.\d+\.\d+$/)),
    inputs: v.pipe(v.array(pointer), v.minLength(1)),
    reasons: v.record(code, said),
  }),
});

export type RuleAnnotation = v.InferOutput<typeof ruleAnnotation>;
