package store

import (
	"database/sql"
	"encoding/json"
	"time"

	"hearsay"
)

// storedDate is a hearsay.Date with its precision; the printed form has none.
type storedDate struct {
	Time      time.Time         `json:"time,omitzero"`
	Precision hearsay.Precision `json:"precision,omitempty"`
	Zoned     bool              `json:"zoned,omitempty"`
}

func stored(d hearsay.Date) storedDate { return storedDate(d) }

func (d storedDate) date() hearsay.Date { return hearsay.Date(d) }

// jsonArray is the parameter of a json_each: one bound value for many.
func jsonArray[T any](values []T) string {
	b, err := json.Marshal(values)
	if err != nil || values == nil {
		return "[]"
	}
	return string(b)
}

// column collects a query of one column.
func column[T any](rows *sql.Rows, err error) ([]T, error) {
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var list []T
	for rows.Next() {
		var v T
		if err := rows.Scan(&v); err != nil {
			return nil, err
		}
		list = append(list, v)
	}
	return list, rows.Err()
}

// bodies collects a query whose one column is packed.
func bodies[T any](rows *sql.Rows, err error) ([]T, error) {
	raw, err := column[[]byte](rows, err)
	if err != nil {
		return nil, err
	}
	list := make([]T, len(raw))
	for i, b := range raw {
		if err := unpack(b, &list[i]); err != nil {
			return nil, err
		}
	}
	return list, nil
}
