"""Trains the encoder of claims on wordings of our own (training/wordings).

  python training/encoder/train.py SOURCE OUT [--from CHECKPOINT] [--clauses FILE] [--steps N] [--rate R] [--end E] FILE...

Each step takes three events, seven claims of each, `--per` wordings of a claim and five loose lines. One to three of them
stand in one text, as clauses stand in an article: behind one another or joined, half of them with what frames.txt puts
around a clause. A wording's vector is the mean of its own pieces, read with all of the text; of a wording that `--clauses`
knows (training/encoder/clauses.ts) now and then that of its clause. Wordings of one claim are drawn together and all others
pushed away, by the softmax over all of the step (InfoNCE, van den Oord et al. 2018, with several positives as in Khosla et
al. 2020) plus, within an event, a sigmoid on each pair (Zhai et al. 2023). Pieces keep their published vectors. The rate
rises for a twelfth of the steps and falls to `--end` of itself. Needs numpy and torch.
"""
import argparse, math, random, time

import torch
import torch.nn as nn
import torch.nn.functional as F

from model import Enc, File, Tok, batch, mean
from wordings import Wordings

p = argparse.ArgumentParser()
p.add_argument("source"); p.add_argument("out"); p.add_argument("files", nargs="+")
p.add_argument("--from", dest="begin"); p.add_argument("--steps", type=int, default=400)
p.add_argument("--rate", type=float, default=5e-5); p.add_argument("--end", type=float, default=0.0)
p.add_argument("--per", type=int, default=4); p.add_argument("--temperature", type=float, default=0.07)
p.add_argument("--longest", type=int, default=96); p.add_argument("--threads", type=int, default=1)
p.add_argument("--clauses")
a = p.parse_args()
torch.manual_seed(1); random.seed(1); torch.set_num_threads(a.threads)
EVENTS, CLAIMS, LOOSE = 3, 7, 5

f = File(a.source); wordings = Wordings(Tok(f), a.clauses); events = wordings.events(a.files)
random.Random(7).shuffle(events)
m = Enc(f)
scale, bias = nn.Parameter(torch.tensor(math.log(10.0))), nn.Parameter(torch.tensor(-5.0))
if a.begin:
    saved = torch.load(a.begin); m.load_state_dict(saved["model"])
    scale.data.fill_(saved["scale"]); bias.data.fill_(saved["bias"])
learnt = [w for name, w in m.named_parameters() if w.requires_grad and name != "pos"]
groups = [{"params": learnt, "lr": a.rate, "weight_decay": 0.01}, {"params": [scale, bias], "lr": 30 * a.rate, "weight_decay": 0}]
optimiser = torch.optim.AdamW(groups)
rates = torch.optim.lr_scheduler.LambdaLR(
    optimiser, lambda i: min(1, (i + 1) / max(1, 0.08 * a.steps)) * max(0.02, 1 - (1 - a.end) * i / a.steps))

def items(event):
    claims = list(enumerate(event["claims"]))
    if len(claims) > CLAIMS: claims = random.sample(claims, CLAIMS)
    for number, own in claims:
        for wording in random.sample(own, min(a.per, len(own))): yield number, wording
    for number, line in enumerate(random.sample(event["loose"], min(LOOSE, len(event["loose"])))): yield 1000 + number, line

def loss(some):
    rows = [(text, spans, at) for at, event in enumerate(some) for text, spans in wordings.texts(items(event), a.longest, [50, 35, 15], [0.35, 0.55])]
    rows.sort(key=lambda row: len(row[0])); size = max(1, -(-len(rows) // 5)); found, labels, owner = [], [], []
    for begin in range(0, len(rows), size):
        part = rows[begin : begin + size]
        for states, (_, spans, at) in zip(m(*batch(f, [text for text, _, _ in part])), part):
            for label, start, end in spans: found.append(mean(states, start, end)); labels.append(10000 * at + label); owner.append(at)
    v = F.normalize(torch.stack(found), dim=-1); labels, owner = torch.tensor(labels), torch.tensor(owner)
    cosine, itself = v @ v.T, torch.eye(len(labels), dtype=torch.bool)
    one = (labels[:, None] == labels[None]) & ~itself
    logits = (cosine / a.temperature).masked_fill(itself, -1e4); logits = logits - torch.logsumexp(logits, 1, keepdim=True)
    has = one.any(1); contrast = -((logits * one).sum(1)[has] / one.sum(1)[has]).mean()
    weight = torch.where(one, 3.0, 1.0) * ((owner[:, None] == owner[None]) & ~itself)
    pairs = F.binary_cross_entropy_with_logits(cosine * scale.exp() + bias, one.float(), reduction="none")
    return contrast + (pairs * weight).sum() / weight.sum()

begin, done, total = time.time(), 0, 0.0
while done < a.steps:
    random.shuffle(events)
    for at in range(0, len(events) - EVENTS + 1, EVENTS):
        if done == a.steps: break
        m.train()
        with torch.autocast("cpu", dtype=torch.bfloat16): value = loss(events[at : at + EVENTS])
        optimiser.zero_grad(); value.backward(); nn.utils.clip_grad_norm_(learnt, 1.0); optimiser.step(); rates.step()
        done += 1; total += value.item()
        if done % 20 == 0: print(done, a.steps, "loss %.3f" % (total / 20), "%.1f s a step" % ((time.time() - begin) / done), flush=True); total = 0.0
torch.save({"model": m.state_dict(), "layers": None, "scale": scale.item(), "bias": bias.item()}, a.out)
