package proofrail.images.digest_only_test

import data.proofrail.images.digest_only as rule
import data.proofrail.testing.change

digest := concat("", ["sha256:", concat("", ["ab" | some _ in numbers.range(1, 32)])])

image(reference) := change.but("/images/value/items/0/reference", reference)

named(name) := image(concat("@", [name, digest]))

test_by_digest if {
	rule.pass with input as change.allowed
	rule.pass with input as named("registry.example:5000/team/shop")
	rule.pass with input as named("registry.example/shop:1.2")
}

test_empty_input if {
	not rule.pass with input as {}
	not rule.not_applicable with input as {}
}

test_images_unknown if {
	not rule.pass with input as change.but("/images", change.unknown)
	not rule.not_applicable with input as change.but("/images", change.unknown)
}

test_by_tag if {
	document := image("registry.example/shop:1.2")
	not rule.pass with input as document
	rule.reasons == {{"code": "mutable-reference", "params": {"file": "deploy/shop.yaml", "line": 12}}} with input as document
}

test_digest_that_is_none if {
	not rule.pass with input as image("shop@sha256:abcd")
	not rule.pass with input as image(concat("@", ["shop", upper(digest)]))
	not rule.pass with input as image(concat("", ["shop@", digest, "\n"]))
	not rule.pass with input as image(concat("", ["shop@", digest, "0"]))
	not rule.pass with input as image(concat("", ["shop@sha512:", digest]))
	not rule.pass with input as image(concat("", ["shop:latest #@", digest]))
	not rule.pass with input as image(digest)
	not rule.pass with input as image(null)
}

test_one_of_two_by_tag if {
	tagged := object.union(change.allowed.images.value.items[0], {"reference": "shop:1"})
	not rule.pass with input as change.edited({
		"/images/value/items": [change.allowed.images.value.items[0], tagged],
		"/images/value/total": 2,
	})
}

test_no_images_at_all if {
	none := change.but("/images/value", {"items": [], "total": 0})
	rule.not_applicable with input as none
	not rule.pass with input as none
}

test_list_of_images_cut_short if {
	short := change.but("/images/value/items", [])
	not rule.not_applicable with input as short
	not rule.pass with input as short
}

test_not_asked_for if {
	mutable := json.patch(image("shop:1"), [{"op": "replace", "path": "/requirements/artifacts/immutable", "value": false}])
	rule.not_applicable with input as mutable
	not rule.pass with input as mutable
}

test_asked_for_by_something_else_than_true if {
	unclear := change.but("/requirements/artifacts/immutable", "true")
	not rule.pass with input as unclear
	not rule.not_applicable with input as unclear
}
