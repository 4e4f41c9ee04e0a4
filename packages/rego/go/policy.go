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

// names are sorted: what is built must not depend on the order of a map.
func (p policy) names() []string {
	return slices.Sorted(maps.Keys(p.Files))
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

func (p policy) capabilities() (*ast.Capabilities, error) {
	language, err := p.language()
	if err != nil {
		return nil, err
	}
	capabilities := ast.CapabilitiesForThisVersion(ast.CapabilitiesRegoVersion(language))
	if len(p.Capabilities) > 0 {
		if capabilities, err = ast.LoadCapabilitiesJSON(bytes.NewReader(p.Capabilities)); err != nil {
			return nil, fmt.Errorf("capabilities: %w", err)
		}
	}
	// A nil list allows every host: the type checker would fetch a schema's remote $ref.
	capabilities.AllowNet = []string{}
	return capabilities, nil
}

func (p policy) parserOptions() (ast.ParserOptions, error) {
	language, err := p.language()
	if err != nil {
		return ast.ParserOptions{}, err
	}
	capabilities, err := p.capabilities()
	return ast.ParserOptions{RegoVersion: language, Capabilities: capabilities, ProcessAnnotation: true}, err
}

// modules reports the errors of all files, not those of the first bad one.
func (p policy) modules() (map[string]*ast.Module, error) {
	if len(p.Files) == 0 {
		return nil, errors.New("request: no files")
	}
	options, err := p.parserOptions()
	if err != nil {
		return nil, err
	}
	modules := make(map[string]*ast.Module, len(p.Files))
	var failures ast.Errors
	for _, name := range p.names() {
		module, err := ast.ParseModuleWithOpts(name, p.Files[name], options)
		if found, ok := errors.AsType[ast.Errors](err); ok {
			failures = append(failures, found...)
			continue
		}
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		modules[name] = module
	}
	if len(failures) > 0 {
		return nil, failures
	}
	return modules, nil
}

// compiler has no error limit, prints as the tester wants it, and honours the schemas that annotations name.
func (p policy) compiler(schemas schemas) (*ast.Compiler, error) {
	capabilities, err := p.capabilities()
	if err != nil {
		return nil, err
	}
	return ast.NewCompiler().
		SetErrorLimit(0).
		WithCapabilities(capabilities).
		WithSchemas(schemas.set()).
		WithUseTypeCheckAnnotations(true).
		WithEnablePrintStatements(true), nil
}
