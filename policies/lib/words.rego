# The forms of words. A pattern is anchored, and in RE2 `$` is the very end of the text. Given anything but text, undefined.
package proofrail.lib.words

commit(word) if regex.match(`^([0-9a-f]{40}|[0-9a-f]{64})$`, word)

sha256(word) if regex.match(`^sha256:[0-9a-f]{64}$`, word)

person(word) if regex.match(`^person-[1-9][0-9]{0,5}$`, word)

platform_id(word) if regex.match(`^(0|[1-9][0-9]{0,19})$`, word)

# Said at all: neither empty nor another type.
said(word) if {
	is_string(word)
	word != ""
}

severities := {"critical", "high", "medium", "low", "none", "unknown"}

scan_classes := {"sast", "dependency", "secrets", "iac", "container", "dast"}
