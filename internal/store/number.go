package store

import (
	"fmt"
	"strconv"
)

// Ids of identities and claims are a letter and 12 hexadecimal digits of a
// hash. In the case they are the number in those digits, which is half as long
// and needs no index of its own.
const (
	identityLetter = 'e'
	claimLetter    = 'c'
)

// numberOf is the number in an id; ok tells whether it is one.
func numberOf(letter byte, id string) (num int64, ok bool) {
	if len(id) != 13 || id[0] != letter {
		return 0, false
	}
	num, err := strconv.ParseInt(id[1:], 16, 64)
	return num, err == nil
}

// mustNumber is numberOf for what this program derived; "" is 0.
func mustNumber(letter byte, id string) (int64, error) {
	if id == "" {
		return 0, nil
	}
	num, ok := numberOf(letter, id)
	if !ok {
		return 0, fmt.Errorf("%q is no id of a case", id)
	}
	return num, nil
}

// idOf is the id of a number, "" for 0.
func idOf(letter byte, num int64) string {
	if num == 0 {
		return ""
	}
	return fmt.Sprintf("%c%012x", letter, num)
}

// numbersOf are the numbers of those that are ids.
func numbersOf(letter byte, ids []string) []int64 {
	nums := make([]int64, 0, len(ids))
	for _, id := range ids {
		if num, ok := numberOf(letter, id); ok {
			nums = append(nums, num)
		}
	}
	return nums
}
