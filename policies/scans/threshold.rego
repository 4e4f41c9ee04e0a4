# METADATA
# title: Open findings stay within the limits of the registry
# description: >-
#   Counted per class (sast, dependency, iac, container, dast) and severity. A finding that the scanner's own output suppresses is
#   open; one of unknown severity is critical; only a sound exception in force waives, and, where the registry says so, an owner and
#   a due date that has not passed.
# custom:
#   id: scans.threshold
#   alias: SCN-02
#   covers: [SCN-03, SCN-05]
#   severity: high
#   controls:
#     iso27001: [A.8.28, A.8.29, A.8.8, A.8.9, A.5.21]
#     soc2: [CC7.1, CC8.1, CC9.2, CC6.6]
#   remediation: Fix the findings, or ask the owner of the risk for an exception with an expiry date.
#   remedies:
#    nothing-scanned: Run the scanner on the newest commit, and let it deliver its whole report.
#    unusable-scan: Run the scanner on the newest commit, and let it deliver its whole report.
#   waivable: true
#   since: 0.1.0
#   inputs:
#     - /evaluated_at
#     - /exceptions
#     - /findings/items/*/assigned
#     - /findings/items/*/class
#     - /findings/items/*/exception
#     - /findings/items/*/severity
#     - /findings/items/*/state
#     - /findings/total
#     - /requirements/scans/thresholds
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
#     over-limit: "{severity} findings of class {class}: {open} open, at most {maximum} may stay open"
#     nothing-scanned: No scan was delivered, so nothing shows that there are no findings
#     unusable-scan: The report of {scanner} ({class}) says that it checked no rules
package proofrail.scans.threshold

import data.proofrail.lib.facts
import data.proofrail.lib.findings
import data.proofrail.lib.scans

classes := {"sast", "dependency", "iac", "container", "dast"}

severities := {"critical", "high", "medium", "low"}

limits[class][severity] := limit if {
	some class in classes
	some severity in severities
	limit := input.requirements.scans.thresholds[class][severity]
	is_boolean(limit.tolerate_assigned)
	well_formed(limit.maximum)
}

well_formed(maximum) if maximum == "unlimited"

well_formed(maximum) if {
	is_number(maximum)
	maximum >= 0
}

limits_complete if {
	every class in classes {
		every severity in severities {
			limits[class][severity]
		}
	}
}

# Where there is no limit nothing needs to be counted.
counting[class][severity] := limit if {
	some class, by_severity in limits
	some severity, limit in by_severity
	limit.maximum != "unlimited"
}

severity_of(finding) := "critical" if finding.severity == "unknown"

severity_of(finding) := finding.severity if finding.severity != "unknown"

open[finding.class][severity] contains index if {
	some index, finding in findings.all
	severity := severity_of(finding)
	limit := counting[finding.class][severity]
	not findings.excused(finding)
	not tolerated(finding.assigned, limit)
}

tolerated(assigned, limit) if {
	limit.tolerate_assigned == true
	assigned.due >= facts.now
}

excess[class][severity] := found if {
	some class, by_severity in counting
	some severity, limit in by_severity
	found := count(open[class][severity])
	found > limit.maximum
}

pass if {
	is_array(findings.all)
	limits_complete
	facts.now
	count(excess) == 0
}

reasons contains {
	"code": "over-limit",
	"params": {"class": class, "severity": severity, "open": found, "maximum": counting[class][severity].maximum},
} if {
	some class, by_severity in excess
	some severity, found in by_severity
}

reasons contains {"code": "nothing-scanned", "params": {}} if count(scans.all) == 0

reasons contains {"code": "unusable-scan", "params": {"scanner": scan.scanner, "class": scan.class}} if {
	some scan in scans.all
	not scans.usable(scan)
}
