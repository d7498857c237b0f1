"""Reduces WordNet 3.1 and GloVe 6B to related.txt.gz: which words can say the
same thing, and how nearly.

Run by `make related`. A second table, opposite.txt.gz, holds direct opposites.
 Two words are related if a frequent sense of the one is
a synonym of, directly above or below, a cause or a derived form of a frequent
sense of the other (WordNet: capture, seize; deny, denial), and if they are
used alike (GloVe: cosine of their vectors). Opposites are used alike too, so
vectors alone join nothing. One line a word: the word, then word:hundredths.
"""
import gzip
import json
import sys

import numpy as np

wordnet, vectors, frequency, target, opposites = sys.argv[1:]
POS = {"n": "noun", "v": "verb", "a": "adj", "s": "adj", "r": "adv"}
SENSES = 4  # of a word that count as frequent
DIRECT = {"@", "~", ">", "*", "&", "$", "+", "^"}

common = {}
for line in gzip.open(frequency, "rt"):
    band, *words = line.split()
    for w in words:
        common[w] = float(band)

synset, order = {}, {}
for pos in ("noun", "verb", "adj", "adv"):
    for line in open(f"{wordnet}/data.{pos}"):
        if line.startswith("  "):
            continue
        f = line.split("|")[0].split()
        n = int(f[3], 16)
        words = [f[4 + 2 * i].lower().split("(")[0] for i in range(n)]
        at = 4 + 2 * n
        pointers = [f[at + 1 + 4 * i: at + 5 + 4 * i] for i in range(int(f[at]))]
        synset[pos, f[0]] = (words, pointers)
    for line in open(f"{wordnet}/index.{pos}"):
        if line.startswith("  "):
            continue
        f = line.split()
        count = int(f[2])
        order[f[0], pos] = f[len(f) - count:]

def senses(word):
    for pos in ("noun", "verb", "adj", "adv"):
        for rank, offset in enumerate(order.get((word, pos), [])[:SENSES]):
            yield pos, offset, rank

def frequent(word, pos, offset):
    return offset in order.get((word, pos), [])[:SENSES]

table = json.load(open(vectors))["vectors"]
def vector(word):
    v = table.get(word)
    if v is None:
        return None
    v = np.array(v[:100], dtype=np.float32)
    return v / (np.linalg.norm(v) or 1)

# Of verbs only these: "buy" and "sell" are one trade, and "heat" is mostly a noun.
VERBS = {"win", "lose", "accept", "reject", "rise", "fall", "open", "close", "increase", "decrease", "agree", "disagree", "succeed", "fail",
         "approve", "disapprove", "survive", "die", "allow", "forbid", "permit", "prohibit", "convict", "acquit", "include", "exclude"}

def opposed(pos, word):
    return pos == "adj" or pos == "verb" and word in VERBS

related, opposite, direct = {}, set(), set()
vocabulary = [w for w in common if common[w] < 6.5 and len(w) > 2 and any((w, p) in order for p in ("noun", "verb", "adj", "adv"))]
for w in vocabulary:
    for pos, offset, rank in senses(w):
        words, pointers = synset[pos, offset]
        near = {(x, pos, offset): 1.0 for x in words}
        for symbol, to, letter, fromto in pointers:
            tpos = POS[letter]
            others = synset[tpos, to][0]
            if symbol == "!":
                opposite.update((w, x) for x in others)
                s, t = int(fromto[:2], 16), int(fromto[2:], 16)
                if opposed(pos, w) and words[s - 1] == w and others[t - 1] in common:
                    direct.add(tuple(sorted((w, others[t - 1]))))
            elif symbol == "+":
                s, t = int(fromto[:2], 16), int(fromto[2:], 16)
                if s and words[s - 1] == w:
                    near[others[t - 1], tpos, to] = 1.0
            elif symbol in DIRECT and rank < 2:
                for x in others:
                    near.setdefault((x, tpos, to), 0.8)
        for (x, xpos, xoff), strength in near.items():
            if x != w and x in common and x in table and frequent(x, xpos, xoff):
                key = tuple(sorted((w, x)))
                related[key] = max(related.get(key, 0), strength)

lines = {}
for (a, b), strength in related.items():
    if (a, b) in opposite or (b, a) in opposite:
        continue
    va, vb = vector(a), vector(b)
    if va is None or vb is None:
        continue
    cosine = float(va @ vb)
    if cosine < (0.35 if strength == 1.0 else 0.5):
        continue
    score = round(100 * strength * min(0.95, 0.5 + 0.6 * cosine))
    lines.setdefault(a, []).append(f"{b}:{score}")
with open(target, "wb") as f, gzip.GzipFile("", "wb", 9, f, mtime=0) as z:
    for a in sorted(lines):
        z.write((a + " " + " ".join(sorted(lines[a])) + "\n").encode())

with open(opposites, "wb") as f, gzip.GzipFile("", "wb", 9, f, mtime=0) as z:
    for a, b in sorted(direct):
        z.write(f"{a} {b}\n".encode())
