# METADATA
# title: Every deployed image is named by its digest
# description: >-
#   A tag can be moved after it was judged; `name@sha256:…` cannot. Every image reference in the deployment manifests of the change
#   ends in a full SHA-256 digest.
# custom:
#   id: images.digest-only
#   alias: ART-01
#   severity: high
#   controls:
#     iso27001: [A.8.9, A.8.19]
#     soc2: [CC8.1, CC6.8]
#   remediation: Replace the tag by the digest that the registry answers for it, as in name@sha256:<64 hex digits>.
#   waivable: false
#   since: 0.1.0
#   inputs:
#     - /images
#     - /requirements/artifacts/immutable
#   reasons:
#     mutable-reference: "{file}:{line} names an image without a digest"
package proofrail.images.digest_only

import data.proofrail.lib.facts
import data.proofrail.lib.words

pinned(image) if {
	words.pinned_reference(image.reference)
	words.said(image.file)
	is_number(image.line)
	image.line >= 1
}

images := facts.items(facts.value(input.images))

pass if {
	input.requirements.artifacts.immutable == true
	count(images) > 0
	every image in images {
		pinned(image)
	}
}

# No manifest was changed or found, and that was read, not guessed.
not_applicable if {
	input.requirements.artifacts.immutable == true
	count(images) == 0
}

not_applicable if {
	input.requirements.artifacts.immutable == false
	is_array(images)
}

reasons contains {"code": "mutable-reference", "params": {"file": image.file, "line": image.line}} if {
	some image in images
	not pinned(image)
}
