package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"slices"

	"github.com/open-policy-agent/opa/v1/ast"
)

// A policy is what every operation starts from: sources by relative name, the language they are written in, and what they may call.
type policy struct {
	Files        map[string]string `json:"files"`
	RegoVersion  string            `json:"regoVersion"`
	Capabilities json.RawMessage   `json:"capabilities"`
}

func (p policy) language() (ast.RegoVersion, error) {
	switch p.RegoVersion {
	case "", "v1":
		return ast.RegoV1, nil
	case "v0":
		return ast.RegoV0, nil
	}
	return ast.RegoUndefined, fmt.Errorf("request: unknown regoVersion %q", p.RegoVersion)
}

func (p policy) capabilities(language ast.RegoVersion) (*ast.Capabilities, error) {
	capabilities := ast.CapabilitiesForThisVersion(ast.CapabilitiesRegoVersion(language))
	if len(p.Capabilities) > 0 {
		given, err := ast.LoadCapabilitiesJSON(bytes.NewReader(p.Capabilities))
		if err != nil {
			return nil, fmt.Errorf("capabilities: %w", err)
		}
		capabilities = given
	}
	// A nil list allows every host: the type checker would fetch a schema's remote $ref.
	capabilities.AllowNet = []string{}
	return capabilities, nil
}

// parse reports the errors of all files, not those of the first bad one.
func (p policy) parse() (modules, error) {
	language, err := p.language()
	if err != nil {
		return modules{}, err
	}
	capabilities, err := p.capabilities(language)
	if err != nil {
		return modules{}, err
	}
	if len(p.Files) == 0 {
		return modules{}, errors.New("request: no files")
	}
	result := modules{language: language, capabilities: capabilities}
	var failures ast.Errors
	for _, name := range slices.Sorted(maps.Keys(p.Files)) {
		source := p.Files[name]
		parsed, err := ast.ParseModuleWithOpts(name, source, result.parserOptions())
		if found, ok := errors.AsType[ast.Errors](err); ok {
			failures = append(failures, found...)
			continue
		}
		if err != nil {
			return modules{}, fmt.Errorf("%s: %w", name, err)
		}
		result.ordered = append(result.ordered, module{name, source, parsed})
	}
	if len(failures) > 0 {
		return modules{}, failures
	}
	return result, nil
}
