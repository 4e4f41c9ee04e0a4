# Patterns (RE2) over whole names of branches. Nearly all are a name, or the beginning of one with any other characters behind it: those are
# read here, because getting a regular expression ready takes longer than judging with it.
package proofrail.lib.patterns

import data.proofrail.lib.words

# What the registry makes of a star (packages/core/src/controls/registry/branch-pattern.ts).
star := "[A-Za-z0-9._/+@#-]+"

# None of them means anything in an expression.
literal := "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_/@#-"

in_names := concat("", [literal, ".+"])

valid(pattern) if simple(pattern)

valid(pattern) if {
	not simple(pattern)
	regex.is_valid(pattern)
}

covers(pattern, name) if {
	words.only(pattern, literal)
	name == pattern
}

covers(pattern, name) if {
	beginning := stem(pattern)
	startswith(name, beginning)
	rest := substring(name, count(beginning), -1)
	rest != ""
	words.only(rest, in_names)
}

# Valid by itself and then wrapped: a pattern cannot close the group and end the anchoring.
covers(pattern, name) if {
	not simple(pattern)
	regex.match(concat("", ["^(?:", pattern, ")$"]), name)
}

simple(pattern) if words.only(pattern, literal)

simple(pattern) if stem(pattern)

stem(pattern) := beginning if {
	endswith(pattern, star)
	beginning := trim_suffix(pattern, star)
	words.only(beginning, literal)
}
