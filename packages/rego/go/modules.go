package main

import "github.com/open-policy-agent/opa/v1/ast"

// A module is a file that could be read as Rego.
type module struct {
	name   string
	source string
	parsed *ast.Module
}

type modules struct {
	ordered      []module // by name: what is built must not depend on the order of a map
	language     ast.RegoVersion
	capabilities *ast.Capabilities
}

func (m modules) parserOptions() ast.ParserOptions {
	return ast.ParserOptions{RegoVersion: m.language, Capabilities: m.capabilities, ProcessAnnotation: true}
}

func (m modules) byName() map[string]*ast.Module {
	all := make(map[string]*ast.Module, len(m.ordered))
	for _, module := range m.ordered {
		all[module.name] = module.parsed
	}
	return all
}

// compiler is as `opa check` and `opa test` set it up, without their limit of ten errors.
func (m modules) compiler(schemas schemas) *ast.Compiler {
	return ast.NewCompiler().
		SetErrorLimit(0).
		WithCapabilities(m.capabilities).
		WithSchemas(schemas.set()).
		WithUseTypeCheckAnnotations(true).
		WithEnablePrintStatements(true)
}
