package intake

func (r *Reader) readTelegram(in Input, yield Yield) { yield(nil, unknownFormat(in)) }

func looksLikeTelegram(head []byte) bool { return false }
