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
