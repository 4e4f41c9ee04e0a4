# METADATA
# title: No reviewer holds the change back
# description: >-
#   Nobody's newest opinion asks for changes, and no such opinion was dismissed by somebody with a hand in the change or by nobody
#   knows whom. A comment is no opinion: it neither approves nor takes back. A dismissed approval holds nothing back. Only those
#   who may push are heard.
# custom:
#   id: approvals.review-state
#   alias: APR-06
#   severity: high
#   controls:
#     iso27001: [A.8.32]
#     soc2: [CC8.1]
#   remediation: Answer the reviewer who asked for changes, and ask for a new review.
#   remedies:
#    dismissed-by-contributor: Ask the reviewer whose review was dismissed for a new one.
#    dismissed-by-unknown: Ask the reviewer whose review was dismissed for a new one.
#    author-unknown: Link the e-mail address of the commit to an account, or write the commit anew under one that is linked. If an account that was deleted opened or pushed the change, somebody else has to open it again.
#   waivable: true
#   since: 0.1.0
#   inputs:
#     - /contributors
#     - /people
#     - /reviews
#   reasons:
#     changes-requested: "{person} asked for changes"
#     dismissed-by-contributor: The review of {person} was dismissed by {by}, who has a hand in the change
#     dismissed-by-unknown: The review of {person} was dismissed, and nobody can tell by whom or what it had said
#     author-unknown: "{unidentified} authors of commits have no account, so nobody can say who dismissed a review of their own work"
package proofrail.approvals.review_state

import data.proofrail.lib.facts
import data.proofrail.lib.reviews

heard := [review | some review in reviews.newest; not reviews.without_a_say(review)]

holding_back contains review.person if {
	some review in heard
	review.state == "changes_requested"
}

# What nobody knows is taken for a request for changes.
taken_back := [review | some review in heard; review.state == "dismissed"; not reviews.approved_before(review)]

dismissed_inside[review.person] := review.dismissed_by if {
	some review in taken_back
	review.dismissed_by in facts.contributors
}

dismissed_unseen contains review.person if {
	some review in taken_back
	null in {review.dismissed_by, review.previous_state}
}

pass if {
	is_array(reviews.all)
	count(facts.contributors) > 0
	facts.all_contributors_identified
	count(holding_back) == 0
	count(dismissed_inside) == 0
	count(dismissed_unseen) == 0
}

reasons contains {"code": "changes-requested", "params": {"person": person}} if some person in holding_back

reasons contains {"code": "dismissed-by-contributor", "params": {"person": person, "by": by}} if {
	some person, by in dismissed_inside
}

reasons contains {"code": "dismissed-by-unknown", "params": {"person": person}} if some person in dismissed_unseen

reasons contains {"code": "author-unknown", "params": {"unidentified": facts.value(input.contributors).unidentified}} if {
	facts.value(input.contributors).unidentified > 0
}
