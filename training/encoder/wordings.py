"""Wordings of our own (training/wordings) as train.py and stance.py read them, and how they are set into texts."""
import json, os, random

HERE = os.path.dirname(os.path.abspath(__file__))
# Pieces of what stands beside a wording, and of a wording, at most.
BESIDE, OWN = 30, 44
JOINTS = [".", ".", ".", " ;", ",", ", et", ", and", " —", ", mais", ", but", "", " et que", " and that"]


class Wordings:
    """Cuts wordings into pieces by `tok`. `clauses` is what clauses.ts wrote; frames that begin with what `without`, a
    pattern, finds are left out."""

    def __init__(self, tok, clauses=None, without=None):
        self.tok = tok
        self.clauses = json.load(open(clauses)) if clauses else {}
        self.joints = [self.pieces(joint) for joint in JOINTS]
        self.frames = {"fr": [], "en": []}
        for line in open(os.path.join(HERE, "frames.txt"), encoding="utf8"):
            if "\t" in line:
                language, before, behind = line.rstrip("\n").split("\t")
                if without is None or not without.search(before):
                    self.frames[language].append((self.pieces(before), self.pieces(behind)))

    def pieces(self, text):
        return self.tok(text) if text else []

    def ways(self, text):
        """Pieces before, of and behind what a wording says: all of it, or its clause."""
        found = [([], self.tok(text), [])]
        if text in self.clauses:
            start, end = self.clauses[text]
            parts = [text[:start].strip(), text[start:end].strip(), text[end:].strip()]
            if parts[1] and (parts[0] or parts[2]):
                found.append(tuple(map(self.pieces, parts)))
        return found

    def events(self, files):
        """Of each event its claims, lists of wordings, and its loose lines: a wording is its sign (`=` of a claim's plain
        sentence), its language and its ways."""
        events = []
        for name in files:
            for line in open(name, encoding="utf8"):
                line = line.rstrip("\n")
                if line.startswith("# "):
                    events.append({"claims": [], "loose": []})
                elif line.startswith("= "):
                    events[-1]["claims"].append([("=", "en", self.ways(line[2:]))])
                elif line[:2] in ("+ ", "- ", "? ") and "\t" in line:
                    events[-1]["claims"][-1].append((line[0], line[2:4], self.ways(line.split("\t", 1)[1])))
                elif line.startswith("~ ") and "\t" in line:
                    events[-1]["loose"].append(("~", line[2:4], self.ways(line.split("\t", 1)[1])))
        return events

    def texts(self, some, longest, together, framed):
        """Sets wordings, each with a label, into texts of `longest` pieces: one, two or three in one with the weights
        `together`; in a frame with the chances `framed`, of clauses and of whole ones. Of each text its pieces, and of each
        wording in it the label, the first piece and the one behind it."""
        some, made = list(some), []
        random.shuffle(some)
        while some:
            text, spans = [], []
            count = min(len(some), random.choices([1, 2, 3], together)[0])
            for label, (_, language, ways) in (some.pop() for _ in range(count)):
                before, own, behind = random.choice(ways)
                own = own[:OWN]
                chance = framed[0] if before or behind else framed[1]
                frames = self.frames.get(language, self.frames["en"])
                frame = random.choice(frames) if random.random() < chance else ([], [])
                if spans:
                    text = text + random.choice(self.joints)
                text = text + (frame[0] + before)[-BESIDE:]
                if spans and len(text) + len(own) > longest - 2:
                    made.append((text, spans))
                    text, spans = [], []
                spans.append((label, len(text), len(text) + len(own)))
                text = text + own + (behind + frame[1])[:BESIDE]
            made.append((text[: longest - 2], spans))
        return made
