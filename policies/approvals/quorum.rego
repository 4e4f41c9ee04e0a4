# METADATA
# title: Enough people have approved exactly this commit
# description: >-
#   A change needs the required number of distinct approvals that count: by humans who may push, have no hand in the change, and
#   approved the head commit after the last push to it. A change in which only machines have a hand needs two at least: one of them may
#   be by whoever stands behind the machine.
# custom:
#   id: approvals.quorum
#   alias: APR-01
#   severity: high
#   controls:
#     iso27001: [A.8.32, A.5.3]
#     soc2: [CC8.1]
#   remediation: Ask people who did not work on this change to approve its newest commit.
#   remedies:
#    author-unknown: Link the e-mail address of the commit to an account, or write the commit anew under one that is linked. If an account that was deleted opened or pushed the change, somebody else has to open it again.
#    no-minimum: Say in .proofrail/ how many approvals a change needs, at least one.
#   waivable: true
#   since: 0.1.0
#   inputs:
#     - /approvals/effective
#     - /approvals/total
#     - /change/head/commit
#     - /change/last_push
#     - /contributors
#     - /people/*/kind
#     - /requirements/approvals/minimum
#   reasons:
#     awaiting-review: "{counted} of {minimum} required approvals count for this commit"
#     author-unknown: "{unidentified} authors of commits have no account, so nobody can say who approved their own work"
#     no-minimum: The registry does not ask for at least one approval
#     not-by-human: The approval of {person} does not count, it is not a human's account
#     by-contributor: The approval of {person} does not count, they have a hand in the change
#     of-other-commit: The approval of {person} does not count, it was given to another commit
#     before-last-push: The approval of {person} does not count, it was not given after the last push
#     without-push-right: The approval of {person} does not count, they may not push to the repository
package proofrail.approvals.quorum

import data.proofrail.lib.approvals
import data.proofrail.lib.facts

pass if {
	count(approvals.counted) >= minimum
	facts.all_contributors_identified
}

# Whose it is may be known of a machine or not (gate.md row 7): two people are never one behind it.
minimum := approvals.minimum if human_hand

minimum := max({approvals.minimum, 2}) if not human_hand

human_hand if {
	some person in facts.contributors
	input.people[person].kind == "human"
}

reasons contains {"code": "awaiting-review", "params": {"counted": counted, "minimum": minimum}} if {
	counted := count(approvals.counted)
	counted < minimum
}

reasons contains {"code": "author-unknown", "params": {"unidentified": facts.value(input.contributors).unidentified}} if {
	facts.value(input.contributors).unidentified > 0
}

reasons contains {"code": "no-minimum", "params": {}} if not approvals.minimum

reasons contains {"code": "not-by-human", "params": {"person": approval.person}} if {
	some approval in approvals.effective
	not approvals.human(approval)
}

reasons contains {"code": "by-contributor", "params": {"person": approval.person}} if {
	some approval in approvals.effective
	approval.person in facts.contributors
}

reasons contains {"code": "of-other-commit", "params": {"person": approval.person}} if {
	some approval in approvals.effective
	not approvals.on_head(approval)
}

reasons contains {"code": "before-last-push", "params": {"person": approval.person}} if {
	some approval in approvals.effective
	approval.submitted_at <= facts.last_push.at
}

reasons contains {"code": "without-push-right", "params": {"person": approval.person}} if {
	some approval in approvals.effective
	approval.can_push == false
}
