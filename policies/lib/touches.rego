# Which parts of the house a change alters, as the core found in the list of its files; undefined where that list was not read whole.
package proofrail.lib.touches

import data.proofrail.lib.facts

parts := {"policy", "owners", "workflows", "scanners"}

answers := found if {
	found := facts.value(input.change.touches)
	every part in parts | {"only_exceptions"} {
		is_boolean(found[part])
	}
}

# It alters files of exceptions and nothing else: the parts have to say so too.
only_exceptions if {
	answers.only_exceptions == true
	{part | some part in parts; answers[part] == true} == {"policy"}
}
