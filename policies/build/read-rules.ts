import type { AnnotationListing, Inspected, RuleListing } from '@proofrail/rego';
import * as v from 'valibot';
import { brokenAnnotation } from './broken-annotation.ts';
import { CATALOGUE } from './catalogue.ts';
import { ruleAnnotation, type RuleAnnotation } from './rule-annotation.ts';

/** A rule package of `policies/<area>/<rule>.rego` with what it says of itself. */
export interface RuleSource {
  readonly annotation: RuleAnnotation;
  readonly package: string;
  readonly file: string;
  /** `file:line` of its annotation. */
  readonly at: string;
  readonly hasNotApplicable: boolean;
  /** Whether it says something where it passes. */
  readonly hasNotes: boolean;
}

/** Every rule of the bundle, sorted by id; a rule that does not say what it is ends the build with file and line. */
export function readRules(inspected: Inspected): readonly RuleSource[] {
  const packages = new Map<string, RuleListing[]>();
  for (const rule of inspected.rules) packages.set(rule.package, [...(packages.get(rule.package) ?? []), rule]);
  const rules = [...packages]
    .filter(([name]) => !name.startsWith('data.proofrail.lib.'))
    .map(([name, members]) => readRule(name, members, inspected.annotations));
  refuseTwice(rules);
  return rules.sort((a, b) => (a.annotation.custom.id < b.annotation.custom.id ? -1 : 1));
}

function readRule(name: string, members: readonly RuleListing[], annotations: readonly AnnotationListing[]): RuleSource {
  const first = members[0];
  const file = first?.file ?? name;
  const listing = annotations.find((entry) => entry.package === name && entry.metadata.scope === 'package');
  if (listing === undefined) throw brokenAnnotation('a METADATA block above the package', 'none', `${file}:1`);
  const at = `${file}:${listing.row ?? 1}`;
  const parsed = v.safeParse(ruleAnnotation, listing.metadata);
  if (!parsed.success) {
    const [issue] = parsed.issues;
    throw brokenAnnotation(`${v.getDotPath(issue) ?? 'annotation'}: ${issue.expected ?? 'another value'}`, issue.received, at);
  }
  const { custom } = parsed.output;
  const path = `data.proofrail.${custom.id.replaceAll('-', '_')}`;
  if (name !== path || file !== `${custom.id.replace('.', '/')}.rego`)
    throw brokenAnnotation(`package and file of ${custom.id}`, `${name} in ${file}`, at);
  for (const needed of ['pass', 'reasons']) {
    if (!members.some((rule) => rule.path === `${name}.${needed}`)) throw brokenAnnotation(`a rule named ${needed}`, 'none', at);
  }
  refuseWaivable(custom, at);
  refuseUnknownCodes(custom, at);
  const has = (member: string): boolean => members.some((rule) => rule.path === `${name}.${member}`);
  return {
    annotation: parsed.output,
    package: name,
    file,
    at,
    hasNotApplicable: has('not_applicable'),
    hasNotes: has('notes'),
  };
}

/** The catalogue decides what no exception may excuse (decisions.md, Rules). */
function refuseWaivable(custom: RuleAnnotation['custom'], at: string): void {
  const entries = CATALOGUE.filter(({ alias }) => alias === custom.alias || custom.covers.includes(alias));
  if (custom.waivable && entries.some(({ neverWaived }) => neverWaived === true)) {
    throw brokenAnnotation('waivable: false, as the catalogue says', 'waivable: true', at);
  }
}

/** A code that the rule never gives would promise something that does not happen. */
function refuseUnknownCodes({ reasons, remedies, never_waived }: RuleAnnotation['custom'], at: string): void {
  const unknown = [...never_waived, ...Object.keys(remedies)].filter((code) => !(code in reasons));
  if (unknown.length > 0) throw brokenAnnotation('codes of never_waived and remedies among the reasons', unknown.join(), at);
}

function refuseTwice(rules: readonly RuleSource[]): void {
  const seen = new Map<string, string>();
  for (const { annotation, file } of rules) {
    for (const name of [annotation.custom.id, annotation.custom.alias, ...annotation.custom.covers]) {
      const before = seen.get(name);
      if (before !== undefined) throw brokenAnnotation(`${name} once`, `again in ${file}`, before);
      seen.set(name, file);
    }
  }
}
