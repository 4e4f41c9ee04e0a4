package proofrail.approvals.human_test

import data.proofrail.approvals.human as rule
import data.proofrail.testing.change

test_two_people if rule.pass with input as change.allowed

test_empty_input if not rule.pass with input as {}

test_approvals_unknown if not rule.pass with input as change.edited({"/approvals/effective": [], "/approvals/total": 0})

test_bot_approval if {
	document := change.but("/people/person-2/kind", "bot")
	not rule.pass with input as document
	rule.reasons == {
		{"code": "awaiting-review", "params": {"humans": 1, "minimum": 2}},
		{"code": "by-bot", "params": {"person": "person-2"}},
	} with input as document
}

# A token of a service user, a mannequin, an account that was deleted.
test_account_of_no_known_kind if {
	document := change.but("/people/person-2/kind", "unknown")
	not rule.pass with input as document
	"by-unknown-account" in change.codes(rule.reasons) with input as document
}

test_person_who_is_not_described if not rule.pass with input as change.without("/people/person-2")

test_minimum_of_zero if {
	document := change.but("/requirements/approvals/minimum", 0)
	not rule.pass with input as document
	change.codes(rule.reasons) == {"no-minimum"} with input as document
}
