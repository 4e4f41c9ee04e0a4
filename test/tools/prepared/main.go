// prepared times OPA's own evaluator in process: one prepared query over an input parsed beforehand, the fastest way that Go offers.
// Usage: prepared QUERY INPUT.json ROUNDS POLICY.rego... ; prints the median in nanoseconds.
package main

import (
	"context"
	"encoding/json"
	"fmt"
	"log"
	"os"
	"slices"
	"strconv"
	"time"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/rego"
)

func main() {
	if len(os.Args) < 5 {
		log.Fatal("usage: prepared QUERY INPUT.json ROUNDS POLICY.rego...")
	}
	input := read(os.Args[2])
	rounds, err := strconv.Atoi(os.Args[3])
	if err != nil || rounds < 1 {
		log.Fatal("ROUNDS must be a number above 0")
	}
	query, err := rego.New(rego.Query(os.Args[1]), rego.Load(os.Args[4:], nil)).PrepareForEval(context.Background())
	if err != nil {
		log.Fatal(err)
	}
	times := make([]time.Duration, rounds)
	for round := range times {
		started := time.Now()
		results, err := query.Eval(context.Background(), rego.EvalParsedInput(input))
		times[round] = time.Since(started)
		if err != nil || len(results) != 1 {
			log.Fatalf("%d results, error %v", len(results), err)
		}
	}
	slices.Sort(times)
	fmt.Println(times[rounds/2].Nanoseconds())
}

func read(path string) ast.Value {
	bytes, err := os.ReadFile(path)
	if err != nil {
		log.Fatal(err)
	}
	var document any
	if err := json.Unmarshal(bytes, &document); err != nil {
		log.Fatal(err)
	}
	value, err := ast.InterfaceToValue(document)
	if err != nil {
		log.Fatal(err)
	}
	return value
}
