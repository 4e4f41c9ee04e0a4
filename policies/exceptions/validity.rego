# METADATA
# title: Every exception is sound
# description: >-
#   An exception names its owner, who asked for it, and who approved it and is neither; it begins before it ends and lasts no longer
#   than its severity allows. One that has run out excuses nothing and does not fail here: it would hold up the change that removes it.
#   An invalid one lets through only a change that touches nothing but exceptions and has the elevated approvals, two at least.
# custom:
#   id: exceptions.validity
#   alias: EXC-01
#   severity: high
#   controls:
#     iso27001: [A.5.36, A.5.8]
#     soc2: [CC3.2, CC5.3]
#   remediation: Correct or remove the named file in .proofrail/exceptions/, by a change of its own that has the elevated approvals.
#   waivable: false
#   since: 0.1.0
#   inputs:
#     - /approvals/effective
#     - /approvals/total
#     - /change/head/commit
#     - /change/last_push
#     - /change/touches
#     - /contributors
#     - /evaluated_at
#     - /exceptions
#     - /people
#     - /requirements/approvals/elevated
#   reasons:
#     mended-under-elevated-approval: "The exception {id} is not valid; this change touches exceptions alone, and {counted} elevated approvals answer for it"
#     invalid: "The exception {id} for {rule} is not valid: {problems}"
#     unsound: The exception {id} for {rule} has no owner, requester or approver, too few different people, or lasts too long
#     wrong-time: The exception {id} for {rule} is said to be {state}, its dates say otherwise
package proofrail.exceptions.validity

import data.proofrail.approvals.elevated
import data.proofrail.lib.approvals
import data.proofrail.lib.exceptions
import data.proofrail.lib.facts
import data.proofrail.lib.touches
import data.proofrail.lib.words

running := {"active", "expiring", "unused"}

# The state that the core computed agrees with the dates it was computed from.
timely(exception) if {
	exception.state in running
	exception.not_before <= facts.now
	facts.now < exception.expires
}

timely(exception) if {
	exception.state == "pending"
	facts.now < exception.not_before
}

timely(exception) if {
	exception.state == "expired"
	exception.expires <= facts.now
}

valid(exception) if {
	exceptions.sound(exception)
	timely(exception)
}

# Nothing is wrong with the file: it only does not hold for a change that its approver worked on.
valid(exception) if elsewhere(exception)

elsewhere(exception) if {
	exception.state == "invalid"
	exception.problems == ["approver-is-contributor"]
}

pass if {
	is_array(exceptions.all)
	count([exception | some exception in exceptions.all; valid(exception)]) == count(exceptions.all)
}

# One that is broken on the protected branch is judged there, whatever a change does to it. So the change that mends it passes here as
# well, on the word of those who answer for changes to the gate: nobody has read what it makes of the file.
pass if {
	mending
	count([exception | some exception in exceptions.all; accounted(exception)]) == count(exceptions.all)
}

# Two people, whatever the registry asks for: it could name one.
mending if {
	touches.only_exceptions
	elevated.pass
	count(approvals.counted) >= 2
}

accounted(exception) if valid(exception)

accounted(exception) if broken(exception)

# What the core itself found invalid, and said why. A state or a date that it got wrong is no file to be mended.
broken(exception) if {
	exception.state == "invalid"
	not elsewhere(exception)
	words.said(exception.id)
	words.said(exception.rule)
	exception.scope in {"rule", "finding"}
	exception.severity in words.severities
	flawed(exception)
}

flawed(exception) if {
	is_array(exception.problems)
	count(exception.problems) > 0
	every problem in exception.problems {
		words.said(problem)
	}
	words.person(exception.owner)
	words.person(exception.requested_by)
	words.person(exception.approved_by)
	is_number(exception.not_before)
	is_number(exception.expires)
}

# Of a file that could not be read nothing is known but where it stopped.
flawed(exception) if {
	["unreadable", place] = exception.problems
	words.said(place)
	every member in {"owner", "requested_by", "approved_by", "not_before", "expires"} {
		exception[member] == null
	}
}

notes contains {
	"code": "mended-under-elevated-approval",
	"params": {"id": exception.id, "counted": count(approvals.counted)},
} if {
	mending
	some exception in exceptions.all
	broken(exception)
}

reasons contains {
	"code": "invalid",
	"params": {"id": exception.id, "rule": exception.rule, "problems": concat("; ", exception.problems)},
} if {
	some exception in exceptions.all
	exception.state == "invalid"
	not elsewhere(exception)
}

reasons contains {"code": "unsound", "params": {"id": exception.id, "rule": exception.rule}} if {
	some exception in exceptions.all
	exception.state != "invalid"
	not exceptions.sound(exception)
}

reasons contains {
	"code": "wrong-time",
	"params": {"id": exception.id, "rule": exception.rule, "state": exception.state},
} if {
	some exception in exceptions.all
	exceptions.sound(exception)
	exception.state != "invalid"
	not timely(exception)
}
