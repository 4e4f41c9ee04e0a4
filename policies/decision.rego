# Written by tools/policies.ts from the annotations of the rules: do not edit.
#
# Asked for all rules at once, by "decision"; by "alone" for the one that `data.asked` names, where asking for all of them failed and a
# report shows what the others say. The list is a constant of the module: iterating `data.proofrail` would pick up whatever is injected there
# (policy.md 2.1). What a rule does not say cannot undo the list: an undefined `pass` is an empty set here, and that fails.

# METADATA
# scope: subpackages
# schemas:
#   - input: schema["input.v1"]
package proofrail

# METADATA
# entrypoint: true
decision := [
	verdict("approvals.elevated", {pass | pass := data.proofrail.approvals.elevated.pass}, {absent | absent := data.proofrail.approvals.elevated.not_applicable}, data.proofrail.approvals.elevated.reasons, set()),
	verdict("approvals.fresh", {pass | pass := data.proofrail.approvals.fresh.pass}, set(), data.proofrail.approvals.fresh.reasons, set()),
	verdict("approvals.human", {pass | pass := data.proofrail.approvals.human.pass}, set(), data.proofrail.approvals.human.reasons, set()),
	verdict("approvals.no-self-approval", {pass | pass := data.proofrail.approvals.no_self_approval.pass}, set(), data.proofrail.approvals.no_self_approval.reasons, set()),
	verdict("approvals.quorum", {pass | pass := data.proofrail.approvals.quorum.pass}, set(), data.proofrail.approvals.quorum.reasons, set()),
	verdict("approvals.review-state", {pass | pass := data.proofrail.approvals.review_state.pass}, set(), data.proofrail.approvals.review_state.reasons, set()),
	verdict("approvals.roles", {pass | pass := data.proofrail.approvals.roles.pass}, set(), data.proofrail.approvals.roles.reasons, set()),
	verdict("branches.flow", {pass | pass := data.proofrail.branches.flow.pass}, {absent | absent := data.proofrail.branches.flow.not_applicable}, data.proofrail.branches.flow.reasons, set()),
	verdict("checks.required", {pass | pass := data.proofrail.checks.required.pass}, set(), data.proofrail.checks.required.reasons, set()),
	verdict("exceptions.validity", {pass | pass := data.proofrail.exceptions.validity.pass}, set(), data.proofrail.exceptions.validity.reasons, data.proofrail.exceptions.validity.notes),
	verdict("images.digest-only", {pass | pass := data.proofrail.images.digest_only.pass}, {absent | absent := data.proofrail.images.digest_only.not_applicable}, data.proofrail.images.digest_only.reasons, set()),
	verdict("integrity.evidence", {pass | pass := data.proofrail.integrity.evidence.pass}, set(), data.proofrail.integrity.evidence.reasons, set()),
	verdict("scans.complete", {pass | pass := data.proofrail.scans.complete.pass}, set(), data.proofrail.scans.complete.reasons, set()),
	verdict("scans.secrets", {pass | pass := data.proofrail.scans.secrets.pass}, set(), data.proofrail.scans.secrets.reasons, set()),
	verdict("scans.threshold", {pass | pass := data.proofrail.scans.threshold.pass}, set(), data.proofrail.scans.threshold.reasons, set()),
]

# METADATA
# entrypoint: true
# scope: document
alone := verdict("approvals.elevated", {pass | pass := data.proofrail.approvals.elevated.pass}, {absent | absent := data.proofrail.approvals.elevated.not_applicable}, data.proofrail.approvals.elevated.reasons, set()) if data.asked == "approvals.elevated"

alone := verdict("approvals.fresh", {pass | pass := data.proofrail.approvals.fresh.pass}, set(), data.proofrail.approvals.fresh.reasons, set()) if data.asked == "approvals.fresh"

alone := verdict("approvals.human", {pass | pass := data.proofrail.approvals.human.pass}, set(), data.proofrail.approvals.human.reasons, set()) if data.asked == "approvals.human"

alone := verdict("approvals.no-self-approval", {pass | pass := data.proofrail.approvals.no_self_approval.pass}, set(), data.proofrail.approvals.no_self_approval.reasons, set()) if data.asked == "approvals.no-self-approval"

alone := verdict("approvals.quorum", {pass | pass := data.proofrail.approvals.quorum.pass}, set(), data.proofrail.approvals.quorum.reasons, set()) if data.asked == "approvals.quorum"

alone := verdict("approvals.review-state", {pass | pass := data.proofrail.approvals.review_state.pass}, set(), data.proofrail.approvals.review_state.reasons, set()) if data.asked == "approvals.review-state"

alone := verdict("approvals.roles", {pass | pass := data.proofrail.approvals.roles.pass}, set(), data.proofrail.approvals.roles.reasons, set()) if data.asked == "approvals.roles"

alone := verdict("branches.flow", {pass | pass := data.proofrail.branches.flow.pass}, {absent | absent := data.proofrail.branches.flow.not_applicable}, data.proofrail.branches.flow.reasons, set()) if data.asked == "branches.flow"

alone := verdict("checks.required", {pass | pass := data.proofrail.checks.required.pass}, set(), data.proofrail.checks.required.reasons, set()) if data.asked == "checks.required"

alone := verdict("exceptions.validity", {pass | pass := data.proofrail.exceptions.validity.pass}, set(), data.proofrail.exceptions.validity.reasons, data.proofrail.exceptions.validity.notes) if data.asked == "exceptions.validity"

alone := verdict("images.digest-only", {pass | pass := data.proofrail.images.digest_only.pass}, {absent | absent := data.proofrail.images.digest_only.not_applicable}, data.proofrail.images.digest_only.reasons, set()) if data.asked == "images.digest-only"

alone := verdict("integrity.evidence", {pass | pass := data.proofrail.integrity.evidence.pass}, set(), data.proofrail.integrity.evidence.reasons, set()) if data.asked == "integrity.evidence"

alone := verdict("scans.complete", {pass | pass := data.proofrail.scans.complete.pass}, set(), data.proofrail.scans.complete.reasons, set()) if data.asked == "scans.complete"

alone := verdict("scans.secrets", {pass | pass := data.proofrail.scans.secrets.pass}, set(), data.proofrail.scans.secrets.reasons, set()) if data.asked == "scans.secrets"

alone := verdict("scans.threshold", {pass | pass := data.proofrail.scans.threshold.pass}, set(), data.proofrail.scans.threshold.reasons, set()) if data.asked == "scans.threshold"

verdict(id, passed, _, _, notes) := {"id": id, "status": "pass", "reasons": notes} if passed == {true}

verdict(id, passed, absent, _, _) := {"id": id, "status": "not_applicable", "reasons": set()} if {
	passed == set()
	absent == {true}
}

verdict(id, passed, absent, reasons, _) := {"id": id, "status": "fail", "reasons": reasons} if {
	passed != {true}
	absent != {true}
}
