package proofrail.approvals.fresh_test

import data.proofrail.approvals.fresh as rule
import data.proofrail.testing.change

test_all_of_head_after_the_push if rule.pass with input as change.allowed

test_empty_input if not rule.pass with input as {}

test_last_push_unknown if not rule.pass with input as change.but("/change/last_push", change.unknown)

test_force_push_after_approval if {
	document := change.but("/change/head/commit", change.older)
	not rule.pass with input as document
	change.codes(rule.reasons) == {"awaiting-review", "of-other-commit"} with input as document
}

test_approved_in_the_second_of_the_push if {
	document := change.but("/approvals/effective/0/submitted_at", change.pushed_at)
	not rule.pass with input as document
	change.codes(rule.reasons) == {"awaiting-review", "before-last-push"} with input as document
}

# Their author need not come back: what is out of date counts for nothing and harms nothing.
test_an_old_approval_beside_enough_fresh_ones if {
	old := object.union(change.allowed.approvals.effective[0], {"person": "person-5", "commit": change.older})
	rule.pass with input as change.edited({
		"/approvals/effective": array.concat(change.allowed.approvals.effective, [old]),
		"/approvals/total": 3,
	})
}

test_one_person_twice if {
	again := object.union(change.allowed.approvals.effective[0], {"submitted_at": change.pushed_at + 1})
	not rule.pass with input as change.but("/approvals/effective", [change.allowed.approvals.effective[0], again])
}

test_minimum_of_zero if {
	document := change.but("/requirements/approvals/minimum", 0)
	not rule.pass with input as document
	change.codes(rule.reasons) == {"no-minimum"} with input as document
}

test_push_without_a_time if not rule.pass with input as change.but("/change/last_push/value/at", 0)
