# Written by tools/policies.ts from the annotations of the rules: do not edit.
#
# Asked for all rules at once, by "decision"; by "verdict_of" for one alone, where asking for all of them failed and a report shows what
# the others say. The list is a constant of the module: iterating `data.proofrail` would pick up whatever is injected there
# (policy.md 2.1). What a rule does not say cannot undo the list: an undefined `pass` is an empty set here, and that fails.

# METADATA
# scope: subpackages
# schemas:
#   - input: schema["input.v1"]
package proofrail

# METADATA
# entrypoint: true
decision := [
	verdict_of["approvals.elevated"],
	verdict_of["approvals.fresh"],
	verdict_of["approvals.human"],
	verdict_of["approvals.no-self-approval"],
	verdict_of["approvals.quorum"],
	verdict_of["approvals.review-state"],
	verdict_of["approvals.roles"],
	verdict_of["branches.flow"],
	verdict_of["checks.required"],
	verdict_of["exceptions.validity"],
	verdict_of["images.digest-only"],
	verdict_of["integrity.evidence"],
	verdict_of["scans.complete"],
	verdict_of["scans.secrets"],
	verdict_of["scans.threshold"],
]

# METADATA
# entrypoint: true
verdict_of["approvals.elevated"] := verdict("approvals.elevated", {pass | pass := data.proofrail.approvals.elevated.pass}, {absent | absent := data.proofrail.approvals.elevated.not_applicable}, data.proofrail.approvals.elevated.reasons, set())

# METADATA
# entrypoint: true
verdict_of["approvals.fresh"] := verdict("approvals.fresh", {pass | pass := data.proofrail.approvals.fresh.pass}, set(), data.proofrail.approvals.fresh.reasons, set())

# METADATA
# entrypoint: true
verdict_of["approvals.human"] := verdict("approvals.human", {pass | pass := data.proofrail.approvals.human.pass}, set(), data.proofrail.approvals.human.reasons, set())

# METADATA
# entrypoint: true
verdict_of["approvals.no-self-approval"] := verdict("approvals.no-self-approval", {pass | pass := data.proofrail.approvals.no_self_approval.pass}, set(), data.proofrail.approvals.no_self_approval.reasons, set())

# METADATA
# entrypoint: true
verdict_of["approvals.quorum"] := verdict("approvals.quorum", {pass | pass := data.proofrail.approvals.quorum.pass}, set(), data.proofrail.approvals.quorum.reasons, set())

# METADATA
# entrypoint: true
verdict_of["approvals.review-state"] := verdict("approvals.review-state", {pass | pass := data.proofrail.approvals.review_state.pass}, set(), data.proofrail.approvals.review_state.reasons, set())

# METADATA
# entrypoint: true
verdict_of["approvals.roles"] := verdict("approvals.roles", {pass | pass := data.proofrail.approvals.roles.pass}, set(), data.proofrail.approvals.roles.reasons, set())

# METADATA
# entrypoint: true
verdict_of["branches.flow"] := verdict("branches.flow", {pass | pass := data.proofrail.branches.flow.pass}, {absent | absent := data.proofrail.branches.flow.not_applicable}, data.proofrail.branches.flow.reasons, set())

# METADATA
# entrypoint: true
verdict_of["checks.required"] := verdict("checks.required", {pass | pass := data.proofrail.checks.required.pass}, set(), data.proofrail.checks.required.reasons, set())

# METADATA
# entrypoint: true
verdict_of["exceptions.validity"] := verdict("exceptions.validity", {pass | pass := data.proofrail.exceptions.validity.pass}, set(), data.proofrail.exceptions.validity.reasons, data.proofrail.exceptions.validity.notes)

# METADATA
# entrypoint: true
verdict_of["images.digest-only"] := verdict("images.digest-only", {pass | pass := data.proofrail.images.digest_only.pass}, {absent | absent := data.proofrail.images.digest_only.not_applicable}, data.proofrail.images.digest_only.reasons, set())

# METADATA
# entrypoint: true
verdict_of["integrity.evidence"] := verdict("integrity.evidence", {pass | pass := data.proofrail.integrity.evidence.pass}, set(), data.proofrail.integrity.evidence.reasons, set())

# METADATA
# entrypoint: true
verdict_of["scans.complete"] := verdict("scans.complete", {pass | pass := data.proofrail.scans.complete.pass}, set(), data.proofrail.scans.complete.reasons, set())

# METADATA
# entrypoint: true
verdict_of["scans.secrets"] := verdict("scans.secrets", {pass | pass := data.proofrail.scans.secrets.pass}, set(), data.proofrail.scans.secrets.reasons, set())

# METADATA
# entrypoint: true
verdict_of["scans.threshold"] := verdict("scans.threshold", {pass | pass := data.proofrail.scans.threshold.pass}, set(), data.proofrail.scans.threshold.reasons, set())

verdict(id, passed, _, _, notes) := {"id": id, "status": "pass", "reasons": notes} if passed == {true}

verdict(id, passed, absent, _, _) := {"id": id, "status": "not_applicable", "reasons": set()} if {
	passed == set()
	absent == {true}
}

verdict(id, passed, absent, reasons, _) := {"id": id, "status": "fail", "reasons": reasons} if {
	passed != {true}
	absent != {true}
}
