package proofrail.exceptions.validity_test

import data.proofrail.exceptions.validity as rule
import data.proofrail.testing.change

now := change.allowed.evaluated_at

exception(edit) := change.but("/exceptions/items/0", object.union(change.allowed.exceptions.items[0], edit))

unsound(edit) if {
	document := exception(edit)
	not rule.pass with input as document
	"unsound" in change.codes(rule.reasons) with input as document
}

test_active if rule.pass with input as change.allowed

test_none_at_all if rule.pass with input as change.deployment

test_empty_input if not rule.pass with input as {}

test_expiring if rule.pass with input as exception({"state": "expiring"})

test_pending if rule.pass with input as exception({"state": "pending", "not_before": now + 1, "expires": now + 10})

# It excuses nothing; failing here would hold up the change that removes it.
test_expired if rule.pass with input as exception({"state": "expired", "expires": now})

test_invalid if {
	document := exception({"state": "invalid", "problems": ["cap-exceeded", "unknown-rule"]})
	not rule.pass with input as document
	rule.reasons == {{
		"code": "invalid",
		"params": {"id": "EX-1", "rule": "scans.threshold", "problems": "cap-exceeded; unknown-rule"},
	}} with input as document
}

test_whose_approver_worked_on_this_change if {
	document := exception({"state": "invalid", "problems": ["approver-is-contributor"]})
	rule.pass with input as document
}

test_malformed_date if unsound({"expires": "2026-13-45"})

test_far_future_date if unsound({"expires": now + 315360000})

test_no_end if unsound({"expires": null})

test_no_beginning if unsound({"not_before": null})

test_end_before_beginning if unsound({"expires": 1})

test_approver_is_owner if unsound({"approved_by": "person-3"})

test_approver_asked_for_it if unsound({"requested_by": "person-2"})

test_no_owner if unsound({"owner": null})

test_problems_that_the_state_hides if unsound({"problems": ["owner: left"]})

test_severity_nobody_knows if unsound({"severity": "minor"})

test_longest_by_severity if {
	rule.pass with input as exception({"severity": "high", "expires": now + 2332800})
	unsound({"severity": "high", "expires": now + 2332801})
}

test_active_past_its_end if {
	document := exception({"expires": now})
	not rule.pass with input as document
	rule.reasons == {{
		"code": "wrong-time",
		"params": {"id": "EX-1", "rule": "scans.threshold", "state": "active"},
	}} with input as document
}

test_active_before_its_beginning if {
	not rule.pass with input as exception({"not_before": now + 1})
}

test_pending_after_its_beginning if not rule.pass with input as exception({"state": "pending"})

test_expired_before_its_end if not rule.pass with input as exception({"state": "expired"})

test_list_cut_short if not rule.pass with input as change.without("/exceptions/items/0")

test_begins_and_ends_in_one_second if unsound({"not_before": now, "expires": now})

test_no_name if unsound({"id": ""})

test_no_rule if unsound({"rule": ""})

test_scope_nobody_knows if unsound({"scope": "repository"})

test_requested_by_nobody if unsound({"requested_by": null})

test_approved_by_nobody if unsound({"approved_by": null})

test_begins_now if rule.pass with input as exception({"not_before": now})

# A broken file on the protected branch, and the change that mends it.

mending := data.testing.mending

mended(edits) := json.patch(mending, [{"op": "replace", "path": path, "value": value} | some path, value in edits])

refused(edits) if {
	document := mended(edits)
	not rule.pass with input as document
	rule.notes == set() with input as document
	"invalid" in change.codes(rule.reasons) with input as document
}

test_mended_under_elevated_approval if {
	rule.pass with input as mending
	rule.notes == {{
		"code": "mended-under-elevated-approval",
		"params": {"id": "broken.yaml", "counted": 2},
	}} with input as mending
}

test_note_of_what_was_broken_alone if rule.notes == set() with input as change.allowed

readable(edit) := {"/exceptions/items/1": object.union(
	object.union(change.allowed.exceptions.items[0], {"id": "EX-2", "state": "invalid", "problems": ["cap-exceeded"]}),
	edit,
)}

test_mended_whose_file_can_be_read if rule.pass with input as mended(readable({}))

test_broken_and_code_in_the_same_change if refused({"/change/touches/value/only_exceptions": false})

# The parts and their sum contradict each other.
test_broken_and_a_workflow_that_the_sum_hides if refused({"/change/touches/value/workflows": true})

test_broken_and_no_part_touched if refused({"/change/touches/value/policy": false})

test_broken_and_files_not_read_to_their_end if refused({"/change/touches": {"known": false, "why": "truncated"}})

test_broken_and_one_approval_too_old if refused({"/approvals/effective/0/commit": change.older})

test_broken_and_a_role_missing if {
	refused({"/requirements/approvals/elevated/roles": {"items": ["lawyer"], "total": 1}})
}

test_broken_and_a_registry_that_asks_for_one_person if {
	refused({
		"/requirements/approvals/elevated": {"minimum": 1, "roles": {"items": [], "total": 0}},
		"/approvals/effective/0/commit": change.older,
	})
}

test_broken_and_approved_by_its_author if refused({"/contributors/value/people/1": "person-2"})

test_broken_and_an_author_nobody_knows if {
	refused({"/contributors/value/unidentified": 1, "/contributors/value/total": 3})
}

test_broken_and_approved_by_bots if refused({"/people/person-2/kind": "bot"})

# A sound file beside it is still judged.
test_broken_and_another_that_is_not_sound if {
	document := mended({"/exceptions/items/0/owner": "person-2"})
	not rule.pass with input as document
	"unsound" in change.codes(rule.reasons) with input as document
}

test_broken_and_another_out_of_its_time if {
	document := mended({"/exceptions/items/0/expires": now})
	not rule.pass with input as document
}

test_broken_without_a_word_why if {
	refused({"/exceptions/items/1/problems": []})
	refused({"/exceptions/items/1/problems": ["unreadable"]})
	refused(readable({"problems": []}))
}

test_broken_with_an_empty_word_why if {
	refused({"/exceptions/items/1/problems": ["unreadable", ""]})
	refused(readable({"problems": [""]}))
}

test_broken_without_an_end if refused(readable({"expires": null}))

test_broken_without_an_owner if refused(readable({"owner": null}))

test_broken_with_a_person_by_name if refused({"/exceptions/items/1/owner": "alice"})

test_broken_with_a_day_for_a_time if refused({"/exceptions/items/1/expires": "2026-12-31"})
