# METADATA
# title: The input is whole and agrees with itself
# description: >-
#   The document has the form that these rules were written for, names the commit, the configuration and the time it was judged by,
#   describes every person it mentions, and its list of approvals follows from its reviews. What could not be read is left to the
#   rules that need it.
# custom:
#   id: integrity.evidence
#   alias: INT-01
#   severity: critical
#   controls:
#     iso27001: [A.5.28, A.5.36]
#     soc2: [CC4.1, PI1.3]
#   remediation: Report it with the stored input; the facts handed over or the program that collected them are broken.
#   waivable: false
#   since: 0.1.0
#   inputs:
#     - /approvals
#     - /change/base
#     - /change/checked
#     - /change/head
#     - /change/kind
#     - /change/landed
#     - /change/last_push
#     - /configuration
#     - /contributors
#     - /evaluated_at
#     - /exceptions/items/*/approved_by
#     - /exceptions/items/*/owner
#     - /exceptions/items/*/requested_by
#     - /exceptions/total
#     - /facts
#     - /findings/items/*/assigned
#     - /findings/total
#     - /people
#     - /repository/id
#     - /reviews
#     - /schema
#   reasons:
#     not-whole: The part "{part}" of the input is missing or malformed
#     unknown-person: "{person} is mentioned but not described"
#     approvals-differ: The list of approvals does not follow from the reviews
#     derived-differ: The counted approvals or their roles do not follow from the list of approvals
package proofrail.integrity.evidence

import data.proofrail.lib.approvals
import data.proofrail.lib.exceptions
import data.proofrail.lib.facts
import data.proofrail.lib.reviews
import data.proofrail.lib.words

parts := {"document", "configuration", "change", "people", "lists"}

whole contains "document" if {
	input.schema == "proofrail.input/v1"
	input.facts in {"read", "given"}
	facts.now
	words.platform_id(input.repository.id)
}

whole contains "configuration" if {
	words.sha256(input.configuration.controls)
	words.sha256(input.configuration.roles)
	words.sha256(input.configuration.exceptions)
}

whole contains "change" if {
	input.change.kind in {"pull_request", "merge_group", "push", "deployment"}
	commits_fit
	words.commit(input.change.base.commit)
	words.said(input.change.head.branch)
	words.said(input.change.base.branch)
	words.platform_id(input.change.head.repository_id)
}

# What was reviewed, what was checked and what lands follow from the kind: nobody may pick the commit that was checked.
commits_fit if {
	input.change.kind == "pull_request"
	facts.checked == facts.head
	input.change.landed == null
}

commits_fit if {
	input.change.kind == "merge_group"
	words.commit(facts.head)
	facts.checked == input.change.landed
}

commits_fit if {
	input.change.kind == "push"
	words.commit(input.change.landed)
	facts.checked in {facts.head, input.change.landed}
}

commits_fit if {
	input.change.kind == "deployment"
	approvals.commit_or_none(input.change.landed)
	facts.checked in {facts.head, input.change.landed}
}

whole contains "people" if {
	is_object(input.people)
	every label, person in input.people {
		words.person(label)
		person.kind in {"human", "bot", "unknown"}
		is_array(person.roles)
		every role in person.roles {
			words.said(role)
		}
	}
}

whole contains "lists" if {
	is_array(exceptions.all)
	is_array(facts.items(input.findings))
	is_array(approvals.effective)
}

mentioned contains person if some person in facts.contributors

mentioned contains facts.last_push.person

mentioned contains approval.person if some approval in approvals.effective

mentioned contains review.person if some review in reviews.all

mentioned contains review.dismissed_by if {
	some review in reviews.all
	review.dismissed_by != null
}

mentioned contains person if {
	some exception in exceptions.all
	some person in [exception.owner, exception.requested_by, exception.approved_by]
	person != null
}

mentioned contains finding.assigned.owner if some finding in input.findings.items

undescribed := {person | some person in mentioned; not input.people[person]}

approvals_follow if {
	is_array(reviews.all)
	{approval | some approval in approvals.effective} == reviews.effective
	count(approvals.effective) == count({approval.person | some approval in approvals.effective})
}

# Reviews that could not be read say nothing, so nothing may be approved by them.
approvals_follow if {
	input.reviews.known == false
	words.said(input.reviews.why)
	approvals.effective == []
}

roles := {role |
	some person in approvals.counted
	some role in input.people[person].roles
}

derived_follow if {
	input.approvals.count == count(approvals.counted)
	is_array(input.approvals.roles)
	{role | some role in input.approvals.roles} == roles
	count(input.approvals.roles) == count(roles)
}

pass if {
	whole == parts
	count(undescribed) == 0
	approvals_follow
	derived_follow
}

reasons contains {"code": "not-whole", "params": {"part": part}} if some part in (parts - whole)

reasons contains {"code": "unknown-person", "params": {"person": person}} if some person in undescribed

reasons contains {"code": "approvals-differ", "params": {}} if not approvals_follow

reasons contains {"code": "derived-differ", "params": {}} if not derived_follow
