# Scan reports that were delivered, when all of them are here and each is well formed.
package proofrail.lib.scans

import data.proofrail.lib.facts
import data.proofrail.lib.words

all := scans if {
	scans := facts.items(facts.value(input.scans))
	every scan in scans {
		well_formed(scan)
	}
}

well_formed(scan) if {
	words.said(scan.scanner)
	scan.class in words.scan_classes
	words.commit(scan.commit)
	is_number(scan.completed_at)
	scan.completed_at > 0
	scan.producer in {"verified", "unverified"}
	is_boolean(scan.result.known)
}

# What the report says about itself. An empty, crashed or rule-less run is no clean run.
usable(scan) if {
	result := facts.value(scan.result)
	result.basis == "rules"
	is_number(result.rules)
	result.rules > 0
}

# Unless the registry takes the word of this tool that it came to its end: its clean reports list no rules.
usable(scan) if {
	result := facts.value(scan.result)
	result.basis == "word"
	is_number(result.rules)
	result.rules >= 0
}

# At least one report, and every one of them says what it found.
all_usable if {
	count(all) > 0
	every scan in all {
		usable(scan)
	}
}
