package main

import (
	"context"

	"github.com/open-policy-agent/opa/v1/format"
)

type formatted struct {
	Kind  string            `json:"kind"`
	Files map[string]string `json:"files"`
}

func formatSources(_ context.Context, request policy) (any, error) {
	modules, err := request.parse()
	if err != nil {
		return nil, err
	}
	options := modules.parserOptions()
	result := formatted{Kind: "formatted", Files: make(map[string]string, len(modules.ordered))}
	for _, module := range modules.ordered {
		text, err := format.SourceWithOpts(module.name, []byte(module.source), format.Opts{
			RegoVersion: modules.language, Capabilities: modules.capabilities, ParserOptions: &options,
		})
		if err != nil {
			return nil, err
		}
		result.Files[module.name] = string(text)
	}
	return result, nil
}
