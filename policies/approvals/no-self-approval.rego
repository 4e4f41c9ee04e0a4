# METADATA
# title: Nobody approves their own change
# description: >-
#   No approval in effect is by anybody with a hand in the change: who opened it, authored or committed a commit, is named as
#   co-author, pushed to the branch, or triggered the bot that opened it.
# custom:
#   id: approvals.no-self-approval
#   alias: APR-03
#   severity: critical
#   controls:
#     iso27001: [A.5.3]
#     soc2: [CC6.3, CC8.1]
#   remediation: Have the approval dismissed and ask somebody who did not work on this change.
#   remedies:
#    awaiting-review: Ask people who did not work on this change for a review of its newest commit.
#    author-unknown: Link the e-mail address of the commit to an account, or write the commit anew under one that is linked. If an account that was deleted opened or pushed the change, somebody else has to open it again.
#    pusher-missing: Run the gate again; if it says so once more, report it with the stored input.
#   waivable: false
#   since: 0.1.0
#   inputs:
#     - /approvals/effective
#     - /approvals/total
#     - /change/last_push
#     - /contributors
#   reasons:
#     self-approval: "{person} approved a change they have a hand in"
#     author-unknown: "{unidentified} authors of commits have no account, so nobody can say who approved their own work"
#     pusher-missing: "{person} pushed last but is not among the contributors, so the list of contributors is not complete"
#     awaiting-review: Nobody has approved this change yet
package proofrail.approvals.no_self_approval

import data.proofrail.lib.approvals
import data.proofrail.lib.facts

pass if {
	facts.all_contributors_identified
	facts.last_push.person in facts.contributors
	contributors := facts.contributors
	count(approvals.effective) > 0
	every approval in approvals.effective {
		not approval.person in contributors
	}
}

reasons contains {"code": "self-approval", "params": {"person": approval.person}} if {
	some approval in approvals.effective
	approval.person in facts.contributors
}

reasons contains {"code": "author-unknown", "params": {"unidentified": facts.value(input.contributors).unidentified}} if {
	facts.value(input.contributors).unidentified > 0
}

reasons contains {"code": "pusher-missing", "params": {"person": facts.last_push.person}} if {
	contributors := facts.contributors
	not facts.last_push.person in contributors
}

reasons contains {"code": "awaiting-review", "params": {}} if count(approvals.effective) == 0
