package intake

func (r *Reader) readMail(in Input, yield Yield) { yield(nil, unknownFormat(in)) }

func looksLikeMail(head []byte, named bool) bool { return false }
