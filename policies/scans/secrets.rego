# METADATA
# title: No secret is in the change
# description: >-
#   A scan for secrets was delivered and found none. A finding that was suppressed, marked as used in tests, or excused counts: a
#   secret that left somebody's head has to be revoked.
# custom:
#   id: scans.secrets
#   alias: SCN-04
#   severity: critical
#   controls:
#     iso27001: [A.5.17, A.8.12]
#     soc2: [CC6.1]
#   remediation: Revoke the secret first, then remove it from the change and its history.
#   waivable: false
#   since: 0.1.0
#   inputs:
#     - /findings
#     - /scans
#   reasons:
#     secret-found: "{found} secrets were found"
#     not-scanned: No scan for secrets was delivered
package proofrail.scans.secrets

import data.proofrail.lib.findings
import data.proofrail.lib.scans

found := count([finding | some finding in findings.all; finding.class == "secrets"])

scanned if {
	some scan in scans.all
	scan.class == "secrets"
	scans.usable(scan)
}

pass if {
	is_array(findings.all)
	scanned
	found == 0
}

reasons contains {"code": "secret-found", "params": {"found": found}} if found > 0

reasons contains {"code": "not-scanned", "params": {}} if {
	is_array(scans.all)
	not scanned
}
