package main

import (
	"context"
	"errors"

	"github.com/open-policy-agent/opa/v1/bundle"
	"github.com/open-policy-agent/opa/v1/compile"
)

type buildRequest struct {
	policy
	Entrypoints []string `json:"entrypoints"`
}

type built struct {
	Kind        string   `json:"kind"`
	Wasm        []byte   `json:"wasm"` // base64 in JSON
	Entrypoints []string `json:"entrypoints"`
}

// build makes what `opa build -t wasm` makes, with the same switches in the same state: the bytes must be equal.
func build(ctx context.Context, request buildRequest) (any, error) {
	sources, err := request.bundle()
	if err != nil {
		return nil, err
	}
	language, err := request.language()
	if err != nil {
		return nil, err
	}
	capabilities, err := request.capabilities()
	if err != nil {
		return nil, err
	}
	err = compile.New().
		WithBundle(sources).
		WithTarget(compile.TargetWasm).
		WithEntrypoints(request.Entrypoints...).
		WithRegoAnnotationEntrypoints(true).
		WithRegoVersion(language).
		WithCapabilities(capabilities).
		Build(ctx)
	if err != nil {
		return nil, err
	}
	if len(sources.WasmModules) != 1 {
		return nil, errors.New("build: expected one wasm module")
	}
	result := built{Kind: "built", Wasm: sources.WasmModules[0].Raw}
	for _, resolver := range sources.Manifest.WasmResolvers {
		result.Entrypoints = append(result.Entrypoints, resolver.Entrypoint)
	}
	return result, nil
}

func (request buildRequest) bundle() (*bundle.Bundle, error) {
	modules, err := request.modules()
	if err != nil {
		return nil, err
	}
	language, err := request.language()
	if err != nil {
		return nil, err
	}
	sources := &bundle.Bundle{Data: map[string]any{}}
	sources.SetRegoVersion(language)
	for _, name := range request.names() {
		sources.Modules = append(sources.Modules, bundle.ModuleFile{
			URL: name, Path: name, Parsed: modules[name], Raw: []byte(request.Files[name]),
		})
	}
	return sources, nil
}
