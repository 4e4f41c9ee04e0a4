package proofrail.approvals.roles_test

import data.proofrail.approvals.roles as rule
import data.proofrail.testing.change

wanting(roles) := change.but("/requirements/approvals/roles", {"items": roles, "total": count(roles)})

test_each_role_has_its_approver if rule.pass with input as change.allowed

test_empty_input if not rule.pass with input as {}

test_last_push_unknown if not rule.pass with input as change.but("/change/last_push", change.unknown)

test_role_nobody_holds if {
	document := wanting(["security", "lawyer"])
	not rule.pass with input as document
	rule.reasons == {{"code": "awaiting-review", "params": {"role": "lawyer"}}} with input as document
}

test_role_held_by_an_approver_who_does_not_count if {
	not rule.pass with input as change.but("/approvals/effective/1/commit", change.older)
}

test_one_person_for_two_roles if {
	document := change.edited({"/people/person-2/roles": ["owner", "security"], "/people/person-3/roles": []})
	not rule.pass with input as document
	rule.reasons == {{"code": "too-few-people", "params": {"people": 1, "roles": "owner, security"}}} with input as document
}

# Greedy choice gives the owner to person-2 and finds nobody for security.
test_assignment_that_a_greedy_choice_misses if {
	rule.pass with input as change.edited({"/people/person-2/roles": ["owner", "security"], "/people/person-3/roles": ["owner"]})
}

test_three_roles_two_people if {
	document := json.patch(wanting(["owner", "security", "lead"]), [
		{"op": "replace", "path": "/people/person-2/roles", "value": ["owner", "security", "lead"]},
		{"op": "replace", "path": "/people/person-3/roles", "value": ["owner", "security", "lead"]},
	])
	not rule.pass with input as document
	change.codes(rule.reasons) == {"too-few-people"} with input as document
}

test_role_wanted_twice if {
	not rule.pass with input as wanting(["owner", "owner"])
	rule.pass with input as json.patch(wanting(["owner", "owner"]), [{
		"op": "replace",
		"path": "/people/person-2/roles",
		"value": ["owner"],
	}])
}

test_unknown_author_email if {
	document := change.edited({"/contributors/value/unidentified": 1, "/contributors/value/total": 3})
	not rule.pass with input as document
	rule.reasons == {{"code": "author-unknown", "params": {"unidentified": 1}}} with input as document
}

test_no_role_wanted if {
	document := wanting([])
	not rule.pass with input as document
	change.codes(rule.reasons) == {"no-roles"} with input as document
}

test_more_roles_than_can_be_tried if {
	document := wanting([sprintf("r%d", [n]) | some n in numbers.range(1, 11)])
	not rule.pass with input as document
	change.codes(rule.reasons) == {"no-roles"} with input as document
}

test_list_of_roles_cut_short if not rule.pass with input as change.without("/requirements/approvals/roles/items/0")

test_role_without_a_name if not rule.pass with input as wanting(["owner", ""])

# Three people for three roles, but two of the roles are held by one of them only.
test_two_roles_within_reach_of_one_person if {
	third := object.union(change.allowed.approvals.effective[0], {"person": "person-5"})
	document := json.patch(wanting(["owner", "security", "lead"]), [
		{"op": "add", "path": "/approvals/effective/-", "value": third},
		{"op": "replace", "path": "/approvals/total", "value": 3},
		{"op": "replace", "path": "/people/person-2/roles", "value": ["owner", "security", "lead"]},
		{"op": "replace", "path": "/people/person-3/roles", "value": ["lead"]},
		{"op": "add", "path": "/people/person-5", "value": {"kind": "human", "roles": ["lead"]}},
	])
	not rule.pass with input as document
	rule.reasons == {{"code": "too-few-people", "params": {"people": 1, "roles": "owner, security"}}} with input as document
}
