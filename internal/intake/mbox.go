package intake

func (r *Reader) readMbox(in Input, yield Yield) { yield(nil, unknownFormat(in)) }

func looksLikeMbox(head []byte) bool { return false }
