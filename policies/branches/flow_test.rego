package proofrail.branches.flow_test

import data.proofrail.branches.flow as rule
import data.proofrail.testing.change

ways(pairs) := {"items": pairs, "total": count(pairs)}

gitflow := ways([
	{"from": "feature/[a-z0-9-]+", "to": "develop"},
	{"from": "release/[0-9.]+", "to": "main"},
	{"from": "hotfix/[a-z0-9-]+", "to": "main"},
	{"from": "main", "to": "develop"},
])

from_to(head, base) := change.edited({
	"/change/head/branch": head,
	"/change/base/branch": base,
	"/requirements/branches/protected": ways(["main", "develop"]),
	"/requirements/branches/flow/allowed": gitflow,
})

fork(head, base) := json.patch(from_to(head, base), [{"op": "replace", "path": "/change/head/repository_id", "value": "666"}])

test_allowed_ways if {
	rule.pass with input as change.allowed
	rule.pass with input as from_to("feature/x", "develop")
	rule.pass with input as from_to("release/2.4", "main")
	rule.pass with input as from_to("hotfix/leak", "main")
	rule.pass with input as from_to("main", "develop")
}

test_empty_input if {
	not rule.pass with input as {}
	not rule.not_applicable with input as {}
}

test_feature_straight_to_main if {
	document := from_to("feature/x", "main")
	not rule.pass with input as document
	rule.reasons == {{"code": "way-not-allowed", "params": {"head": "feature/x", "base": "main"}}} with input as document
}

test_base_that_is_not_protected if {
	document := change.but("/change/base/branch", "scratch")
	not rule.pass with input as document
	"base-not-protected" in change.codes(rule.reasons) with input as document
}

test_fork_posing_as_release_hotfix_or_develop if {
	not rule.pass with input as fork("release/2.4", "main")
	not rule.pass with input as fork("hotfix/leak", "main")
	not rule.pass with input as fork("main", "develop")
	rule.reasons == {{
		"code": "fork-not-allowed",
		"params": {"head": "release/2.4", "base": "main"},
	}} with input as fork("release/2.4", "main")
}

test_fork_where_any_name_may_go if {
	open := ways([{"from": "[A-Za-z0-9._/+@#-]+", "to": "main"}])
	rule.pass with input as change.edited({
		"/change/head/repository_id": "666",
		"/requirements/branches/flow/allowed": open,
	})
}

test_case_and_trailing_characters if {
	every head in ["Release/2.4", "release/2.4 ", "release/2.4\n", " release/2.4", "release/2.4/x", "xrelease/2.4", "release/", "release/２.4"] {
		not rule.pass with input as from_to(head, "main")
	}
}

test_base_in_another_case if not rule.pass with input as from_to("release/2.4", "Main")

# Wrapped without a look, this one would cover everything.
test_pattern_that_closes_the_group if {
	document := change.but("/requirements/branches/flow/allowed", ways([{"from": "x)|(?:.*", "to": "main"}]))
	not rule.pass with input as document
	rule.reasons == {{"code": "bad-pattern", "params": {"pattern": "x)|(?:.*"}}} with input as document
}

test_alternatives_stay_inside_the_anchors if {
	not rule.pass with input as change.edited({
		"/change/head/branch": "evil-release",
		"/requirements/branches/flow/allowed": ways([{"from": "hotfix|release", "to": "main"}]),
	})
}

test_merge_group_takes_the_same_ways if {
	rule.pass with input as change.but("/change/kind", "merge_group")
	not rule.pass with input as json.patch(from_to("feature/x", "main"), [{
		"op": "replace",
		"path": "/change/kind",
		"value": "merge_group",
	}])
}

test_deployment_moves_no_branch if {
	rule.not_applicable with input as change.deployment
	not rule.pass with input as change.deployment
	not rule.not_applicable with input as change.allowed
}

test_deployment_from_a_branch_that_is_not_protected if {
	from := json.patch(change.deployment, [{"op": "replace", "path": "/change/base/branch", "value": "mine"}])
	not rule.not_applicable with input as from
	not rule.pass with input as from
	{"code": "base-not-protected", "params": {"base": "mine"}} in rule.reasons with input as from
}

# A push past every pull request stands on the branch that it went to, and came to it by none of the ways.
test_what_no_pull_request_brought if {
	every kind in ["pull_request", "merge_group", "push", "deployment"] {
		document := change.edited({"/change/number": null, "/change/kind": kind})
		not rule.pass with input as document
		not rule.not_applicable with input as document
		rule.reasons == {{"code": "no-pull-request", "params": {}}} with input as document
	}
}

test_a_number_that_no_pull_request_has if {
	every number in [0, -1, "41", true] {
		not rule.pass with input as change.but("/change/number", number)
	}
}

test_no_ways_and_no_protected_branches if {
	not rule.pass with input as change.but("/requirements/branches/flow/allowed", ways([]))
	not rule.pass with input as change.but("/requirements/branches/protected", ways([]))
}

test_lists_cut_short if {
	not rule.pass with input as change.but("/requirements/branches/flow/allowed/total", 2)
	not rule.pass with input as change.but("/requirements/branches/protected/total", 2)
}

test_repository_without_an_id if {
	not rule.pass with input as change.edited({"/repository/id": "", "/change/head/repository_id": ""})
}

test_repositories_unknown if not rule.pass with input as change.edited({"/repository/id": null, "/change/head/repository_id": null})

test_fork_with_a_name_or_a_base_that_no_way_has if {
	open := ways([{"from": "[a-z0-9-]+", "to": "main"}])
	forked := {"/change/head/repository_id": "666", "/requirements/branches/flow/allowed": open}
	rule.pass with input as change.edited(object.union(forked, {"/change/head/branch": "patch-1"}))
	not rule.pass with input as change.edited(object.union(forked, {"/change/head/branch": "patch 1"}))
	not rule.pass with input as change.edited(object.union(forked, {
		"/change/head/branch": "patch-1",
		"/change/base/branch": "develop",
		"/requirements/branches/protected": ways(["develop"]),
	}))
}
