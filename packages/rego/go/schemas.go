package main

import (
	"path"
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"
)

// schemas are JSON schemas by the path they would have under `opa check --schema DIR`, without the suffix:
// "reports/sarif" is what an annotation names schema.reports.sarif.
type schemas map[string]any

func (s schemas) set() *ast.SchemaSet {
	set := ast.NewSchemaSet()
	for name, schema := range s {
		ref := ast.Ref{ast.SchemaRootDocument}
		for _, part := range strings.Split(path.Clean(name), "/") {
			ref = ref.Append(ast.StringTerm(part))
		}
		set.Put(ref, schema)
	}
	return set
}
