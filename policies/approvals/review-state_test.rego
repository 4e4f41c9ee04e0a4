package proofrail.approvals.review_state_test

import data.proofrail.approvals.review_state as rule
import data.proofrail.testing.change

reviewed(edit) := change.but("/reviews/value/items/2", object.union(change.allowed.reviews.value.items[2], edit))

test_approvals_and_a_comment if rule.pass with input as change.allowed

test_empty_input if not rule.pass with input as {}

test_reviews_unknown if not rule.pass with input as change.but("/reviews", change.unknown)

test_contributors_unknown if not rule.pass with input as change.but("/contributors", change.unknown)

test_changes_requested if {
	document := reviewed({"state": "changes_requested"})
	not rule.pass with input as document
	rule.reasons == {{"code": "changes-requested", "params": {"person": "person-4"}}} with input as document
}

test_later_comment_hides_no_block if {
	block := object.union(change.allowed.reviews.value.items[2], {"state": "changes_requested"})
	comment := object.union(block, {"state": "commented", "submitted_at": block.submitted_at + 60})
	not rule.pass with input as change.edited({"/reviews/value/items": [block, comment], "/reviews/value/total": 2})
}

test_later_approval_lifts_the_block if {
	block := object.union(change.allowed.reviews.value.items[2], {"state": "changes_requested"})
	approval := object.union(block, {"state": "approved", "submitted_at": block.submitted_at + 60})
	rule.pass with input as change.edited({"/reviews/value/items": [block, approval], "/reviews/value/total": 2})
}

test_two_opinions_in_one_second if {
	block := object.union(change.allowed.reviews.value.items[2], {"state": "changes_requested"})
	approval := object.union(block, {"state": "approved"})
	not rule.pass with input as change.edited({"/reviews/value/items": [block, approval], "/reviews/value/total": 2})
}

test_author_dismisses_a_blocker if {
	document := reviewed({"state": "dismissed", "dismissed_by": "person-1", "previous_state": "changes_requested"})
	not rule.pass with input as document
	rule.reasons == {{
		"code": "dismissed-by-contributor",
		"params": {"person": "person-4", "by": "person-1"},
	}} with input as document
}

test_nobody_knows_who_dismissed if {
	document := reviewed({"state": "dismissed"})
	not rule.pass with input as document
	rule.reasons == {{"code": "dismissed-by-unknown", "params": {"person": "person-4"}}} with input as document
}

test_dismissed_by_somebody_else if {
	rule.pass with input as reviewed({
		"state": "dismissed",
		"dismissed_by": "person-2",
		"previous_state": "changes_requested",
	})
}

test_stale_approval_dismissed_in_the_name_of_the_pusher if {
	rule.pass with input as reviewed({"state": "dismissed", "dismissed_by": "person-1", "previous_state": "approved"})
}

test_dismissed_approval_of_a_dismisser_nobody_knows if {
	rule.pass with input as reviewed({"state": "dismissed", "previous_state": "approved"})
}

test_nobody_knows_what_was_dismissed if {
	document := reviewed({"state": "dismissed", "dismissed_by": "person-2"})
	not rule.pass with input as document
	rule.reasons == {{"code": "dismissed-by-unknown", "params": {"person": "person-4"}}} with input as document
}

test_what_was_dismissed_is_left_out if {
	review := object.remove(
		reviewed({"state": "dismissed", "dismissed_by": "person-2"}).reviews.value.items[2],
		{"previous_state"},
	)
	not rule.pass with input as change.but("/reviews/value/items/2", review)
}

test_changes_requested_by_somebody_without_access if {
	rule.pass with input as reviewed({"state": "changes_requested", "can_push": false})
	rule.pass with input as reviewed({
		"state": "dismissed",
		"dismissed_by": "person-1",
		"previous_state": "changes_requested",
		"can_push": false,
	})
}

test_page_of_reviews_missing if not rule.pass with input as change.but("/reviews/value/total", 101)

test_malformed_review if {
	not rule.pass with input as reviewed({"state": "APPROVED"})
	not rule.pass with input as reviewed({"dismissed_by": "person-2"})
}

test_unknown_author_email if {
	document := change.edited({"/contributors/value/unidentified": 1, "/contributors/value/total": 3})
	not rule.pass with input as document
	rule.reasons == {{"code": "author-unknown", "params": {"unidentified": 1}}} with input as document
}
