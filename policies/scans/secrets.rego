# METADATA
# title: No secret is in the change
# description: >-
#   A scan for secrets of the commit that is judged, by a verified producer, was delivered, and no report names a secret. A finding that
#   was suppressed, marked as used in tests, or excused counts: a secret that was written down has to be revoked.
# custom:
#   id: scans.secrets
#   alias: SCN-04
#   severity: critical
#   controls:
#     iso27001: [A.5.17, A.8.12]
#     soc2: [CC6.1]
#   remediation: Revoke the secret first, then remove it from the change and its history.
#   remedies:
#    not-scanned: Run the scanner on the newest commit, and let it deliver its whole report.
#    not-verified: Run the scanner on the newest commit, from the workflow as the protected branch has it.
#   waivable: false
#   since: 0.1.0
#   inputs:
#     - /change/checked
#     - /findings/items/*/class
#     - /findings/items/*/exception
#     - /findings/items/*/severity
#     - /findings/items/*/state
#     - /findings/total
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
#     secret-found: "{found} secrets were found"
#     not-scanned: No scan of this commit for secrets was delivered
#     not-verified: Who made the report of {scanner} on secrets could not be verified
package proofrail.scans.secrets

import data.proofrail.lib.facts
import data.proofrail.lib.findings
import data.proofrail.lib.scans

found := count([finding | some finding in findings.all; finding.class == "secrets"])

# A change may bring a report of its own: that adds findings, and never proves that there are none.
delivered := [scan |
	some scan in scans.all
	scan.class == "secrets"
	scan.commit == facts.checked
	scans.usable(scan)
]

scanned if {
	some scan in delivered
	scan.producer == "verified"
}

pass if {
	is_array(findings.all)
	scanned
	found == 0
}

reasons contains {"code": "secret-found", "params": {"found": found}} if found > 0

reasons contains {"code": "not-scanned", "params": {}} if {
	is_array(scans.all)
	count(delivered) == 0
}

reasons contains {"code": "not-verified", "params": {"scanner": scan.scanner}} if {
	not scanned
	some scan in delivered
}
