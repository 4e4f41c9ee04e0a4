# Whose approval counts (gate.md, review integrity): a human's who may push and has no hand in the change, given to exactly the
# commit that is judged, after the last push to it.
package proofrail.lib.approvals

import data.proofrail.lib.facts
import data.proofrail.lib.words

# The newest opinion of each person where it is an approval; undefined when one of them is malformed or missing.
effective := input.approvals.effective if {
	is_array(input.approvals.effective)
	count(input.approvals.effective) == input.approvals.total
	every approval in input.approvals.effective {
		well_formed(approval)
	}
}

well_formed(approval) if {
	words.person(approval.person)
	is_boolean(approval.can_push)
	is_number(approval.submitted_at)
	approval.submitted_at > 0
	commit_or_none(approval.commit)
}

commit_or_none(commit) if words.commit(commit)

# The platform forgets the commit of a review when a force push removes it.
commit_or_none(commit) if commit == null

# People, not approvals: two approvals of one person are one.
counted := {approval.person |
	some approval in effective
	human(approval)
	fresh(approval)
	independent(approval)
	approval.can_push == true
}

human(approval) if input.people[approval.person].kind == "human"

independent(approval) if {
	contributors := facts.contributors
	not approval.person in contributors
}

on_head(approval) if approval.commit == facts.head

# Strictly: what was submitted in the second of the push may have been submitted before it.
after_last_push(approval) if approval.submitted_at > facts.last_push.at

fresh(approval) if {
	on_head(approval)
	after_last_push(approval)
}

minimum := input.requirements.approvals.minimum if {
	is_number(input.requirements.approvals.minimum)
	input.requirements.approvals.minimum >= 1
}
