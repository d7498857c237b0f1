package intake

func (r *Reader) readJSONLines(in Input, yield Yield) { yield(nil, unknownFormat(in)) }

func looksLikeJSONLines(head []byte) bool { return false }
