package proofrail.lib.patterns_test

import data.proofrail.lib.patterns

any := "[A-Za-z0-9._/+@#-]+"

all := {
	"main",
	"release/2_4",
	"a-b@c#d",
	"release/2\\.4",
	"c\\+\\+",
	any,
	concat("", ["feature/", any]),
	concat("", ["fix.", any]),
	concat("", ["fix\\.", any]),
	concat("", [any, "/hotfix"]),
	concat("", [any, any]),
	concat("", ["(", any]),
	"[A-Za-z0-9._/+@#-]",
	"hotfix|release",
	".*",
	"[a-z0-9-]+",
	"x)|(?:.*",
	"(",
	"feature/*",
	"",
}

names := {
	"", "main", "Main", "main ", "main\n", " main", "xmain", "mainx", "ma", "feature/", "feature/x", "feature/x/y", "feature/x y",
	"feature/x\n", "feature/２", "feature/é", "feature/x.y+z@1#2_3-4", "Feature/x", "release/2_4", "release/2.4", "release/2x4", "c++",
	"a-b@c#d", "fix.1", "fix.", "fixx1", "x/hotfix", "/hotfix", "hotfix", "release", "*", ".", "-",
}

by_expression(pattern, name) if regex.match(concat("", ["^(?:", pattern, ")$"]), name)

# Whatever is read without a regular expression is read as the expression would read it.
test_the_short_way_answers_as_the_expression_does if {
	every pattern in all {
		every name in names {
			{true | patterns.covers(pattern, name)} == {true | by_expression(pattern, name)}
		}
	}
}

test_valid_are_those_that_are_expressions if {
	every pattern in all {
		{true | patterns.valid(pattern)} == {true | regex.is_valid(pattern)}
	}
}

test_the_registry_makes_simple_patterns_of_its_presets if {
	every pattern in ["main", "develop", any, concat("", ["feature/", any]), concat("", ["hotfix/", any])] {
		patterns.simple(pattern)
	}
}
