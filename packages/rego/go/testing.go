package main

import (
	"cmp"
	"context"
	"slices"

	"github.com/open-policy-agent/opa/v1/cover"
	"github.com/open-policy-agent/opa/v1/storage"
	"github.com/open-policy-agent/opa/v1/tester"
)

type testRequest struct {
	policy
	Schemas schemas `json:"schemas"`
	Data    data    `json:"data"`
	Run     string  `json:"run"` // a regular expression over data.package.test_name
}

type tested struct {
	Kind     string     `json:"kind"`
	Tests    []testCase `json:"tests"`
	Coverage coverage   `json:"coverage"`
}

type testCase struct {
	Package     string       `json:"package"`
	Name        string       `json:"name"`
	Status      string       `json:"status"`
	Nanoseconds int64        `json:"nanoseconds"`
	Printed     string       `json:"printed,omitempty"`
	Errors      []diagnostic `json:"errors,omitempty"`
	FailedCases []string     `json:"failedCases,omitempty"`
	place
}

func runTests(ctx context.Context, request testRequest) (any, error) {
	modules, err := request.modules()
	if err != nil {
		return nil, err
	}
	compiler, err := request.compiler(request.Schemas)
	if err != nil {
		return nil, err
	}
	store, err := request.Data.store()
	if err != nil {
		return nil, err
	}
	covered := cover.New()
	// One at a time: the program has one thread, and results come in an order that can be repeated.
	runner := tester.NewRunner().
		SetCompiler(compiler).
		SetStore(store).
		SetModules(modules).
		SetParallel(1).
		CapturePrintOutput(true).
		SetCoverageQueryTracer(covered).
		Filter(request.Run)

	result := tested{Kind: "tested", Tests: []testCase{}}
	err = storage.Txn(ctx, store, storage.WriteParams, func(transaction storage.Transaction) error {
		outcomes, err := runner.RunTests(ctx, transaction)
		if err != nil {
			return err
		}
		for outcome := range outcomes {
			result.Tests = append(result.Tests, caseOf(outcome))
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	slices.SortFunc(result.Tests, func(a, b testCase) int {
		return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.Row, b.Row), cmp.Compare(a.Name, b.Name))
	})
	result.Coverage = coverageOf(covered, modules)
	return result, nil
}

func caseOf(outcome *tester.Result) testCase {
	result := testCase{
		Package:     outcome.Package,
		Name:        outcome.Name,
		Status:      status(outcome),
		Nanoseconds: outcome.Duration.Nanoseconds(),
		Printed:     string(outcome.Output),
		place:       placeOf(outcome.Location),
	}
	if outcome.Error != nil {
		result.Errors = diagnose(outcome.Error)
	}
	for names, sub := range outcome.SubResults.Iter {
		if sub.Fail && len(sub.SubResults) == 0 {
			result.FailedCases = append(result.FailedCases, names[len(names)-1])
		}
	}
	return result
}

func status(outcome *tester.Result) string {
	switch {
	case outcome.Error != nil:
		return "error"
	case outcome.Skip:
		return "skip"
	case outcome.Fail:
		return "fail"
	}
	return "pass"
}
