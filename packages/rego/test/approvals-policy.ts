/** A small policy of our own shape: a library, a rule with annotation, a set of reasons, and a template string. */
export const APPROVALS_POLICY = {
  'policies/lib.rego': `package proofrail.lib

known(fact) if fact.known == true
`,
  'policies/approvals.rego': `# METADATA
# title: Approvals
package proofrail.approvals

import data.proofrail.lib

# METADATA
# title: Enough people approve
# custom:
#   id: approvals.quorum
#   severity: high
pass if {
	lib.known(input.approvals)
	count(input.approvals.people) >= 2
}

reasons contains {"code": "too-few", "params": {"found": count(input.approvals.people)}} if {
	count(input.approvals.people) < 2
}
`,
};

export const APPROVALS_TESTS = {
  'policies/approvals_test.rego': `package proofrail.approvals_test

import data.proofrail.approvals

test_two_people_pass if approvals.pass with input as {"approvals": {"known": true, "people": ["ada", "bob"]}}

test_one_person_is_enough if approvals.pass with input as {"approvals": {"known": true, "people": ["ada"]}}

todo_test_teams if false
`,
};

export const CONFTEST_POLICY = {
  'policy/approvals.rego': `package iso.approvals

deny[msg] {
	input.approvals.count < 2
	msg := sprintf("%d approvals, two are needed", [input.approvals.count])
}
`,
};
