package main

import "context"

type checkRequest struct {
	policy
	Strict  bool    `json:"strict"`
	Schemas schemas `json:"schemas"`
}

type checked struct {
	Kind string `json:"kind"`
}

func check(_ context.Context, request checkRequest) (any, error) {
	modules, err := request.parse()
	if err != nil {
		return nil, err
	}
	compiler := modules.compiler(request.Schemas).WithStrict(request.Strict)
	if compiler.Compile(modules.byName()); compiler.Failed() {
		return nil, compiler.Errors
	}
	return checked{Kind: "checked"}, nil
}
