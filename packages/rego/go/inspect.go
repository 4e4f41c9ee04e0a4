package main

import (
	"context"

	"github.com/open-policy-agent/opa/v1/ast"
)

type inspected struct {
	Kind        string              `json:"kind"`
	Rules       []ruleListing       `json:"rules"`
	Annotations []annotationListing `json:"annotations"`
}

type ruleListing struct {
	Path    string `json:"path"`
	Package string `json:"package"`
	Default bool   `json:"default"`
	place
}

type annotationListing struct {
	Path     string           `json:"path"` // of what is annotated: data.package or data.package.rule
	Package  string           `json:"package"`
	Metadata *ast.Annotations `json:"metadata"`
	place
}

// inspect lists every rule as well as every annotation: what has none is what a reader of the listing looks for.
func inspect(_ context.Context, request policy) (any, error) {
	modules, err := request.parse()
	if err != nil {
		return nil, err
	}
	parsed := make([]*ast.Module, 0, len(modules.ordered))
	for _, module := range modules.ordered {
		parsed = append(parsed, module.parsed)
	}
	set, errs := ast.BuildAnnotationSet(parsed)
	if len(errs) > 0 {
		return nil, errs
	}
	return inspected{Kind: "inspected", Rules: rulesOf(parsed), Annotations: annotationsOf(set)}, nil
}

func rulesOf(modules []*ast.Module) []ruleListing {
	all := []ruleListing{}
	for _, module := range modules {
		for _, rule := range module.Rules {
			all = append(all, ruleListing{
				Path:    module.Package.Path.Extend(rule.Head.Ref().GroundPrefix()).String(),
				Package: module.Package.Path.String(),
				Default: rule.Default,
				place:   placeOf(rule.Location),
			})
		}
	}
	return all
}

func annotationsOf(set *ast.AnnotationSet) []annotationListing {
	flat := set.Flatten()
	all := make([]annotationListing, 0, len(flat))
	for _, ref := range flat {
		all = append(all, annotationListing{
			Path:     ref.Path.String(),
			Package:  ref.GetPackage().Path.String(),
			Metadata: ref.Annotations,
			place:    placeOf(ref.Annotations.Location),
		})
	}
	return all
}
