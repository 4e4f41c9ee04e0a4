# What was read, and only what was read completely. Every name here is undefined where something is missing, so a rule that uses it
# cannot pass; none of them is to be used under `not`, where undefined would count as true.
package proofrail.lib.facts

import data.proofrail.lib.words

# `every` over null, over a string or over an empty list passes by itself (measured): a list is an array with the length it claims.
items(list) := list.items if {
	is_array(list.items)
	is_number(list.total)
	count(list.items) == list.total
}

value(fact) := fact.value if fact.known == true

head := input.change.head.commit if words.commit(input.change.head.commit)

# What checks and scans have to be about. In a merge group that is not the head that people reviewed.
checked := input.change.checked if words.commit(input.change.checked)

now := input.evaluated_at if {
	is_number(input.evaluated_at)
	input.evaluated_at > 0
}

last_push := push if {
	push := value(input.change.last_push)
	is_number(push.at)
	push.at > 0
	words.person(push.person)
}

contributors := {person | some person in value(input.contributors).people} if {
	everybody := value(input.contributors)
	is_array(everybody.people)
	is_number(everybody.unidentified)
	everybody.unidentified >= 0
	count(everybody.people) + everybody.unidentified == everybody.total
	count(everybody.people) > 0
	every person in everybody.people {
		words.person(person)
	}
}

# An author without an account may be anybody, the approver too.
all_contributors_identified if value(input.contributors).unidentified == 0
