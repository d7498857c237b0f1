package intake

func (r *Reader) readWARC(in Input, yield Yield) { yield(nil, unknownFormat(in)) }

func looksLikeWARC(b []byte) bool { return false }
