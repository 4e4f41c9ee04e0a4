package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/rego"
)

type evaluateRequest struct {
	policy
	Query  string            `json:"query"`
	Data   json.RawMessage   `json:"data"`
	Inputs []json.RawMessage `json:"inputs"`
}

type evaluated struct {
	Kind    string `json:"kind"`
	Answers []any  `json:"answers"`
}

// values is empty when the query is undefined, as it is in OPA's own SDKs.
type values struct {
	Kind   string `json:"kind"`
	Values []any  `json:"values"`
}

// evaluate asks one query of many inputs: starting the program costs far more than an answer.
func evaluate(ctx context.Context, request evaluateRequest) (any, error) {
	query, err := request.prepare(ctx)
	if err != nil {
		return nil, err
	}
	result := evaluated{Kind: "evaluated", Answers: make([]any, 0, len(request.Inputs))}
	for index, raw := range request.Inputs {
		input, err := ast.ValueFromReader(bytes.NewReader(raw)) // numbers keep every digit
		if err != nil {
			return nil, fmt.Errorf("inputs[%d]: %w", index, err)
		}
		found, err := query.Eval(ctx, rego.EvalParsedInput(input))
		if err != nil {
			result.Answers = append(result.Answers, rejection{Kind: "failed", Errors: diagnose(err)})
			continue
		}
		result.Answers = append(result.Answers, values{Kind: "values", Values: firstExpressions(found)})
	}
	return result, nil
}

func (request evaluateRequest) prepare(ctx context.Context) (rego.PreparedEvalQuery, error) {
	var none rego.PreparedEvalQuery
	modules, err := request.parse()
	if err != nil {
		return none, err
	}
	compiler := modules.compiler(nil)
	if compiler.Compile(modules.byName()); compiler.Failed() {
		return none, compiler.Errors
	}
	store, err := storeOf(request.Data)
	if err != nil {
		return none, err
	}
	return rego.New(rego.Query(request.Query), rego.Compiler(compiler), rego.Store(store)).PrepareForEval(ctx)
}

func firstExpressions(found rego.ResultSet) []any {
	all := make([]any, 0, len(found))
	for _, result := range found {
		all = append(all, result.Expressions[0].Value)
	}
	return all
}
