package main

import (
	"encoding/json"
	"fmt"

	"github.com/open-policy-agent/opa/v1/storage"
	"github.com/open-policy-agent/opa/v1/storage/inmem"
	"github.com/open-policy-agent/opa/v1/util"
)

// storeOf holds the base documents under which a policy is tested or evaluated; numbers keep every digit.
func storeOf(data json.RawMessage) (storage.Store, error) {
	documents := map[string]any{}
	if len(data) > 0 {
		if err := util.UnmarshalJSON(data, &documents); err != nil {
			return nil, fmt.Errorf("data: %w", err)
		}
	}
	return inmem.NewFromObject(documents), nil
}
