package proofrail.checks.required_test

import data.proofrail.checks.required as rule
import data.proofrail.testing.change

check := change.allowed.checks.value.items[0]

checked(edit) := change.but("/checks/value/items/0", object.union(check, edit))

with_another(edit) := change.edited({
	"/checks/value/items": array.concat(change.allowed.checks.value.items, [object.union(check, edit)]),
	"/checks/value/total": 3,
})

test_all_succeeded if rule.pass with input as change.allowed

test_empty_input if not rule.pass with input as {}

test_checks_unknown if not rule.pass with input as change.but("/checks", change.unknown)

test_skipped_neutral_and_cancelled_are_no_success if {
	every conclusion in rule.conclusions - {"success"} {
		not rule.pass with input as checked({"conclusion": conclusion})
	}
}

test_names_the_conclusion if {
	rule.reasons == {{
		"code": "not-successful",
		"params": {"name": "test", "conclusion": "neutral"},
	}} with input as checked({"conclusion": "neutral"})
}

test_missing if {
	document := checked({"name": "lint"})
	not rule.pass with input as document
	rule.reasons == {{"code": "missing", "params": {"name": "test"}}} with input as document
}

# In a merge group: what was green on the pull request alone says nothing about the group.
test_green_before_it_was_merged_with_others if not rule.pass with input as change.but("/change/checked", change.older)

test_green_on_an_older_commit if not rule.pass with input as checked({"commit": change.older})

test_same_name_by_another_app if {
	document := checked({"app_id": "666"})
	not rule.pass with input as document
	rule.reasons == {{"code": "other-producer", "params": {"name": "test"}}} with input as document
}

test_same_name_in_another_workflow if not rule.pass with input as checked({"workflow": ".github/workflows/fake.yml"})

test_status_of_the_same_name if {
	document := checked({"workflow": null})
	not rule.pass with input as document
	change.codes(rule.reasons) == {"other-producer"} with input as document
}

test_workflow_where_none_is_named if {
	not rule.pass with input as change.but("/checks/value/items/1/workflow", ".github/workflows/ci.yml")
}

test_forged_twin_helps_nobody if {
	failed := checked({"conclusion": "failure"})
	not rule.pass with input as json.patch(failed, [
		{"op": "add", "path": "/checks/value/items/-", "value": object.union(check, {"workflow": ".github/workflows/fake.yml"})},
		{"op": "replace", "path": "/checks/value/total", "value": 3},
	])
}

test_failed_rerun_after_a_green_run if not rule.pass with input as with_another({"attempt": 2, "conclusion": "failure"})

test_green_rerun_after_a_failed_run if {
	document := json.patch(with_another({"attempt": 2}), [{
		"op": "replace",
		"path": "/checks/value/items/0/conclusion",
		"value": "failure",
	}])
	rule.pass with input as document
}

test_one_leg_of_a_matrix_failed if not rule.pass with input as with_another({"conclusion": "failure"})

test_rerun_whose_workflow_nobody_knows if not rule.pass with input as with_another({"attempt": 2, "workflow": null})

test_page_of_checks_missing if not rule.pass with input as change.but("/checks/value/total", 101)

test_nothing_required if {
	document := change.but("/requirements/checks/required", {"items": [], "total": 0})
	not rule.pass with input as document
	rule.reasons == {{"code": "nothing-required", "params": {}}} with input as document
}

test_list_of_requirements_cut_short if not rule.pass with input as change.without("/requirements/checks/required/items/0")

test_check_without_a_conclusion_nobody_knows if not rule.pass with input as checked({"conclusion": "ok"})

beside(edit) := object.union({"workflow": "beside #42 into mine: .github/workflows/ci.yml"}, edit)

test_only_beside_another_pull_request if {
	document := checked(beside({}))
	not rule.pass with input as document
	rule.reasons == {{
		"code": "beside-another",
		"params": {"name": "test", "other": "#42 into mine"},
	}} with input as document
}

test_green_beside_another_takes_nothing_away if rule.pass with input as with_another(beside({}))

# It may be our own, and newer than the green one.
test_red_beside_another_hides_no_failure if {
	every conclusion in rule.conclusions - {"success"} {
		document := with_another(beside({"conclusion": conclusion}))
		not rule.pass with input as document
		change.codes(rule.reasons) == {"beside-another"} with input as document
	}
}

test_green_beside_another_does_not_mend_a_failure if {
	document := json.patch(with_another(beside({})), [{
		"op": "replace",
		"path": "/checks/value/items/0/conclusion",
		"value": "failure",
	}])
	not rule.pass with input as document
	change.codes(rule.reasons) == {"not-successful"} with input as document
}

test_beside_another_in_another_workflow if {
	document := checked(beside({"workflow": "beside #42 into mine: .github/workflows/fake.yml"}))
	change.codes(rule.reasons) == {"other-producer"} with input as document
}
