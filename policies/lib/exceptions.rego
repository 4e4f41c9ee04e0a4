# Risk acceptances as the core judged them, judged once more: a state alone excuses nothing.
package proofrail.lib.exceptions

import data.proofrail.lib.facts
import data.proofrail.lib.words

in_force := {"active", "expiring"}

day := 86400

# The longest an exception may last by what it excuses (policy.md 5); what has no known severity is treated as critical.
longest := {"critical": 7 * day, "high": 30 * day, "medium": 90 * day, "low": 90 * day, "none": 90 * day, "unknown": 7 * day}

all := facts.items(input.exceptions)

# The rule that an exception for a finding is for, by id, so that a finding finds it without a search.
excusing[exception.id] := exception.rule if {
	some exception in all
	exception.state in in_force
	exception.scope == "finding"
	sound(exception)
	exception.not_before <= facts.now
	facts.now < exception.expires
}

# Complete, separated and short enough, whatever its state: what was never sound cannot be pending, active or expired either.
sound(exception) if {
	words.said(exception.id)
	words.said(exception.rule)
	exception.scope in {"rule", "finding"}
	exception.problems == []
	words.person(exception.owner)
	words.person(exception.requested_by)
	words.person(exception.approved_by)
	exception.approved_by != exception.owner
	exception.approved_by != exception.requested_by
	is_number(exception.not_before)
	exception.not_before > 0
	is_number(exception.expires)
	exception.expires > exception.not_before
	exception.expires - exception.not_before <= longest[exception.severity]
}
