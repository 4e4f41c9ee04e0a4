package proofrail.approvals.quorum_test

import data.proofrail.approvals.quorum
import data.proofrail.testing.change

test_two_that_count if quorum.pass with input as change.allowed

test_empty_input if not quorum.pass with input as {}

test_contributors_unknown if not quorum.pass with input as change.but("/contributors", change.unknown)

test_last_push_unknown if not quorum.pass with input as change.but("/change/last_push", change.unknown)

test_fewer_than_claimed if {
	document := json.patch(change.allowed, [{"op": "remove", "path": "/approvals/effective/0"}])
	not quorum.pass with input as document
}

test_one_of_two if {
	document := change.edited({"/approvals/effective": [change.allowed.approvals.effective[0]], "/approvals/total": 1})
	not quorum.pass with input as document
	quorum.reasons == {{"code": "awaiting-review", "params": {"counted": 1, "minimum": 2}}} with input as document
}

one_of_one := change.edited({
	"/approvals/effective": [change.allowed.approvals.effective[0]],
	"/approvals/total": 1,
	"/requirements/approvals/minimum": 1,
})

by_machines(document) := json.patch(document, [
	{"op": "replace", "path": "/people/person-1/kind", "value": "bot"},
	{"op": "replace", "path": "/people/person-4/kind", "value": "bot"},
])

test_one_that_is_enough if quorum.pass with input as one_of_one

# Whose the machine is nobody can say: the one who approves may be the one who drives it.
test_one_of_a_change_that_only_machines_made if {
	not quorum.pass with input as by_machines(one_of_one)
	quorum.reasons == {{"code": "awaiting-review", "params": {"counted": 1, "minimum": 2}}} with input as by_machines(one_of_one)
}

test_two_of_a_change_that_only_machines_made if {
	document := json.patch(change.allowed, [{"op": "replace", "path": "/requirements/approvals/minimum", "value": 1}])
	quorum.pass with input as by_machines(document)
}

test_more_of_a_change_that_only_machines_made_where_more_are_asked_for if {
	document := json.patch(change.allowed, [{"op": "replace", "path": "/requirements/approvals/minimum", "value": 3}])
	not quorum.pass with input as by_machines(document)
}

test_same_person_twice if {
	twice := array.concat([change.allowed.approvals.effective[0]], [change.allowed.approvals.effective[0]])
	not quorum.pass with input as change.but("/approvals/effective", twice)
}

test_push_then_approve if {
	document := change.edited({"/contributors/value/people/1": "person-3"})
	not quorum.pass with input as document
	"by-contributor" in change.codes(quorum.reasons) with input as document
}

test_bot_to_satisfy_the_count if {
	document := change.but("/people/person-3/kind", "bot")
	not quorum.pass with input as document
	"not-by-human" in change.codes(quorum.reasons) with input as document
}

test_push_after_approval if {
	document := change.but("/change/head/commit", change.older)
	not quorum.pass with input as document
	"of-other-commit" in change.codes(quorum.reasons) with input as document
}

test_commit_of_a_review_that_was_forced_away if {
	not quorum.pass with input as change.but("/approvals/effective/0/commit", null)
}

test_same_second_as_the_push if {
	document := change.but("/approvals/effective/0/submitted_at", change.pushed_at)
	not quorum.pass with input as document
	"before-last-push" in change.codes(quorum.reasons) with input as document
}

test_approval_by_a_reader if {
	document := change.but("/approvals/effective/0/can_push", false)
	not quorum.pass with input as document
	"without-push-right" in change.codes(quorum.reasons) with input as document
}

test_unknown_author_email if {
	document := change.edited({"/contributors/value/unidentified": 1, "/contributors/value/total": 3})
	not quorum.pass with input as document
	quorum.reasons == {{"code": "author-unknown", "params": {"unidentified": 1}}} with input as document
}

test_minimum_of_zero if {
	document := change.but("/requirements/approvals/minimum", 0)
	not quorum.pass with input as document
	quorum.reasons == {{"code": "no-minimum", "params": {}}} with input as document
}

test_minimum_as_text if not quorum.pass with input as change.but("/requirements/approvals/minimum", "2")

test_malformed_approval if {
	not quorum.pass with input as change.but("/approvals/effective/0/person", "Person-2")
	not quorum.pass with input as change.but("/approvals/effective/0/commit", "HEAD")
	not quorum.pass with input as change.but("/approvals/effective/0/can_push", "yes")
}

test_one_where_one_is_enough if {
	rule := change.edited({
		"/requirements/approvals/minimum": 1,
		"/approvals/effective": [change.allowed.approvals.effective[0]],
		"/approvals/total": 1,
	})
	quorum.pass with input as rule
}

test_list_of_approvals_cut_short if not quorum.pass with input as change.but("/approvals/total", 3)

test_approval_without_a_time if not quorum.pass with input as change.but("/approvals/effective/0/submitted_at", "now")
