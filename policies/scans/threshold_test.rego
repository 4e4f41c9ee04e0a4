package proofrail.scans.threshold_test

import data.proofrail.scans.threshold as rule
import data.proofrail.testing.change

over(class, severity, open, maximum) := {{
	"code": "over-limit",
	"params": {"class": class, "severity": severity, "open": open, "maximum": maximum},
}}

exception(edit) := change.but("/exceptions/items/0", object.union(change.allowed.exceptions.items[0], edit))

test_every_limit_used_up if rule.pass with input as change.allowed

test_no_findings_at_all if rule.pass with input as change.deployment

test_empty_input if not rule.pass with input as {}

test_scans_unknown if not rule.pass with input as change.but("/scans", change.unknown)

test_nothing_scanned if {
	document := change.but("/scans/value", {"items": [], "total": 0})
	not rule.pass with input as document
	rule.reasons == {{"code": "nothing-scanned", "params": {}}} with input as document
}

test_scan_without_rules if {
	document := change.but("/scans/value/items/0/result/value/rules", 0)
	not rule.pass with input as document
	rule.reasons == {{"code": "unusable-scan", "params": {"scanner": "codeql", "class": "sast"}}} with input as document
}

test_one_too_many if {
	document := change.but("/findings/items/3/severity", "medium")
	not rule.pass with input as document
	rule.reasons == over("sast", "medium", 3, 2) with input as document
}

test_each_class_has_its_own_limits if {
	document := change.edited({"/findings/items/0/class": "container"})
	not rule.pass with input as document
	rule.reasons == over("container", "medium", 1, 0) with input as document
}

test_suppressed_in_the_source if {
	document := change.but("/findings/items/1/severity", "high")
	rule.reasons == over("sast", "high", 1, 0) with input as document
}

test_unknown_severity_is_critical if {
	document := change.but("/findings/items/0/severity", "unknown")
	not rule.pass with input as document
	rule.reasons == over("sast", "critical", 1, 0) with input as document
}

test_a_note_is_no_risk if rule.pass with input as change.but("/findings/items/0/severity", "none")

test_severity_nobody_knows if not rule.pass with input as change.but("/findings/items/0/severity", "CRITICAL")

test_due_date_passed if {
	document := change.but("/findings/items/5/assigned/due", change.allowed.evaluated_at - 1)
	not rule.pass with input as document
	rule.reasons == over("dependency", "high", 1, 0) with input as document
}

test_due_now if rule.pass with input as change.but("/findings/items/5/assigned/due", change.allowed.evaluated_at)

test_nobody_assigned if not rule.pass with input as change.but("/findings/items/5/assigned", null)

test_assigned_where_that_is_not_enough if {
	not rule.pass with input as change.but("/requirements/scans/thresholds/dependency/high/tolerate_assigned", false)
}

test_exception_active if rule.pass with input as change.allowed

test_exception_expiring if rule.pass with input as exception({"state": "expiring"})

test_exception_expired if {
	document := exception({"state": "expired", "expires": change.allowed.evaluated_at - 1})
	not rule.pass with input as document
	rule.reasons == over("sast", "critical", 1, 0) with input as document
}

test_exception_said_to_be_active_past_its_end if {
	not rule.pass with input as exception({"expires": change.allowed.evaluated_at})
}

test_exception_invalid if not rule.pass with input as exception({"state": "invalid", "problems": ["owner: left"]})

test_exception_that_lasts_too_long if not rule.pass with input as exception({"expires": change.allowed.evaluated_at + 604800})

test_exception_for_another_rule if not rule.pass with input as exception({"rule": "approvals.quorum"})

test_exception_for_a_rule_and_no_finding if not rule.pass with input as exception({"scope": "rule"})

test_waived_by_no_exception if not rule.pass with input as change.but("/findings/items/2/exception", "EX-9")

test_waived_without_a_name if not rule.pass with input as change.but("/findings/items/2/exception", null)

test_limits_cut_short if not rule.pass with input as change.without("/requirements/scans/thresholds/dast/low")

test_limit_that_is_no_number if not rule.pass with input as change.but("/requirements/scans/thresholds/dast/low/maximum", "none")

test_findings_cut_short if not rule.pass with input as change.without("/findings/items/2")

test_assignment_that_is_none if not rule.pass with input as change.but("/findings/items/5/assigned", "person-3")

test_exception_pending_unused_or_of_no_known_state if {
	every state in ["pending", "unused", "approved"] {
		not rule.pass with input as exception({"state": state})
	}
}

test_exception_that_begins_tomorrow if not rule.pass with input as exception({"not_before": change.allowed.evaluated_at + 1})

test_exception_that_begins_now if rule.pass with input as exception({"not_before": change.allowed.evaluated_at})

test_exception_of_nobody if {
	every name in ["owner", "requested_by", "approved_by"] {
		not rule.pass with input as exception({name: null})
	}
}

test_exception_for_whatever if not rule.pass with input as exception({"scope": "everything"})

test_finding_of_no_known_class if not rule.pass with input as change.but("/findings/items/3/class", "style")

test_finding_of_no_known_state if not rule.pass with input as change.but("/findings/items/3/state", "closed")

test_open_finding_with_an_exception if not rule.pass with input as change.but("/findings/items/3/exception", "EX-1")

test_assigned_to_no_person if not rule.pass with input as change.but("/findings/items/5/assigned/owner", "ada")

test_due_on_a_day_in_words if not rule.pass with input as change.but("/findings/items/5/assigned/due", "tomorrow")
