# METADATA
# title: Changes to the gate itself are approved by more people
# description: >-
#   A change that touches the gate's configuration, CODEOWNERS, a workflow or an action, or what tells a scanner where to look, has the
#   approvals that the registry asks for such a change, and each role that it names is held by somebody whose approval counts. Where
#   the list of files was not read whole, nobody knows what the change touches, and it does not pass.
# custom:
#   id: approvals.elevated
#   alias: CHK-02
#   severity: critical
#   controls:
#     iso27001: [A.8.32, A.8.25, A.8.27]
#     soc2: [CC8.1]
#   remediation: Ask people with the roles that .proofrail/ names for such changes to approve the newest commit, or leave the change to the gate out of this one.
#   remedies:
#    author-unknown: Link the e-mail address of the commit to an account, or write the commit anew under one that is linked. If an account that was deleted opened or pushed the change, somebody else has to open it again.
#    nothing-required: Say in .proofrail/ what a change to the gate itself needs.
#   waivable: true
#   since: 0.1.0
#   inputs:
#     - /approvals/effective
#     - /approvals/total
#     - /change/head/commit
#     - /change/last_push
#     - /change/touches
#     - /contributors
#     - /people
#     - /requirements/approvals/elevated
#   reasons:
#     awaiting-review: "A change to {part} needs more: {counted} of {minimum} approvals count, roles still missing: {roles}"
#     author-unknown: "{unidentified} authors of commits have no account, so nobody can say who approved their own work"
#     nothing-required: The registry does not say what a change to the gate itself needs
package proofrail.approvals.elevated

import data.proofrail.lib.approvals
import data.proofrail.lib.facts
import data.proofrail.lib.touches
import data.proofrail.lib.words

touched := {part | some part in touches.parts; touches.answers[part] == true}

required := wanted if {
	wanted := input.requirements.approvals.elevated
	is_number(wanted.minimum)
	wanted.minimum >= 1
	is_array(facts.items(wanted.roles))
	every role in wanted.roles.items {
		words.said(role)
	}
}

missing := {role | some role in required.roles.items; not held(role)}

held(role) if {
	some person in approvals.counted
	role in input.people[person].roles
}

pass if {
	count(touched) > 0
	count(approvals.counted) >= required.minimum
	count(missing) == 0
	facts.all_contributors_identified
}

# That it touches none of them was read, not guessed.
not_applicable if {
	is_object(touches.answers)
	count(touched) == 0
	is_object(required)
}

short if count(approvals.counted) < required.minimum

short if count(missing) > 0

still_missing := concat(", ", sort(missing)) if count(missing) > 0

still_missing := "none" if count(missing) == 0

reasons contains {
	"code": "awaiting-review",
	"params": {"part": part, "counted": count(approvals.counted), "minimum": required.minimum, "roles": still_missing},
} if {
	short
	some part in touched
}

reasons contains {"code": "author-unknown", "params": {"unidentified": facts.value(input.contributors).unidentified}} if {
	facts.value(input.contributors).unidentified > 0
}

reasons contains {"code": "nothing-required", "params": {}} if not required
