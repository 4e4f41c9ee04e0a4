# METADATA
# title: Approvals are for what is judged now
# description: >-
#   At least the required number of people approved exactly the head commit, after the last push to it. An approval of an earlier
#   commit, or one submitted in the second of the push or before, is an approval of something else.
# custom:
#   id: approvals.fresh
#   alias: APR-04
#   severity: high
#   controls:
#     iso27001: [A.8.32]
#     soc2: [CC8.1]
#   remediation: Ask the reviewers to look at the newest commit and approve again.
#   remedies:
#    awaiting-review: Ask for the reviews that are missing.
#    no-minimum: Say in .proofrail/ how many approvals a change needs, at least one.
#   waivable: true
#   since: 0.1.0
#   inputs:
#     - /approvals/effective
#     - /approvals/total
#     - /change/head/commit
#     - /change/last_push
#     - /requirements/approvals/minimum
#   reasons:
#     awaiting-review: "{fresh} of {minimum} required approvals are for this commit"
#     of-other-commit: "{person} approved another commit"
#     before-last-push: "{person} did not approve after the last push"
#     no-minimum: The registry does not ask for at least one approval
package proofrail.approvals.fresh

import data.proofrail.lib.approvals
import data.proofrail.lib.facts

fresh := {approval.person |
	some approval in approvals.effective
	approvals.fresh(approval)
}

pass if count(fresh) >= approvals.minimum

reasons contains {"code": "awaiting-review", "params": {"fresh": count(fresh), "minimum": approvals.minimum}} if {
	count(fresh) < approvals.minimum
}

reasons contains {"code": "of-other-commit", "params": {"person": approval.person}} if {
	some approval in approvals.effective
	not approvals.on_head(approval)
}

reasons contains {"code": "before-last-push", "params": {"person": approval.person}} if {
	some approval in approvals.effective
	approval.submitted_at <= facts.last_push.at
}

reasons contains {"code": "no-minimum", "params": {}} if not approvals.minimum
