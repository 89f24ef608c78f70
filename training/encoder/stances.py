"""Stances of our own (training/stances) as train.py and stance.py read them."""
import re

MARK = re.compile(r"\[((?:[+?-]\d+ )+|o )([^\[\]]*)\]")


def paragraph(text):
    """The text without its marks, and of each mark its first character, the one behind it and how it stands on which claims."""
    plain, spans, at = "", [], 0
    for mark in MARK.finditer(text):
        plain += text[at : mark.start()]
        spans.append((len(plain), len(plain) + len(mark[2]), {one[1:]: one[0] for one in mark[1].split() if one != "o"}))
        plain += mark[2]
        at = mark.end()
    return plain + text[at:], spans


def items(name):
    """Of each item of a file its claims, by number, and its paragraphs, each as `paragraph` has it."""
    found = []
    for line in open(name, encoding="utf8"):
        line = line.rstrip("\n")
        if line.startswith("# "):
            found.append({"claims": {}, "paragraphs": []})
        elif line.startswith("= "):
            number, claim = line[2:].split(" ", 1)
            found[-1]["claims"][number] = claim
        elif line[:3] in ("fr\t", "en\t"):
            found[-1]["paragraphs"].append(paragraph(line[3:]))
    return found


def read(tok, text, spans, longest):
    """What of a paragraph is read with each of its marks: pieces, and by these the marks that are read with them, each with
    what it stands for, its first piece and the one behind."""
    texts = {}
    for start, end, stands in spans:
        kept, begin, stop = tok.stretch(text, start, end, longest)
        texts.setdefault(tuple(kept), []).append((stands, begin, stop))
    return [(list(kept), marks) for kept, marks in texts.items()]
