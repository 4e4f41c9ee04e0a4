package proofrail.lib.words_test

import data.proofrail.lib.words

hex40 := "0123456789abcdef0123456789abcdef01234567"

hex64 := "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"

test_what_has_the_form if {
	words.commit(hex40)
	words.commit(hex64)
	words.sha256(concat("", ["sha256:", hex64]))
	every number in ["1", "10", "999999"] {
		words.person(concat("", ["person-", number]))
	}
	every id in ["0", "1", "42", "18446744073709551615", "99999999999999999999"] {
		words.platform_id(id)
	}
}

test_no_commit if {
	every word in ["", "0", upper(hex40), substring(hex40, 1, -1), concat("", [hex40, "0"]), concat("", [hex40, "\n"])] {
		not words.commit(word)
	}
	every position in [0, 20, 39] {
		not words.commit(concat("", [substring(hex40, 0, position), "g", substring(hex40, position + 1, -1)]))
	}
}

test_no_digest if {
	every word in ["", "sha256:", hex64, concat("", ["SHA256:", hex64]), concat("", ["sha256:", upper(hex64)])] {
		not words.sha256(word)
	}
	every position in [7, 40, 70] {
		digest := concat("", ["sha256:", hex64])
		not words.sha256(concat("", [substring(digest, 0, position), " ", substring(digest, position + 1, -1)]))
	}
}

test_no_person if {
	every word in ["", "person-", "person-0", "person-01", "person-1000000", "person--1", "person-1 ", "Person-1", "person-1\n", "person-١"] {
		not words.person(word)
	}
}

test_no_platform_id if {
	every word in ["", "00", "01", "-1", "+1", "1.0", "1e3", "123456789012345678901", " 1", "1\n", "٣"] {
		not words.platform_id(word)
	}
}

test_only_text_has_a_form if {
	every value in [null, true, 0, 1, [], ["1"], {}, {"1"}, {"1": "1"}] {
		not words.commit(value)
		not words.sha256(value)
		not words.person(value)
		not words.platform_id(value)
		not words.said(value)
	}
}

by_expression(word) if regex.match(`^[A-Za-z0-9][^\s@]*@sha256:[0-9a-f]{64}$`, word)

# Read without a regular expression, and as one would read it.
test_references_that_are_pinned if {
	digest := concat("", ["sha256:", hex64])
	names := {
		"shop", "s", "7", "ghcr.io/acme/shop:1.4", "shop:", "shop ", "sh\top", "shop\n", "shop\f", "shop\r", "shop\u000b", "é", "shopé", "", " ",
		"_shop", "/shop", "a@b", "@",
	}
	digests := {digest, upper(digest), concat("", [digest, "0"]), concat("", [digest, "\n"]), "sha256:", "", concat("@", [digest, digest])}
	every name in names {
		every one in digests {
			word := concat("@", [name, one])
			{true | words.pinned_reference(word)} == {true | by_expression(word)}
		}
	}
	words.pinned_reference(concat("@", ["ghcr.io/acme/shop:1.4", digest]))
	not words.pinned_reference(digest)
	not words.pinned_reference("shop:1")
}
