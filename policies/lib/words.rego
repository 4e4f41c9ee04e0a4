# The forms of words, each said without a regular expression: getting one ready takes longer than judging with it. What is left of a text
# when certain characters are trimmed from its ends is nothing only if it has no others. Given anything but text, undefined.
package proofrail.lib.words

commit(word) if {
	count(word) in {40, 64}
	only(word, "0123456789abcdef")
}

sha256(word) if {
	startswith(word, "sha256:")
	count(word) == 71
	only(substring(word, 7, -1), "0123456789abcdef")
}

# What may be pulled is text up to `@`, without white space; upper-case hex digits name nothing (OCI image spec, digests).
pinned_reference(word) if {
	[name, digest] := split(word, "@")
	sha256(digest)
	name != ""
	only(substring(name, 0, 1), "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789")
	every space in {" ", "\t", "\n", "\f", "\r"} {
		not contains(name, space)
	}
}

person(word) if {
	startswith(word, "person-")
	positive(substring(word, 7, -1), 6)
}

platform_id(word) if positive(word, 20)

platform_id("0")

# A whole number above zero, as people write it, of so many figures at most.
positive(word, most) if {
	count(word) >= 1
	count(word) <= most
	not startswith(word, "0")
	only(word, "0123456789")
}

only(word, characters) if trim(word, characters) == ""

# Said at all: neither empty nor another type.
said(word) if {
	is_string(word)
	word != ""
}

severities := {"critical", "high", "medium", "low", "none", "unknown"}

scan_classes := {"sast", "dependency", "secrets", "iac", "container", "dast"}
