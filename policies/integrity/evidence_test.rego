package proofrail.integrity.evidence_test

import data.proofrail.integrity.evidence as rule
import data.proofrail.testing.change

broken(part, document) if {
	not rule.pass with input as document
	{"code": "not-whole", "params": {"part": part}} in rule.reasons with input as document
}

test_whole if {
	rule.pass with input as change.allowed
	rule.pass with input as change.deployment
}

test_empty_input if {
	not rule.pass with input as {}
	count(rule.reasons) > 3 with input as {}
}

test_other_version if broken("document", change.but("/schema", "proofrail.input/v2"))

test_no_time if broken("document", change.but("/evaluated_at", 0))

test_facts_from_nobody_says_where if broken("document", change.but("/facts", "guessed"))

test_configuration_without_a_digest if broken("configuration", change.but("/configuration/roles", "none"))

test_commit_that_is_a_branch if broken("change", change.but("/change/head/commit", "main"))

test_kind_nobody_knows if broken("change", change.but("/change/kind", "tag"))

# A green commit that is not the one to be merged.
test_checked_is_another_commit if broken("change", change.but("/change/checked", change.older))

test_pull_request_that_has_landed if broken("change", change.but("/change/landed", change.older))

landing(kind, checked, landed) := change.edited({"/change/kind": kind, "/change/checked": checked, "/change/landed": landed})

test_merge_group if {
	rule.pass with input as landing("merge_group", change.older, change.older)
	broken("change", landing("merge_group", change.allowed.change.head.commit, change.older))
	broken("change", landing("merge_group", change.older, null))
}

test_push if {
	rule.pass with input as landing("push", change.allowed.change.head.commit, change.older)
	rule.pass with input as landing("push", change.older, change.older)
	broken("change", landing("push", change.allowed.change.base.commit, change.older))
	broken("change", landing("push", change.allowed.change.head.commit, null))
}

test_deployment_of_what_landed if {
	rule.pass with input as landing("deployment", change.older, change.older)
	rule.pass with input as landing("deployment", change.allowed.change.head.commit, null)
	broken("change", landing("deployment", change.allowed.change.head.commit, "main"))
}

test_person_of_no_kind if broken("people", change.but("/people/person-1/kind", "admin"))

test_person_by_name if broken("people", change.but("/people", {"ada": {"kind": "human", "roles": []}}))

test_role_without_a_name if broken("people", change.but("/people/person-1/roles", [""]))

test_findings_cut_short if broken("lists", change.but("/findings/total", 9))

test_person_mentioned_but_not_described if {
	document := change.without("/people/person-4")
	not rule.pass with input as document
	rule.reasons == {{"code": "unknown-person", "params": {"person": "person-4"}}} with input as document
}

test_everybody_who_is_mentioned if {
	every path in [
		"/change/last_push/value/person", "/findings/items/5/assigned/owner", "/exceptions/items/0/owner",
		"/exceptions/items/0/requested_by", "/exceptions/items/0/approved_by",
	] {
		not rule.pass with input as change.but(path, "person-9")
	}
}

test_dismisser_who_is_not_described if {
	dismissed := object.union(change.allowed.reviews.value.items[2], {"state": "dismissed", "dismissed_by": "person-9"})
	not rule.pass with input as change.but("/reviews/value/items/2", dismissed)
}

test_approval_that_no_review_gave if {
	document := change.edited({"/reviews/value/items": [], "/reviews/value/total": 0})
	not rule.pass with input as document
	rule.reasons == {{"code": "approvals-differ", "params": {}}} with input as document
}

test_later_block_that_the_approvals_leave_out if {
	block := object.union(change.allowed.reviews.value.items[0], {"state": "changes_requested", "submitted_at": 1794999999})
	not rule.pass with input as change.edited({
		"/reviews/value/items": array.concat(change.allowed.reviews.value.items, [block]),
		"/reviews/value/total": 4,
	})
}

test_approval_in_two_entries if {
	approvals := change.allowed.approvals.effective
	not rule.pass with input as change.edited({
		"/approvals/effective": array.concat(approvals, [approvals[0]]),
		"/approvals/total": 3,
	})
}

test_reviews_unknown if {
	document := change.edited({
		"/reviews": change.unknown,
		"/approvals": {"count": 0, "roles": [], "effective": [], "total": 0},
	})
	rule.pass with input as document
	not rule.pass with input as change.but("/reviews", change.unknown)
}

test_count_that_does_not_follow if {
	document := change.but("/approvals/count", 3)
	not rule.pass with input as document
	rule.reasons == {{"code": "derived-differ", "params": {}}} with input as document
}

test_roles_that_do_not_follow if not rule.pass with input as change.but("/approvals/roles", ["owner", "security", "admin"])

test_two_opinions_of_one_person_in_one_second if {
	block := object.union(change.allowed.reviews.value.items[0], {"state": "changes_requested"})
	not rule.pass with input as change.edited({
		"/reviews/value/items": array.concat(change.allowed.reviews.value.items, [block]),
		"/reviews/value/total": 4,
	})
}

test_reviews_that_are_malformed if {
	every edit in [{"person": "ada"}, {"submitted_at": 0}, {"submitted_at": "now"}, {"can_push": null}, {"commit": "HEAD"}, {"dismissed_by": ""}] {
		review := object.union(change.allowed.reviews.value.items[2], edit)
		not rule.pass with input as change.but("/reviews/value/items/2", review)
	}
}
