package proofrail.scans.complete_test

import data.proofrail.scans.complete as rule
import data.proofrail.testing.change

scan := change.allowed.scans.value.items[0]

scanned(edit) := change.but("/scans/value/items/0", object.union(scan, edit))

with_another(edit) := change.edited({
	"/scans/value/items": array.concat(change.allowed.scans.value.items, [object.union(scan, edit)]),
	"/scans/value/total": 4,
})

test_all_delivered if rule.pass with input as change.allowed

test_empty_input if not rule.pass with input as {}

test_scans_unknown if not rule.pass with input as change.but("/scans", change.unknown)

test_missing if {
	document := scanned({"scanner": "other"})
	not rule.pass with input as document
	rule.reasons == {{"code": "missing", "params": {"class": "sast", "scanner": "codeql"}}} with input as document
}

test_any_scanner_of_the_class if rule.pass with input as change.but("/scans/value/items/1/scanner", "grype")

test_other_class_under_the_same_name if not rule.pass with input as scanned({"class": "iac"})

test_scan_of_another_commit if not rule.pass with input as scanned({"commit": change.older})

# In a merge group: the pull request was scanned, the group was not.
test_scan_of_the_head_of_a_group if not rule.pass with input as change.but("/change/checked", change.older)

test_stale_scan if {
	document := scanned({"completed_at": change.allowed.evaluated_at - 3601})
	not rule.pass with input as document
	rule.reasons == {{
		"code": "too-old",
		"params": {"class": "sast", "scanner": "codeql", "age": 3601, "maximum": 3600},
	}} with input as document
}

test_scan_of_exactly_the_age if rule.pass with input as scanned({"completed_at": change.allowed.evaluated_at - 3600})

test_scan_dated_ahead if {
	document := scanned({"completed_at": change.allowed.evaluated_at + 1})
	not rule.pass with input as document
	change.codes(rule.reasons) == {"from-the-future"} with input as document
}

test_scan_by_nobody_knows_whom if {
	document := scanned({"producer": "unverified"})
	not rule.pass with input as document
	change.codes(rule.reasons) == {"not-verified"} with input as document
}

test_crashed_scan if {
	document := scanned({"result": {"known": false, "why": "unusable"}})
	not rule.pass with input as document
	change.codes(rule.reasons) == {"unusable"} with input as document
}

test_scan_without_rules if not rule.pass with input as scanned({"result": {"known": true, "value": {"rules": 0, "findings": 0}}})

# One leg of a matrix crashed, the other is clean.
test_second_report_that_crashed if not rule.pass with input as with_another({"result": {"known": false, "why": "unusable"}})

test_forged_clean_twin if not rule.pass with input as with_another({"producer": "unverified"})

test_second_sound_report if rule.pass with input as with_another({"completed_at": scan.completed_at - 10})

test_nothing_required if {
	document := change.but("/requirements/scans/required", {"items": [], "total": 0})
	not rule.pass with input as document
	rule.reasons == {{"code": "nothing-required", "params": {}}} with input as document
}

test_lists_cut_short if {
	not rule.pass with input as change.without("/requirements/scans/required/items/0")
	not rule.pass with input as change.but("/scans/value/total", 9)
}

test_requirement_without_an_age if not rule.pass with input as change.but("/requirements/scans/required/items/0/max_age_seconds", 0)

test_malformed_report if {
	every edit in [{"scanner": ""}, {"class": "style"}, {"commit": "HEAD"}, {"completed_at": 0}, {"producer": "trusted"}, {"result": {"known": "yes"}}] {
		not rule.pass with input as with_another(edit)
	}
}

test_rules_that_are_no_number if {
	not rule.pass with input as scanned({"result": {"known": true, "value": {"rules": "many", "findings": 0}}})
}
