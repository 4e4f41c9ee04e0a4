package proofrail.decision_test

import data.proofrail
import data.proofrail.testing.change

statuses(document) := answers if {
	answers := {answer.id: answer.status | some answer in proofrail.decision} with input as document
}

test_every_rule_answers_for_itself if {
	answers := statuses(change.allowed)
	count(answers) == count(proofrail.decision)
	{status | some status in answers} == {"pass"}
}

test_nothing_passes_because_nothing_was_said if {
	{status | some status in statuses({})} == {"fail"}
	{status | some status in statuses(null)} == {"fail"}
}

test_passes_give_no_reasons if {
	answers := proofrail.decision with input as change.allowed
	every answer in answers {
		answer.reasons == set()
	}
}

test_what_does_not_apply_is_said if statuses(change.deployment)["branches.flow"] == "not_applicable"

test_a_rule_that_is_asked_alone_says_what_it_says_among_others if {
	every document in [change.allowed, change.deployment, {}] {
		answers := proofrail.decision with input as document
		every answer in answers {
			proofrail.alone == answer with input as document with data.asked as answer.id
		}
	}
}

test_nobody_answers_for_a_rule_that_nobody_knows if {
	not proofrail.alone with input as change.allowed with data.asked as "approvals.unknown"
	not proofrail.alone with input as change.allowed
}
