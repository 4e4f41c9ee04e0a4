package proofrail.scans.secrets_test

import data.proofrail.scans.secrets as rule
import data.proofrail.testing.change

found(state) := change.edited({
	"/findings/items/0/class": "secrets",
	"/findings/items/0/state": state,
	"/findings/items/0/exception": {"waived": "EX-1"}[state],
})

test_scanned_and_none_found if rule.pass with input as change.allowed

test_empty_input if not rule.pass with input as {}

test_scans_unknown if not rule.pass with input as change.but("/scans", change.unknown)

test_secret_found if {
	document := change.but("/findings/items/0/class", "secrets")
	not rule.pass with input as document
	rule.reasons == {{"code": "secret-found", "params": {"found": 1}}} with input as document
}

test_closed_as_used_in_tests if not rule.pass with input as change.but("/findings/items/1/class", "secrets")

test_excused_by_an_exception_in_force if not rule.pass with input as found("waived")

test_not_scanned if {
	document := change.but("/scans/value/items/2/class", "sast")
	not rule.pass with input as document
	rule.reasons == {{"code": "not-scanned", "params": {}}} with input as document
}

test_scan_that_crashed if {
	not rule.pass with input as change.but("/scans/value/items/2/result", {"known": false, "why": "unusable"})
}

test_scan_of_another_commit if {
	document := change.but("/scans/value/items/2/commit", change.older)
	not rule.pass with input as document
	rule.reasons == {{"code": "not-scanned", "params": {}}} with input as document
}

# The change itself uploaded a clean report under the scanner's name.
test_clean_report_by_nobody_knows_whom if {
	document := change.but("/scans/value/items/2/producer", "unverified")
	not rule.pass with input as document
	change.codes(rule.reasons) == {"not-verified"} with input as document
}

test_secret_that_only_an_unverified_report_names if {
	unverified := object.union(change.allowed.scans.value.items[2], {"producer": "unverified"})
	document := change.edited({
		"/scans/value/items": array.concat(change.allowed.scans.value.items, [unverified]),
		"/scans/value/total": 4,
		"/findings/items/0/class": "secrets",
	})
	not rule.pass with input as document
	change.codes(rule.reasons) == {"secret-found"} with input as document
}

test_findings_cut_short if not rule.pass with input as change.but("/findings/total", 7)

test_severity_does_not_matter if {
	not rule.pass with input as change.edited({"/findings/items/0/class": "secrets", "/findings/items/0/severity": "none"})
}
