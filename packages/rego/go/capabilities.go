package main

import (
	"context"

	"github.com/open-policy-agent/opa/v1/ast"
)

type capable struct {
	Kind         string            `json:"kind"`
	Capabilities *ast.Capabilities `json:"capabilities"`
}

// capabilitiesOfThisVersion is what `opa capabilities --current` prints: the list from which a project strikes what it forbids.
func capabilitiesOfThisVersion(_ context.Context, request policy) (any, error) {
	language, err := request.language()
	if err != nil {
		return nil, err
	}
	return capable{Kind: "capabilities", Capabilities: ast.CapabilitiesForThisVersion(ast.CapabilitiesRegoVersion(language))}, nil
}
