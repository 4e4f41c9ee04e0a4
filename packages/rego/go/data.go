package main

import (
	"encoding/json"
	"fmt"

	"github.com/open-policy-agent/opa/v1/storage"
	"github.com/open-policy-agent/opa/v1/storage/inmem"
	"github.com/open-policy-agent/opa/v1/util"
)

// data is the base document under which the policy is tested or evaluated; numbers keep every digit.
type data json.RawMessage

func (d *data) UnmarshalJSON(bytes []byte) error {
	*d = append((*d)[:0], bytes...)
	return nil
}

func (d data) store() (storage.Store, error) {
	if len(d) == 0 {
		return inmem.New(), nil
	}
	var document map[string]any
	if err := util.UnmarshalJSON(d, &document); err != nil {
		return nil, fmt.Errorf("data: %w", err)
	}
	return inmem.NewFromObject(document), nil
}
