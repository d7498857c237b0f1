package intake

func (r *Reader) readHTML(in Input, yield Yield) { yield(nil, unknownFormat(in)) }

func looksLikeHTML(head []byte) bool { return false }
