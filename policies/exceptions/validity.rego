# METADATA
# title: Every exception is sound
# description: >-
#   An exception names its owner, who asked for it, and who approved it and is neither; it begins before it ends and lasts no longer
#   than its severity allows. One that has run out excuses nothing and does not fail here: it would hold up the change that removes it.
# custom:
#   id: exceptions.validity
#   alias: EXC-01
#   severity: high
#   controls:
#     iso27001: [A.5.36, A.5.8]
#     soc2: [CC3.2, CC5.3]
#   remediation: Correct or remove the named file in .proofrail/exceptions/, by a change of its own.
#   waivable: false
#   since: 0.1.0
#   inputs:
#     - /evaluated_at
#     - /exceptions
#   reasons:
#     invalid: "The exception {id} for {rule} is not valid: {problems}"
#     unsound: The exception {id} for {rule} has no owner, requester or approver, too few different people, or lasts too long
#     wrong-time: The exception {id} for {rule} is said to be {state}, its dates say otherwise
package proofrail.exceptions.validity

import data.proofrail.lib.exceptions
import data.proofrail.lib.facts

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
