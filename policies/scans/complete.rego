# METADATA
# title: Every required scan ran on this commit
# description: >-
#   For each scanner that the registry requires there is a report of the commit that is judged by a verified producer, young enough, that says
#   it checked at least one rule; and no other report of that scanner for the commit is crashed, empty or by somebody else.
# custom:
#   id: scans.complete
#   alias: SCN-01
#   severity: critical
#   controls:
#     iso27001: [A.8.8, A.8.29]
#     soc2: [CC7.1]
#   remediation: Run the named scanner on the newest commit, from the protected workflow, and let it deliver its report.
#   remedies:
#    nothing-required: Name at least one scanner in .proofrail/.
#   waivable: false
#   since: 0.1.0
#   inputs:
#     - /change/checked
#     - /evaluated_at
#     - /requirements/scans/required
#     - /scans/known
#     - /scans/value/items/*/class
#     - /scans/value/items/*/commit
#     - /scans/value/items/*/completed_at
#     - /scans/value/items/*/producer
#     - /scans/value/items/*/result/known
#     - /scans/value/items/*/result/value/basis
#     - /scans/value/items/*/result/value/rules
#     - /scans/value/items/*/scanner
#     - /scans/value/total
#   reasons:
#     missing: No report of a {class} scan by {scanner} for this commit
#     too-old: The {class} report of {scanner} is {age} seconds old, at most {maximum} are allowed
#     not-verified: Who made the {class} report of {scanner} could not be verified
#     unusable: The {class} report of {scanner} says that it checked no rules
#     from-the-future: The {class} report of {scanner} is dated after this decision
#     nothing-required: The registry requires no scan
package proofrail.scans.complete

import data.proofrail.lib.facts
import data.proofrail.lib.scans
import data.proofrail.lib.words

required := wanted if {
	wanted := facts.items(input.requirements.scans.required)
	count(wanted) > 0
	every scan in wanted {
		well_formed(scan)
	}
}

well_formed(wanted) if {
	wanted.class in words.scan_classes
	words.said(wanted.scanner)
	is_number(wanted.max_age_seconds)
	wanted.max_age_seconds > 0
}

delivered(wanted) := [scan |
	some scan in scans.all
	scan.commit == facts.checked
	scan.class == wanted.class
	wanted.scanner in {scan.scanner, "any"}
]

age(scan) := facts.now - scan.completed_at

in_time(scan, wanted) if {
	age(scan) >= 0
	age(scan) <= wanted.max_age_seconds
}

sound(scan) if {
	scan.producer == "verified"
	scans.usable(scan)
}

satisfied(wanted) if {
	some newest in delivered(wanted)
	in_time(newest, wanted)
	every scan in delivered(wanted) {
		sound(scan)
		age(scan) >= 0
	}
}

pass if {
	count(required) > 0
	every wanted in required {
		satisfied(wanted)
	}
}

reasons contains {"code": "missing", "params": {"class": wanted.class, "scanner": wanted.scanner}} if {
	some wanted in required
	is_array(scans.all)
	count(delivered(wanted)) == 0
}

reasons contains {
	"code": "too-old",
	"params": {"class": wanted.class, "scanner": youngest.scanner, "age": age(youngest), "maximum": wanted.max_age_seconds},
} if {
	some wanted in required
	ages := [age(scan) | some scan in delivered(wanted)]
	some youngest in delivered(wanted)
	age(youngest) == min(ages)
	age(youngest) > wanted.max_age_seconds
}

reasons contains {"code": code, "params": {"class": wanted.class, "scanner": scan.scanner}} if {
	some wanted in required
	some scan in delivered(wanted)
	some code in shortcomings(scan)
}

shortcomings(scan) := {"not-verified" | scan.producer != "verified"} | ({"unusable" | not scans.usable(scan)} | {"from-the-future" | age(scan) < 0})

reasons contains {"code": "nothing-required", "params": {}} if count(facts.items(input.requirements.scans.required)) == 0
