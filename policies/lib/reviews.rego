# The newest opinion of each person. A comment is none; a dismissed review is one, because it covers what the person said before.
package proofrail.lib.reviews

import data.proofrail.lib.approvals
import data.proofrail.lib.facts
import data.proofrail.lib.words

all := reviews if {
	reviews := facts.items(facts.value(input.reviews))
	every review in reviews {
		well_formed(review)
	}
}

well_formed(review) if {
	words.person(review.person)
	review.state in {"approved", "changes_requested", "commented", "dismissed", "pending"}
	is_number(review.submitted_at)
	review.submitted_at > 0
	is_boolean(review.can_push)
	approvals.commit_or_none(review.commit)
	dismissal(review)
}

dismissal(review) if {
	review.state != "dismissed"
	review.dismissed_by == null
	review.previous_state == null
}

dismissal(review) if {
	review.state == "dismissed"
	person_or_none(review.dismissed_by)
	review.previous_state in {"approved", "changes_requested", "commented", null}
}

person_or_none(person) if words.person(person)

person_or_none(person) if person == null

opinions := [review | some review in all; review.state in {"approved", "changes_requested", "dismissed"}]

spoke_at[review.person] contains review.submitted_at if some review in opinions

# More than one of a person when they were given within one second.
newest := [review | some review in opinions; review.submitted_at == max(spoke_at[review.person])]

# Of two opinions in one second the one that holds the change back is taken.
held_back_by := {review.person | some review in newest; review.state != "approved"}

# Whoever may not push has no say, for or against: on a public repository that is everybody in the world.
without_a_say(review) if review.can_push == false

# A dismissed approval took nothing back but itself. GitHub dismisses stale ones in the name of whoever pushed.
approved_before(review) if review.previous_state == "approved"

# What the list of approvals in effect has to be.
effective := {approval |
	some review in newest
	not review.person in held_back_by
	approval := {
		"person": review.person,
		"commit": review.commit,
		"submitted_at": review.submitted_at,
		"can_push": review.can_push,
	}
}
