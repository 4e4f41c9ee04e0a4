# METADATA
# title: Every required check succeeded on this commit
# description: >-
#   Each required check ran on the commit that is judged (the group's in a merge queue), by the app and workflow that the registry names, and its newest attempt ended in
#   success. Skipped, neutral and cancelled are not success; the same name by another producer is another check. What may have run for
#   another pull request of this head, on the merge with a branch that nobody listed, is no success either, and fails where it failed.
# custom:
#   id: checks.required
#   alias: CHK-01
#   severity: high
#   controls:
#     iso27001: [A.8.29]
#     soc2: [CC8.1]
#   remediation: Run the named check on the newest commit and make it succeed.
#   remedies:
#    other-producer: Let the workflow that .proofrail/ names run the check, or correct its name there.
#    beside-another: Close the other pull request of this head, or list its base under protected_branches if nothing comes to it unreviewed; then push a commit, so that the check runs again.
#    nothing-required: Name at least one check in .proofrail/.
#   waivable: true
#   never_waived: [missing, other-producer, beside-another]
#   since: 0.1.0
#   inputs:
#     - /change/checked
#     - /checks
#     - /requirements/checks/required
#   reasons:
#     missing: The check {name} did not run on this commit
#     other-producer: A check named {name} ran, but not by the app and workflow that the registry names
#     beside-another: A run of the check {name} does not count, because it may be that of another pull request of this head ({other}), and a branch that nobody listed as protected may bring its own workflow
#     not-successful: The check {name} ended as {conclusion}
#     nothing-required: The registry requires no check
package proofrail.checks.required

import data.proofrail.lib.facts
import data.proofrail.lib.words

conclusions := {
	"success", "failure", "neutral", "cancelled", "skipped", "timed_out", "action_required", "stale", "startup_failure",
	"queued", "in_progress",
}

checks := all if {
	all := facts.items(facts.value(input.checks))
	every check in all {
		well_formed(check)
	}
}

well_formed(check) if {
	produced(check)
	words.commit(check.commit)
	check.conclusion in conclusions
	is_number(check.attempt)
	check.attempt >= 1
}

produced(check) if {
	words.said(check.name)
	words.platform_id(check.app_id)
	workflow_or_none(check.workflow)
}

workflow_or_none(workflow) if words.said(workflow)

workflow_or_none(workflow) if workflow == null

required := wanted if {
	wanted := facts.items(input.requirements.checks.required)
	count(wanted) > 0
	every check in wanted {
		produced(check)
	}
}

on_checked := [check | some check in checks; check.commit == facts.checked]

# Names prove nothing (gate.md I6): the producer is part of the identity, and where none is named none may be there.
same(check, wanted) if {
	check.name == wanted.name
	check.app_id == wanted.app_id
	check.workflow == wanted.workflow
}

# Several of them when a matrix runs under one name: each has to succeed.
newest(wanted) := [run | some run in runs; run.attempt == max([other.attempt | some other in runs])] if {
	runs := [check | some check in on_checked; same(check, wanted)]
}

# By the same app under the same name, but nobody can tell from which workflow: it may be a newer attempt.
anonymous(wanted) if {
	some check in on_checked
	check.name == wanted.name
	check.app_id == wanted.app_id
	check.workflow == null
	wanted.workflow != null
}

# Of the named workflow by its path, but perhaps on the merge of another pull request, which has its own file there (gate.md row 14).
# It proves nothing. It may be our own all the same, and its failure is then ours.
beside(wanted) := [check |
	some check in on_checked
	check.name == wanted.name
	check.app_id == wanted.app_id
	is_string(check.workflow)
	is_string(wanted.workflow)
	startswith(check.workflow, "beside ")
	endswith(check.workflow, concat("", [": ", wanted.workflow]))
]

succeeded(wanted) if {
	count(newest(wanted)) > 0
	not anonymous(wanted)
	every run in beside(wanted) {
		run.conclusion == "success"
	}
	every run in newest(wanted) {
		run.conclusion == "success"
	}
}

pass if {
	count(required) > 0
	every wanted in required {
		succeeded(wanted)
	}
}

proves_nothing(_, wanted) if count(newest(wanted)) == 0

proves_nothing(run, _) if run.conclusion != "success"

namesake(wanted) if {
	some check in on_checked
	check.name == wanted.name
}

reasons contains {"code": "missing", "params": {"name": wanted.name}} if {
	some wanted in required
	is_array(checks)
	not namesake(wanted)
}

reasons contains {"code": "other-producer", "params": {"name": wanted.name}} if {
	some wanted in required
	namesake(wanted)
	count(newest(wanted)) == 0
	count(beside(wanted)) == 0
}

reasons contains {"code": "other-producer", "params": {"name": wanted.name}} if {
	some wanted in required
	anonymous(wanted)
}

reasons contains {"code": "beside-another", "params": {"name": wanted.name, "other": other}} if {
	some wanted in required
	some run in beside(wanted)
	proves_nothing(run, wanted)
	other := trim_prefix(split(run.workflow, ": ")[0], "beside ")
}

reasons contains {"code": "not-successful", "params": {"name": wanted.name, "conclusion": run.conclusion}} if {
	some wanted in required
	some run in newest(wanted)
	run.conclusion != "success"
}

reasons contains {"code": "nothing-required", "params": {}} if count(facts.items(input.requirements.checks.required)) == 0
