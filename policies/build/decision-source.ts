import type { RuleSource } from './read-rules.ts';

const HEAD = `# Written by tools/policies.ts from the annotations of the rules: do not edit.
#
# Asked for all rules at once, by "decision"; by "alone" for the one that \`data.asked\` names, where asking for all of them failed and a
# report shows what the others say. The list is a constant of the module: iterating \`data.proofrail\` would pick up whatever is injected there
# (policy.md 2.1). What a rule does not say cannot undo the list: an undefined \`pass\` is an empty set here, and that fails.

# METADATA
# scope: subpackages
# schemas:
#   - input: schema["input.v1"]
package proofrail

# METADATA
# entrypoint: true
decision := [
`;

const ALONE = `# METADATA
# entrypoint: true
# scope: document
`;

const TAIL = `verdict(id, passed, _, _, notes) := {"id": id, "status": "pass", "reasons": notes} if passed == {true}

verdict(id, passed, absent, _, _) := {"id": id, "status": "not_applicable", "reasons": set()} if {
	passed == set()
	absent == {true}
}

verdict(id, passed, absent, reasons, _) := {"id": id, "status": "fail", "reasons": reasons} if {
	passed != {true}
	absent != {true}
}
`;

/** The aggregator, `decision.rego`: each rule's id, status and reasons. */
export function decisionSource(rules: readonly RuleSource[]): string {
  const list = rules.map((rule) => `\t${verdict(rule)},\n`).join('');
  return `${HEAD}${list}]\n\n${ALONE}${rules.map(verdictAlone).join('')}${TAIL}`;
}

const verdictAlone = (rule: RuleSource): string =>
  `alone := ${verdict(rule)} if data.asked == "${rule.annotation.custom.id}"\n\n`;

function verdict({ annotation, package: name, hasNotApplicable, hasNotes }: RuleSource): string {
  const absent = hasNotApplicable ? `{absent | absent := ${name}.not_applicable}` : 'set()';
  const notes = hasNotes ? `${name}.notes` : 'set()';
  return `verdict("${annotation.custom.id}", {pass | pass := ${name}.pass}, ${absent}, ${name}.reasons, ${notes})`;
}
