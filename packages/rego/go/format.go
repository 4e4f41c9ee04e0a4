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
	// Parsed first, so that the errors of all files are told at once.
	if _, err := request.modules(); err != nil {
		return nil, err
	}
	options, err := request.parserOptions()
	if err != nil {
		return nil, err
	}
	result := formatted{Kind: "formatted", Files: make(map[string]string, len(request.Files))}
	for name, source := range request.Files {
		text, err := format.SourceWithOpts(name, []byte(source), format.Opts{
			RegoVersion: options.RegoVersion, ParserOptions: &options, Capabilities: options.Capabilities,
		})
		if err != nil {
			return nil, err
		}
		result.Files[name] = string(text)
	}
	return result, nil
}
