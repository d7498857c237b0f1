package intake

func (r *Reader) readFeed(in Input, yield Yield) { yield(nil, unknownFormat(in)) }

func looksLikeFeed(head []byte) bool { return false }
