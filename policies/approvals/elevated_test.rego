package proofrail.approvals.elevated_test

import data.proofrail.approvals.elevated as rule
import data.proofrail.lib.touches
import data.proofrail.testing.change

ordinary := change.but("/change/touches/value/policy", false)

wanting(minimum, roles) := change.but(
	"/requirements/approvals/elevated",
	{"minimum": minimum, "roles": {"items": roles, "total": count(roles)}},
)

waiting(document, params) if {
	not rule.pass with input as document
	rule.reasons == {{"code": "awaiting-review", "params": params}} with input as document
}

test_policy_changed_and_approved_by_those_it_takes if {
	rule.pass with input as change.allowed
	not rule.not_applicable with input as change.allowed
}

test_empty_input if {
	not rule.pass with input as {}
	not rule.not_applicable with input as {}
}

test_change_that_touches_none_of_it if {
	rule.not_applicable with input as ordinary
	not rule.pass with input as ordinary
}

test_each_part_needs_more if {
	every part in touches.parts {
		document := json.patch(wanting(3, []), [
			{"op": "replace", "path": "/change/touches/value/policy", "value": false},
			{"op": "replace", "path": concat("", ["/change/touches/value/", part]), "value": true},
		])
		not rule.not_applicable with input as document
		waiting(document, {"part": part, "counted": 2, "minimum": 3, "roles": "none"})
	}
}

test_role_that_no_approver_holds if {
	waiting(wanting(2, ["security", "lawyer"]), {"part": "policy", "counted": 2, "minimum": 2, "roles": "lawyer"})
}

# The role is there, but its holder approved an older commit.
test_role_held_by_an_approval_that_does_not_count if {
	document := change.but("/approvals/effective/0/commit", change.older)
	waiting(document, {"part": "policy", "counted": 1, "minimum": 2, "roles": "security"})
}

test_role_held_by_the_author if {
	not rule.pass with input as change.edited({
		"/people/person-1/roles": ["owner"],
		"/people/person-3/roles": [],
	})
}

test_no_role_asked_for if rule.pass with input as wanting(2, [])

test_files_not_read_to_their_end if {
	document := change.but("/change/touches", {"known": false, "why": "truncated"})
	not rule.pass with input as document
	not rule.not_applicable with input as document
}

test_answer_that_is_no_answer if {
	every answer in [null, 0, "", "false", []] {
		document := json.patch(ordinary, [{"op": "replace", "path": "/change/touches/value/workflows", "value": answer}])
		not rule.not_applicable with input as document
	}
}

test_part_left_out if {
	document := json.patch(ordinary, [{"op": "remove", "path": "/change/touches/value/scanners"}])
	not rule.not_applicable with input as document
}

test_unknown_author_email if {
	document := change.edited({"/contributors/value/unidentified": 1, "/contributors/value/total": 3})
	not rule.pass with input as document
	rule.reasons == {{"code": "author-unknown", "params": {"unidentified": 1}}} with input as document
}

test_last_push_unknown if not rule.pass with input as change.but("/change/last_push", change.unknown)

test_registry_that_asks_for_nothing if {
	document := wanting(0, [])
	not rule.pass with input as document
	change.codes(rule.reasons) == {"nothing-required"} with input as document
	untouched := json.patch(document, [{"op": "replace", "path": "/change/touches/value/policy", "value": false}])
	not rule.not_applicable with input as untouched
}

test_role_without_a_name if not rule.pass with input as wanting(2, ["security", ""])

test_list_of_roles_cut_short if not rule.pass with input as change.without("/requirements/approvals/elevated/roles/items/0")
