import type { RuleSource } from './read-rules.ts';

const HEAD = `# Written by tools/policies.ts from the annotations of the rules: do not edit.
#
# Asked for all rules at once, by "decision"; by "verdict_of" for one alone, where asking for all of them failed and a report shows what
# the others say. The list is a constant of the module: iterating \`data.proofrail\` would pick up whatever is injected there
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
  const list = rules.map(({ annotation }) => `\t${verdictOf(annotation)},\n`).join('');
  return `${HEAD}${list}]\n\n${rules.map(verdict).join('')}${TAIL}`;
}

const verdictOf = ({ custom }: RuleSource['annotation']): string => `verdict_of["${custom.id}"]`;

function verdict({ annotation, package: name, hasNotApplicable, hasNotes }: RuleSource): string {
  const absent = hasNotApplicable ? `{absent | absent := ${name}.not_applicable}` : 'set()';
  const notes = hasNotes ? `${name}.notes` : 'set()';
  const answer = `verdict("${annotation.custom.id}", {pass | pass := ${name}.pass}, ${absent}, ${name}.reasons, ${notes})`;
  return `# METADATA\n# entrypoint: true\n${verdictOf(annotation)} := ${answer}\n\n`;
}
