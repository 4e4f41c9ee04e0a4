package main

import (
	"context"
	"fmt"

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
	modules, err := request.parse()
	if err != nil {
		return nil, err
	}
	target := modules.bundle()
	err = compile.New().
		WithBundle(target).
		WithTarget(compile.TargetWasm).
		WithEntrypoints(request.Entrypoints...).
		WithRegoAnnotationEntrypoints(true).
		WithRegoVersion(modules.language).
		WithCapabilities(modules.capabilities).
		Build(ctx)
	if err != nil {
		return nil, err
	}
	if found := len(target.WasmModules); found != 1 {
		return nil, fmt.Errorf("build: expected one wasm module, found %d", found)
	}
	result := built{Kind: "built", Wasm: target.WasmModules[0].Raw}
	for _, resolver := range target.Manifest.WasmResolvers {
		result.Entrypoints = append(result.Entrypoints, resolver.Entrypoint)
	}
	return result, nil
}

func (m modules) bundle() *bundle.Bundle {
	target := &bundle.Bundle{Data: map[string]any{}}
	target.SetRegoVersion(m.language)
	for _, module := range m.ordered {
		target.Modules = append(target.Modules, bundle.ModuleFile{
			URL: module.name, Path: module.name, Raw: []byte(module.source), Parsed: module.parsed,
		})
	}
	return target
}
