#!/usr/bin/env python3
"""Makes proper.txt: in which kinds of proper names of WordNet a word stands.

A line is a word in lower case and letters: p is a place by itself, P a word of
a longer place, s the last word of a person's name, g a body by itself, G a
word of a longer one, o something else that has a name.

usage: proper.py WORDNET/dict OUT
"""
import re
import sys

PLACE, PERSON, GROUP = {"15", "17"}, {"18"}, {"14"}
LINKS = {"of", "the", "and", "de", "la", "in", "on", "at", "for", "a"}


def letters(file, name):
    """Each word of a name with its letter."""
    words = name.lower().split("_")
    if file in PERSON:
        return [(words[-1], "s")]
    letter = "p" if file in PLACE else "g" if file in GROUP else "o"
    if len(words) == 1:
        return [(words[0], letter)]
    return [(w, letter.upper()) for w in words if w not in LINKS] if letter != "o" else []


def main(directory, out):
    found = {}
    for line in open(f"{directory}/data.noun", encoding="ascii"):
        f = line.split(" ")
        if line.startswith("  "):
            continue
        for name in f[4:4 + 2 * int(f[3], 16):2]:
            if not re.fullmatch(r"[A-Z][A-Za-z'._-]{2,}", name):
                continue
            for word, letter in letters(f[1], name):
                if len(word) > 2:
                    found.setdefault(word, set()).add(letter)
    with open(out, "w", encoding="ascii") as f:
        f.writelines(f"{w} {''.join(sorted(s))}\n" for w, s in sorted(found.items()) if s - {"o"})


main(*sys.argv[1:])
