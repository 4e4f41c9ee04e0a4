package proofrail.approvals.no_self_approval_test

import data.proofrail.approvals.no_self_approval as rule
import data.proofrail.testing.change

test_others_approved if rule.pass with input as change.allowed

test_empty_input if not rule.pass with input as {}

test_nobody_approved_yet if {
	document := change.edited({"/approvals/effective": [], "/approvals/total": 0})
	not rule.pass with input as document
	rule.reasons == {{"code": "awaiting-review", "params": {}}} with input as document
}

test_push_then_approve if {
	document := change.edited({
		"/change/last_push/value/person": "person-3",
		"/contributors/value/people/1": "person-3",
	})
	not rule.pass with input as document
	rule.reasons == {{"code": "self-approval", "params": {"person": "person-3"}}} with input as document
}

test_co_author_trailer if {
	not rule.pass with input as change.edited({
		"/contributors/value/people": ["person-1", "person-2"],
		"/contributors/value/total": 2,
	})
}

test_old_self_approval_beside_good_ones if {
	own := object.union(change.allowed.approvals.effective[0], {"person": "person-1", "commit": change.older})
	not rule.pass with input as change.edited({
		"/approvals/effective": array.concat(change.allowed.approvals.effective, [own]),
		"/approvals/total": 3,
	})
}

test_pusher_left_out_of_the_contributors if {
	document := change.but("/change/last_push/value/person", "person-9")
	not rule.pass with input as document
	rule.reasons == {{"code": "pusher-missing", "params": {"person": "person-9"}}} with input as document
}

test_unknown_author_email if {
	document := change.edited({"/contributors/value/unidentified": 1, "/contributors/value/total": 3})
	not rule.pass with input as document
	rule.reasons == {{"code": "author-unknown", "params": {"unidentified": 1}}} with input as document
}

test_unknown_author_left_out_of_the_total if not rule.pass with input as change.but("/contributors/value/unidentified", 1)

# A platform lists 250 commits of a change at most.
test_contributors_beyond_the_page if not rule.pass with input as change.but("/contributors/value/total", 251)

test_contributors_unknown if not rule.pass with input as change.but("/contributors", change.unknown)

test_nobody_contributed if {
	not rule.pass with input as change.edited({"/contributors/value/people": [], "/contributors/value/total": 0})
}

test_contributor_who_is_no_label if not rule.pass with input as change.but("/contributors/value/people/1", 7)
