# METADATA
# title: Every required role has an approver of its own
# description: >-
#   For each role that the registry asks for there is an approval that counts by somebody who holds it, and no person stands for two
#   of them.
# custom:
#   id: approvals.roles
#   alias: APR-02
#   severity: high
#   controls:
#     iso27001: [A.5.3, A.8.32]
#     soc2: [CC8.1, CC6.3]
#   remediation: Ask somebody who holds the missing role in .proofrail/roles.yaml for a review of the newest commit.
#   remedies:
#    author-unknown: Link the e-mail address of the commit to an account, or write the commit anew under one that is linked. If an account that was deleted opened or pushed the change, somebody else has to open it again.
#    no-roles: Say in .proofrail/ which roles have to approve.
#   waivable: true
#   since: 0.1.0
#   inputs:
#     - /approvals/effective
#     - /approvals/total
#     - /change/head/commit
#     - /change/last_push
#     - /contributors
#     - /people
#     - /requirements/approvals/roles
#   reasons:
#     awaiting-review: "No approval that counts is by somebody with the role {role}"
#     too-few-people: "{people} people hold the roles {roles} between them, each role needs one of its own"
#     author-unknown: "{unidentified} authors of commits have no account, so nobody can say who approved their own work"
#     no-roles: The registry asks for no role, or for more than {most}
package proofrail.approvals.roles

import data.proofrail.lib.approvals
import data.proofrail.lib.facts
import data.proofrail.lib.words

# All subsets of the required roles are tried: 2^10 at most.
most := 10

in_or_out(index) := {set(), {index}} if index < count(required)

in_or_out(index) := {set()} if index >= count(required)

# Not as the bits of numbers: to get their arithmetic ready takes a fifth of the time in which a change is judged.
subsets contains union({a, b, c, d, e, f, g, h, i, j}) if {
	some a in in_or_out(0)
	some b in in_or_out(1)
	some c in in_or_out(2)
	some d in in_or_out(3)
	some e in in_or_out(4)
	some f in in_or_out(5)
	some g in in_or_out(6)
	some h in in_or_out(7)
	some i in in_or_out(8)
	some j in in_or_out(9)
}

required := roles if {
	roles := facts.items(input.requirements.approvals.roles)
	count(roles) > 0
	count(roles) <= most
	every role in roles {
		words.said(role)
	}
}

holders[index] := {person |
	some person in approvals.counted
	required[index] in input.people[person].roles
} if {
	some index, _ in required
}

people(indexes) := {person |
	some index in indexes
	some person in holders[index]
}

# Hall's condition: everybody can be given a role of their own exactly when no set of roles is held by fewer people than it has.
short contains indexes if {
	some indexes in subsets
	count(people(indexes)) < count(indexes)
}

pass if {
	count(subsets) > 0
	count(short) == 0
	facts.all_contributors_identified
}

reasons contains {"code": "awaiting-review", "params": {"role": required[index]}} if {
	some index, persons in holders
	count(persons) == 0
}

reasons contains {"code": "too-few-people", "params": {"people": count(people(indexes)), "roles": concat(", ", roles)}} if {
	every persons in holders {
		count(persons) > 0
	}
	indexes := min(short)
	roles := sort([required[index] | some index in indexes])
}

reasons contains {"code": "author-unknown", "params": {"unidentified": facts.value(input.contributors).unidentified}} if {
	facts.value(input.contributors).unidentified > 0
}

reasons contains {"code": "no-roles", "params": {"most": most}} if not required
