# METADATA
# title: The change takes an allowed way between branches
# description: >-
#   The base is a protected branch, and the registry allows the way from the head's branch to it. Patterns cover whole names. The
#   branch of a fork is named by whoever owns the fork, so it may only go where a branch of any name may go. What is deployed was merged
#   into a protected branch: below a merge into any other lies what nobody reviewed. What no pull request brought took no way at all.
# custom:
#   id: branches.flow
#   alias: BRN-01
#   severity: medium
#   controls:
#     iso27001: [A.8.31, A.8.25]
#     soc2: [CC8.1]
#   remediation: Open the change from a branch, or onto a base, that the flow in .proofrail/controls.yaml allows.
#   remedies:
#    no-pull-request: Bring the change by a pull request.
#   waivable: true
#   since: 0.1.0
#   inputs:
#     - /change/base/branch
#     - /change/head/branch
#     - /change/head/commit
#     - /change/head/repository_id
#     - /change/kind
#     - /change/number
#     - /repository/id
#     - /requirements/branches/flow/allowed
#     - /requirements/branches/protected
#   reasons:
#     base-not-protected: The base {base} is no protected branch of the registry
#     way-not-allowed: The registry allows no way from {head} to {base}
#     fork-not-allowed: The head {head} is a fork's, and no way to {base} is open to branches of every name
#     no-pull-request: No pull request brought what is judged
#     bad-pattern: The pattern {pattern} is no regular expression (RE2)
package proofrail.branches.flow

import data.proofrail.lib.facts
import data.proofrail.lib.patterns
import data.proofrail.lib.words

protected := branches if {
	branches := facts.items(input.requirements.branches.protected)
	every branch in branches {
		words.said(branch)
	}
}

ways := pairs if {
	pairs := facts.items(input.requirements.branches.flow.allowed)
	every pair in pairs {
		words.said(pair.from)
		words.said(pair.to)
		patterns.valid(pair.from)
		patterns.valid(pair.to)
	}
}

base := input.change.base.branch if words.said(input.change.base.branch)

head := input.change.head.branch if words.said(input.change.head.branch)

own if {
	words.platform_id(input.repository.id)
	input.change.head.repository_id == input.repository.id
}

forked if {
	words.platform_id(input.repository.id)
	words.platform_id(input.change.head.repository_id)
	input.change.head.repository_id != input.repository.id
}

allowed(pair) if {
	own
	patterns.covers(pair.from, head)
	patterns.covers(pair.to, base)
}

# The commit id stands for any name: no pattern that asks for a certain one covers it.
allowed(pair) if {
	forked
	patterns.covers(pair.from, head)
	patterns.covers(pair.from, concat("", ["any-", facts.head]))
	patterns.covers(pair.to, base)
}

way_open if {
	some pair in ways
	allowed(pair)
}

moves_a_branch if input.change.kind in {"pull_request", "merge_group", "push"}

# Of a commit that was pushed past every pull request only the branch is known that it went to, and no way leads from there.
brought if {
	is_number(input.change.number)
	input.change.number > 0
}

pass if {
	moves_a_branch
	brought
	base in protected
	way_open
}

# A deployment moves no branch. What lies below a merge into a branch that anybody pushes to was reviewed by nobody.
not_applicable if {
	input.change.kind == "deployment"
	brought
	base in protected
	is_array(ways)
}

reasons contains {"code": "base-not-protected", "params": {"base": base}} if {
	branches := protected
	not base in branches
}

reasons contains {"code": "way-not-allowed", "params": {"head": head, "base": base}} if {
	own
	moves_a_branch
	is_array(ways)
	not way_open
}

reasons contains {"code": "fork-not-allowed", "params": {"head": head, "base": base}} if {
	forked
	moves_a_branch
	is_array(ways)
	not way_open
}

reasons contains {"code": "no-pull-request", "params": {}} if is_null(input.change.number)

reasons contains {"code": "bad-pattern", "params": {"pattern": pattern}} if {
	some pair in facts.items(input.requirements.branches.flow.allowed)
	some pattern in [pair.from, pair.to]
	words.said(pattern)
	not patterns.valid(pattern)
}
