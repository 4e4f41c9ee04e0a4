package main

import (
	"errors"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/rego"
	"github.com/open-policy-agent/opa/v1/topdown"
)

type rejection struct {
	Kind   string       `json:"kind"`
	Errors []diagnostic `json:"errors"`
}

// A diagnostic is one of OPA's errors with its place flattened, so that a reader needs no knowledge of OPA's own types.
type diagnostic struct {
	Code    string   `json:"code"`
	Message string   `json:"message"`
	Details []string `json:"details,omitempty"`
	place
}

type place struct {
	File string `json:"file,omitempty"`
	Row  int    `json:"row,omitempty"`
	Col  int    `json:"col,omitempty"`
}

func placeOf(location *ast.Location) place {
	if location == nil {
		return place{}
	}
	return place{File: location.File, Row: location.Row, Col: location.Col}
}

// OPA gives a code to errors that have a place in a source; all others (an entrypoint that does not exist, say) share this one.
const uncoded = "rego_error"

func diagnose(err error) []diagnostic {
	if many, ok := errors.AsType[ast.Errors](err); ok {
		return each(many, func(one *ast.Error) []diagnostic { return []diagnostic{fromCompiler(one)} })
	}
	if many, ok := errors.AsType[rego.Errors](err); ok {
		return each(many, diagnose)
	}
	if one, ok := errors.AsType[*ast.Error](err); ok {
		return []diagnostic{fromCompiler(one)}
	}
	if one, ok := errors.AsType[*topdown.Error](err); ok {
		return []diagnostic{{Code: one.Code, Message: one.Message, place: placeOf(one.Location)}}
	}
	return []diagnostic{{Code: uncoded, Message: err.Error()}}
}

func each[E any](many []E, diagnostics func(E) []diagnostic) []diagnostic {
	all := make([]diagnostic, 0, len(many))
	for _, one := range many {
		all = append(all, diagnostics(one)...)
	}
	return all
}

func fromCompiler(err *ast.Error) diagnostic {
	d := diagnostic{Code: err.Code, Message: err.Message, place: placeOf(err.Location)}
	if err.Details != nil {
		d.Details = err.Details.Lines()
	}
	return d
}
