"""Trains the encoder of claims on wordings, stances and articles of our own (training/wordings, training/stances,
training/articles, which go as --stances).

  python training/encoder/train.py SOURCE OUT [--from CHECKPOINT] [--clauses FILE] [--keep N] [--steps N] [--rate R] [--end E]
    [--events N] [--items N] --wordings FILE... --stances FILE...

CHECKPOINT is what this script saved, or the folder of an encoder that ships (models/claims); without it, training begins
from SOURCE. The first `--keep` layers stay as they are, so that layers of the stance behind them still fit.

Each step takes `--events` events of wordings, seven claims of each, `--per` wordings of a claim and five loose lines: one to
three of them stand in one text, as clauses stand in an article, behind one another or joined, half of them with what
frames.txt puts around a clause. It takes `--items` items of stances as well, each with all of its paragraphs and marks, and
with its claims' sentences by themselves. A clause's vector is the mean of its own pieces, read with all of the text; of a
wording that `--clauses` knows (training/encoder/clauses.ts) now and then that of its clause, of every second mark with a
quarter of its paragraph's, as the product reads it.

What is of one claim is drawn together and all else pushed away, by the softmax over all of the step (InfoNCE, van den Oord et
al. 2018, with several positives as in Khosla et al. 2020) plus, within an event or item, a sigmoid on each pair (Zhai et al.
2023). A mark belongs to the claims that it affirms, and where it affirms none to those that it denies or leaves open. Two
marks of none may be of one claim that nobody wrote down: they are neither drawn nor pushed. Pieces keep their published
vectors. The rate rises for a twelfth of the steps and falls to `--end` of itself. Needs numpy and torch.
"""
import argparse, math, os, random, time
from itertools import islice

import torch
import torch.nn as nn
import torch.nn.functional as F

from model import Enc, File, Tok, batch, mean
from shipped import shipped
from stances import items, read
from wordings import Wordings

p = argparse.ArgumentParser()
p.add_argument("source"); p.add_argument("out")
p.add_argument("--wordings", nargs="*", default=[]); p.add_argument("--stances", nargs="*", default=[])
p.add_argument("--from", dest="begin"); p.add_argument("--keep", type=int, default=0); p.add_argument("--steps", type=int, default=400)
p.add_argument("--rate", type=float, default=5e-5); p.add_argument("--end", type=float, default=0.0)
p.add_argument("--events", type=int, default=3); p.add_argument("--items", type=int, default=3); p.add_argument("--per", type=int, default=4)
p.add_argument("--temperature", type=float, default=0.07); p.add_argument("--longest", type=int, default=96)
p.add_argument("--threads", type=int, default=1); p.add_argument("--clauses")
a = p.parse_args()
if not (a.wordings or a.stances): p.error("nothing to learn from: neither --wordings nor --stances")
torch.manual_seed(1); random.seed(1); torch.set_num_threads(a.threads)
CLAIMS, LOOSE, READ, SHARE = 7, 5, 128, 0.25

f = File(a.source)
scale, bias = nn.Parameter(torch.tensor(math.log(10.0))), nn.Parameter(torch.tensor(-5.0))
if a.begin and os.path.isdir(a.begin): m, _, tok = shipped(f, a.begin)
else:
    m, tok = Enc(f), Tok(f)
    if a.begin:
        saved = torch.load(a.begin); m.load_state_dict(saved["model"])
        scale.data.fill_(saved["scale"]); bias.data.fill_(saved["bias"])
for name, weight in m.named_parameters(): weight.requires_grad = name not in ("pos", "word.weight")
for part in ([m.ln] if a.keep else []) + list(m.layers[: a.keep]): part.requires_grad_(False)

wordings = Wordings(tok, a.clauses); events = wordings.events(a.wordings)

def known(item):
    """Texts of an item, each with its stretches: the claims they belong to, the first piece and the one behind."""
    owned = lambda spans: ((start, end, {claim for claim, sign in stands.items() if sign == "+"} or set(stands)) for start, end, stands in spans)
    for claim, text in item["claims"].items(): pieces = tok(text)[: READ - 2]; yield pieces, [({claim}, 0, len(pieces))]
    for text, spans in item["paragraphs"]: yield from read(tok, text, owned(spans), READ)
stances = [list(known(item)) for name in a.stances for item in items(name)]
print(len(events), "events,", len(stances), "items,", sum(len(marks) for item in stances for _, marks in item), "stretches", flush=True)

learnt = [w for w in m.parameters() if w.requires_grad]
groups = [{"params": learnt, "lr": a.rate, "weight_decay": 0.01}, {"params": [scale, bias], "lr": 30 * a.rate, "weight_decay": 0}]
optimiser = torch.optim.AdamW(groups)
rates = torch.optim.lr_scheduler.LambdaLR(
    optimiser, lambda i: min(1, (i + 1) / max(1, 0.08 * a.steps)) * max(0.02, 1 - (1 - a.end) * i / a.steps))

def picked(event):
    """Some wordings of an event, each with its claim; a loose line is of a claim of its own."""
    claims = list(enumerate(event["claims"]))
    if len(claims) > CLAIMS: claims = random.sample(claims, CLAIMS)
    for number, own in claims:
        for wording in random.sample(own, min(a.per, len(own))): yield {number}, wording
    for number, line in enumerate(random.sample(event["loose"], min(LOOSE, len(event["loose"])))): yield {~number}, line

def endless(all_of):
    while all_of: yield from random.sample(all_of, len(all_of))
told, stood = endless(events), endless(stances)

def texts():
    """Texts of one step: pieces, stretches, of which event or item, and whether their paragraphs count."""
    for at, event in enumerate(islice(told, a.events)):
        for pieces, spans in wordings.texts(picked(event), a.longest, [50, 35, 15], [0.35, 0.55]): yield pieces, spans, at, False
    for at, item in enumerate(islice(stood, a.items), a.events):
        for pieces, spans in item: yield pieces, spans, at, True

def loss():
    rows = sorted(texts(), key=lambda row: len(row[0])); size = max(1, -(-len(rows) // 6)); found, claims, owner = [], [], []
    for begin in range(0, len(rows), size):
        part = rows[begin : begin + size]
        for states, (pieces, spans, at, around) in zip(m(*batch(f, [row[0] for row in part])), part):
            whole = F.normalize(mean(states, 0, len(pieces)), dim=-1)
            for of, start, end in spans:
                vector = F.normalize(mean(states, start, end), dim=-1)
                found.append(vector + SHARE * whole if around and random.random() < 0.5 else vector)
                claims.append({(at, claim) for claim in of}); owner.append(at)
    v = F.normalize(torch.stack(found), dim=-1); owner = torch.tensor(owner)
    number = {claim: i for i, claim in enumerate(set().union(*claims))}; of = torch.zeros(len(v), len(number))
    for i, own in enumerate(claims):
        for claim in own: of[i, number[claim]] = 1
    cosine, itself, none = v @ v.T, torch.eye(len(v), dtype=torch.bool), of.sum(1) == 0
    same = owner[:, None] == owner[None]; unknown = itself | (same & none[:, None] & none[None]); one = (of @ of.T > 0) & ~itself
    logits = (cosine / a.temperature).masked_fill(unknown, -1e4); logits = logits - torch.logsumexp(logits, 1, keepdim=True)
    has = one.any(1); contrast = -((logits * one).sum(1)[has] / one.sum(1)[has]).mean()
    weight = torch.where(one, 3.0, 1.0) * (same & ~unknown)
    pairs = F.binary_cross_entropy_with_logits(cosine * scale.exp() + bias, one.float(), reduction="none")
    return contrast + (pairs * weight).sum() / weight.sum()

begin, total = time.time(), 0.0
m.train()
for done in range(1, a.steps + 1):
    with torch.autocast("cpu", dtype=torch.bfloat16): value = loss()
    optimiser.zero_grad(); value.backward(); nn.utils.clip_grad_norm_(learnt, 1.0); optimiser.step(); rates.step()
    total += value.item()
    if done % 20 == 0: print(done, a.steps, "loss %.3f" % (total / 20), "%.1f s a step" % ((time.time() - begin) / done), flush=True); total = 0.0
    if done % 100 == 0 or done == a.steps:
        torch.save({"model": m.state_dict(), "layers": None, "scale": scale.item(), "bias": bias.item()}, a.out)
