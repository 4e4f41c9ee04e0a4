// Command rego is OPA's compiler, checker, tester, formatter and evaluator as one program for Node: one JSON request on
// stdin, one JSON answer on stdout. It is built for GOOS=js GOARCH=wasm only; a host that has Go would use OPA itself.
package main

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"os"
)

// An operation turns its own request into its own answer. An error is the policy's fault and is reported, located, as
// "rejected"; a fault of this program is a panic, which ends the process and is told apart by its exit code.
type operation func(ctx context.Context, request []byte) (any, error)

var operations = map[string]operation{
	"build":        reading(build),
	"capabilities": reading(capabilitiesOfThisVersion),
	"check":        reading(check),
	"evaluate":     reading(evaluate),
	"format":       reading(formatSources),
	"inspect":      reading(inspect),
	"test":         reading(runTests),
}

func reading[Request any](run func(context.Context, Request) (any, error)) operation {
	return func(ctx context.Context, bytes []byte) (any, error) {
		var request Request
		if err := json.Unmarshal(bytes, &request); err != nil {
			return nil, fmt.Errorf("request: %w", err)
		}
		return run(ctx, request)
	}
}

func answer(ctx context.Context, request []byte) (any, error) {
	var named struct {
		Operation string `json:"operation"`
	}
	if err := json.Unmarshal(request, &named); err != nil {
		return nil, fmt.Errorf("request: %w", err)
	}
	run, known := operations[named.Operation]
	if !known {
		return nil, fmt.Errorf("request: unknown operation %q", named.Operation)
	}
	return run(ctx, request)
}

func main() {
	request, err := io.ReadAll(os.Stdin)
	if err != nil {
		panic(err)
	}
	result, err := answer(context.Background(), request)
	if err != nil {
		result = rejection{Kind: "rejected", Errors: diagnose(err)}
	}
	if err := json.NewEncoder(os.Stdout).Encode(result); err != nil {
		panic(err)
	}
}
