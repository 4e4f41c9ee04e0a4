# Written by tools/policies.ts from the annotations of the rules: do not edit.
#
# The one entrypoint. The list is a constant of the module: iterating `data.proofrail` would pick up whatever is injected there
# (policy.md 2.1). What a rule does not say cannot undo the list: an undefined `pass` is an empty set here, and that fails.

# METADATA
# scope: subpackages
# schemas:
#   - input: schema.input
package proofrail

# METADATA
# entrypoint: true
decision := [
	verdict("approvals.no-self-approval", {pass | pass := data.proofrail.approvals.no_self_approval.pass}, set(), data.proofrail.approvals.no_self_approval.reasons),
	verdict("approvals.quorum", {pass | pass := data.proofrail.approvals.quorum.pass}, set(), data.proofrail.approvals.quorum.reasons),
	verdict("images.digest-only", {pass | pass := data.proofrail.images.digest_only.pass}, {absent | absent := data.proofrail.images.digest_only.not_applicable}, data.proofrail.images.digest_only.reasons),
	verdict("integrity.evidence", {pass | pass := data.proofrail.integrity.evidence.pass}, set(), data.proofrail.integrity.evidence.reasons),
	verdict("scans.threshold", {pass | pass := data.proofrail.scans.threshold.pass}, set(), data.proofrail.scans.threshold.reasons),
]

verdict(id, passed, _, _) := {"id": id, "status": "pass", "reasons": set()} if passed == {true}

verdict(id, passed, absent, _) := {"id": id, "status": "not_applicable", "reasons": set()} if {
	passed == set()
	absent == {true}
}

verdict(id, passed, absent, reasons) := {"id": id, "status": "fail", "reasons": reasons} if {
	passed != {true}
	absent != {true}
}
