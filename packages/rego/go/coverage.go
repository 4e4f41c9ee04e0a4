package main

import (
	"maps"
	"slices"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/cover"
)

type coverage struct {
	Percent float64                 `json:"percent"`
	Files   map[string]fileCoverage `json:"files"`
}

// A line is in both lists when one of its expressions ran and another did not.
type fileCoverage struct {
	Percent        float64 `json:"percent"`
	CoveredLines   []int   `json:"coveredLines"`
	UncoveredLines []int   `json:"uncoveredLines"`
}

func coverageOf(covered *cover.Cover, modules map[string]*ast.Module) coverage {
	report := covered.Report(modules)
	result := coverage{Percent: report.Coverage, Files: make(map[string]fileCoverage, len(report.Files))}
	for name, file := range report.Files {
		result.Files[name] = fileCoverage{
			Percent: file.Coverage, CoveredLines: lines(file.Covered), UncoveredLines: lines(file.NotCovered),
		}
	}
	return result
}

func lines(ranges []cover.Range) []int {
	all := map[int]struct{}{}
	for _, r := range ranges {
		for row := r.Start.Row; row <= r.End.Row; row++ {
			all[row] = struct{}{}
		}
	}
	sorted := slices.AppendSeq(make([]int, 0, len(all)), maps.Keys(all))
	slices.Sort(sorted)
	return sorted
}
