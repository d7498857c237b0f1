#!/usr/bin/env python3
"""Makes dictionary.txt.gz: which of the four open parts of speech WordNet has a word in.

usage: dictionary.py WORDNET/dict OUT
"""
import gzip
import re
import sys

LETTERS = {"noun": "n", "verb": "v", "adj": "a", "adv": "r"}


def main(directory, out):
    words = {}
    for part, letter in LETTERS.items():
        with open(f"{directory}/index.{part}", encoding="ascii") as lines:
            for line in lines:
                word = line.split(" ", 1)[0]
                if re.fullmatch(r"[a-z-]{3,}", word):
                    words.setdefault(word, set()).add(letter)
    text = "".join(f"{word} {''.join(sorted(letters))}\n" for word, letters in sorted(words.items()))
    with open(out, "wb") as raw, gzip.GzipFile("", "wb", 9, raw, 0) as packed:
        packed.write(text.encode())


main(*sys.argv[1:])
