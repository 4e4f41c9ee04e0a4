package main

import (
	"cmp"
	"context"
	"encoding/json"
	"slices"
	"strings"

	"github.com/open-policy-agent/opa/v1/cover"
	"github.com/open-policy-agent/opa/v1/storage"
	"github.com/open-policy-agent/opa/v1/tester"
)

type testRequest struct {
	policy
	Schemas schemas         `json:"schemas"`
	Data    json.RawMessage `json:"data"`
	Run     string          `json:"run"` // a regular expression over data.package.test_name
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
	modules, err := request.parse()
	if err != nil {
		return nil, err
	}
	store, err := storeOf(request.Data)
	if err != nil {
		return nil, err
	}
	sources := modules.byName()
	covered := cover.New()
	runner := tester.NewRunner().
		SetCompiler(modules.compiler(request.Schemas)).
		SetStore(store).
		SetModules(sources).
		SetParallel(1). // the program has one thread
		CapturePrintOutput(true).
		SetCoverageQueryTracer(covered).
		SetCoverageRuns(nil). // each kind runs every test once more, only to say why a line was not covered
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
	// The runner walks a map of modules: without an order of ours, two runs would differ.
	slices.SortFunc(result.Tests, func(a, b testCase) int {
		return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.Row, b.Row), cmp.Compare(a.Name, b.Name))
	})
	result.Coverage = coverageOf(covered, sources)
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
			result.FailedCases = append(result.FailedCases, strings.Join(names, "/"))
		}
	}
	slices.Sort(result.FailedCases)
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
