# METADATA
# title: Approvals are given by people
# description: >-
#   At least the required number of approvals is by accounts of humans. An app, a machine user of the registry, and an account whose
#   kind nobody could tell approve nothing.
# custom:
#   id: approvals.human
#   alias: APR-05
#   severity: high
#   controls:
#     iso27001: [A.5.16, A.5.3]
#     soc2: [CC6.1]
#   remediation: Ask people for a review; what a bot approves does not count.
#   remedies:
#    no-minimum: Say in .proofrail/ how many approvals a change needs, at least one.
#   waivable: true
#   since: 0.1.0
#   inputs:
#     - /approvals/effective
#     - /approvals/total
#     - /people/*/kind
#     - /requirements/approvals/minimum
#   reasons:
#     awaiting-review: "{humans} of {minimum} required approvals are by people"
#     by-bot: The account of {person} is a bot's
#     by-unknown-account: Nobody can tell what kind of account {person} is
#     no-minimum: The registry does not ask for at least one approval
package proofrail.approvals.human

import data.proofrail.lib.approvals

humans := {approval.person |
	some approval in approvals.effective
	approvals.human(approval)
}

pass if count(humans) >= approvals.minimum

reasons contains {"code": "awaiting-review", "params": {"humans": count(humans), "minimum": approvals.minimum}} if {
	count(humans) < approvals.minimum
}

reasons contains {"code": "by-bot", "params": {"person": approval.person}} if {
	some approval in approvals.effective
	input.people[approval.person].kind == "bot"
}

reasons contains {"code": "by-unknown-account", "params": {"person": approval.person}} if {
	some approval in approvals.effective
	input.people[approval.person].kind == "unknown"
}

reasons contains {"code": "no-minimum", "params": {}} if not approvals.minimum
