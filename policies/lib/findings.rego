# Findings that count. There may be tens of thousands, and a WASM module has no index: each list below is one pass.
package proofrail.lib.findings

import data.proofrail.lib.exceptions
import data.proofrail.lib.facts
import data.proofrail.lib.scans
import data.proofrail.lib.words

all := findings if {
	findings := facts.items(input.findings)
	count([finding | some finding in findings; well_formed(finding)]) == count(findings)
	scans.all_usable
}

well_formed(finding) if {
	finding.class in words.scan_classes
	finding.severity in words.severities
	standing(finding)
	assignment(finding.assigned)
}

standing(finding) if {
	finding.state in {"open", "suppressed"}
	finding.exception == null
}

standing(finding) if {
	finding.state == "waived"
	words.said(finding.exception)
}

# Said to be waived is not enough: the exception is looked up.
excused(finding) if {
	finding.state == "waived"
	exceptions.excusing[finding.exception] == "scans.threshold"
}

assignment(assigned) if assigned == null

assignment(assigned) if {
	words.person(assigned.owner)
	is_number(assigned.due)
}
