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
	modules, err := request.modules()
	if err != nil {
		return nil, err
	}
	compiler, err := request.compiler(request.Schemas)
	if err != nil {
		return nil, err
	}
	if compiler.WithStrict(request.Strict).Compile(modules); compiler.Failed() {
		return nil, compiler.Errors
	}
	return checked{Kind: "checked"}, nil
}
