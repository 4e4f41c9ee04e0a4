// hcl says what is wrong with files of HCL: what HashiCorp's own parser refuses, and what terraform fmt would set otherwise.
// Usage: hcl FILE... ; a line for each fault, and exit code 1 if there is any.
package main

import (
	"bytes"
	"fmt"
	"log"
	"os"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/hashicorp/hcl/v2/hclwrite"
)

func main() {
	if len(os.Args) < 2 {
		log.Fatal("usage: hcl FILE...")
	}
	faults := 0
	for _, name := range os.Args[1:] {
		for _, fault := range faultsOf(name) {
			fmt.Println(fault)
			faults++
		}
	}
	if faults > 0 {
		os.Exit(1)
	}
}

func faultsOf(name string) []string {
	text, err := os.ReadFile(name)
	if err != nil {
		log.Fatal(err)
	}
	_, refusals := hclsyntax.ParseConfig(text, name, hcl.InitialPos)
	var faults []string
	for _, refusal := range refusals {
		faults = append(faults, refusal.Error())
	}
	if len(faults) == 0 && !bytes.Equal(hclwrite.Format(text), text) {
		faults = append(faults, name+": terraform fmt would set it otherwise")
	}
	return faults
}
