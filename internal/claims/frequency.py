"""Reduces the English list of wordfreq 3.1.1 to frequency.txt.gz.

Run by `make frequency`. One line a band of half a Zipf unit, from frequent to
rare; words with letters only, down to Zipf 3.0 (about 26,000 words). The
data of wordfreq is CC BY-SA 4.0; see NOTICE.
"""
import gzip
import sys

import msgpack

source, target = sys.argv[1:]
with gzip.open(source) as f:
    header, *centibels = msgpack.load(f)
bands = {}
for cb, words in enumerate(centibels):
    zipf = 9 - cb / 100
    if zipf < 3.0:
        break
    band = int(zipf * 2)
    bands.setdefault(band, []).extend(w for w in words if w.isascii() and w.isalpha())
with open(target, "wb") as f, gzip.GzipFile("", "wb", 9, f, mtime=0) as z:
    for band in sorted(bands, reverse=True):
        z.write((f"{band / 2} " + " ".join(sorted(bands[band])) + "\n").encode())
