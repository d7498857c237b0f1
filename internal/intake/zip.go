package intake

func (r *Reader) readZip(in Input, yield Yield) { yield(nil, unknownFormat(in)) }
