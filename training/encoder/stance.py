"""Trains what tells the stance of a clause (training/wordings, training/stances): layers of its own behind some of the encoder's.

  python training/encoder/stance.py SOURCE CHECKPOINT OUT [--from FILE] [--steps N] [--rate R] --wordings FILE... --stances FILE... --twice FILE...

CHECKPOINT is what train.py saved, or the folder of an encoder that ships (models/claims), whose stance is then trained on; its
other layers stay as they are. Each step takes the wordings of some events, each alone or with one or two others and half of
them with what frames.txt puts around a clause, and some paragraphs with all of their marks. The mean of the pieces of what is
marked is weighed into three chances (cross entropy): it affirms, denies, leaves open. What takes no stand on the claims of its
item affirms what it says. Items of --twice count double. One in `--held` items is kept out, and measured on now and then.
Needs numpy and torch.
"""
import argparse, os, random, re, time

import torch
import torch.nn as nn
import torch.nn.functional as F

from model import Enc, File, Stance, Tok, batch, mean
from shipped import shipped
from stances import items, read
from wordings import Wordings

p = argparse.ArgumentParser()
p.add_argument("source"); p.add_argument("checkpoint"); p.add_argument("out")
p.add_argument("--wordings", nargs="+", default=[]); p.add_argument("--stances", nargs="+", default=[]); p.add_argument("--twice", nargs="+", default=[])
p.add_argument("--clauses"); p.add_argument("--from", dest="begin")
p.add_argument("--after", type=int, default=4); p.add_argument("--layers", type=int, default=6)
p.add_argument("--steps", type=int, default=400); p.add_argument("--rate", type=float, default=1e-4)
p.add_argument("--events", type=int, default=1); p.add_argument("--paragraphs", type=int, default=16)
p.add_argument("--held", type=int, default=0); p.add_argument("--threads", type=int, default=1)
a = p.parse_args()
torch.manual_seed(1); random.seed(1); torch.set_num_threads(a.threads)
LONGEST, SIGNS = 128, {"+": 0, "=": 0, "-": 1, "?": 2}

f = File(a.source)
if os.path.isdir(a.checkpoint): m, net, tok = shipped(f, a.checkpoint)
else: m, tok = Enc(f), Tok(f); m.load_state_dict(torch.load(a.checkpoint)["model"]); m.eval()
# A frame that denies what it holds would turn it round.
wordings = Wordings(tok, a.clauses, re.compile("démenti|denied|dénonce|denounced"))
events = [[one for claim in event["claims"] for one in claim] for event in wordings.events(a.wordings)]

def sided(stands, before):
    """The stance of words that take these stands, by claim. Where they affirm one claim and so deny its rival, it is a denial
    if the rival was affirmed before in the paragraph."""
    signs = set(stands.values())
    if signs == {"+", "-"}: return SIGNS["-" if any(sign == "-" and claim in before for claim, sign in stands.items()) else "+"]
    return SIGNS["-" if "-" in signs else "?" if "?" in signs else "+"]
def signed(spans):
    before = set()
    for start, end, stands in spans:
        yield start, end, sided(stands, before)
        before |= {claim for claim, sign in stands.items() if sign == "+"}

known, often = [], []
for name in a.stances + a.twice:
    for item in items(name):
        known.append([row for text, spans in item["paragraphs"] for row in read(tok, text, signed(spans), LONGEST)])
        often.append(2 if name in a.twice else 1)
both = list(zip(known, often)); random.Random(7).shuffle(both)
held = [item for item, _ in both[:: a.held]] if a.held else []
paragraphs = [one for item, times in both if item not in held for one in item * times]
print(len(events), "events,", len(known), "items,", sum(len(marks) for _, marks in paragraphs), "marks", flush=True)

for weight in m.parameters(): weight.requires_grad = False
if not os.path.isdir(a.checkpoint): net = Stance(m, a.after, a.layers)
for weight in net.parameters(): weight.requires_grad = True
if a.begin: net.load_state_dict(torch.load(a.begin)["stance"])
head = list(net.out.parameters()); rest = list(net.layers.parameters())
optimiser = torch.optim.AdamW([{"params": rest, "lr": a.rate, "weight_decay": 0.01}, {"params": head, "lr": 10 * a.rate, "weight_decay": 0.01}])
rates = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda i: min(1, (i + 1) / max(1, 0.08 * a.steps)) * max(0.03, 1 - i / a.steps))

def said(event):
    """The wordings of an event in texts, each with its stance."""
    return wordings.texts([(SIGNS[one[0]], one) for one in event], LONGEST, [60, 30, 10], [0.3, 0.45])

def scores(rows):
    """What each stretch of some texts is weighed as, and its stance."""
    rows = sorted(rows, key=lambda row: len(row[0])); size = max(1, -(-len(rows) // 4)); found, signs = [], []
    for begin in range(0, len(rows), size):
        part = rows[begin : begin + size]
        for states, (_, spans) in zip(net(*batch(f, [text for text, _ in part])), part):
            for sign, start, end in spans: found.append(mean(states, start, end)); signs.append(sign)
    return net.out(torch.stack(found)).float(), torch.tensor(signs)

def measured(rows):
    net.eval(); right = count = two = both = 0
    with torch.no_grad(), torch.autocast("cpu", dtype=torch.bfloat16):
        for at in range(0, len(rows), 32):
            found, signs = scores(rows[at : at + 32]); right += (found.argmax(1) == signs).sum().item(); count += len(signs)
            sided = signs < 2; two += ((found[:, 1] > found[:, 0]) == (signs == 1))[sided].sum().item(); both += sided.sum().item()
    net.train(); return "%.1f of three, %.1f of two" % (100 * right / max(1, count), 100 * two / max(1, both))

begin, done, totals = time.time(), 0, [0.0, 0.0]
waiting, queue = [], []
if held: print("held before:", measured([one for item in held for one in item]), flush=True)
net.train()
while done < a.steps:
    if len(waiting) < a.paragraphs: waiting = random.sample(paragraphs, len(paragraphs))
    if len(queue) < a.events: queue = random.sample(events, len(events))
    told = [waiting.pop() for _ in range(a.paragraphs)]
    plain = [row for _ in range(a.events) for row in said(queue.pop())] if events else []
    with torch.autocast("cpu", dtype=torch.bfloat16):
        found, signs = scores(told); first = F.cross_entropy(found, signs, label_smoothing=0.05)
        second = torch.tensor(0.0)
        if plain: found, signs = scores(plain); second = F.cross_entropy(found, signs, label_smoothing=0.05)
        loss = first + 0.5 * second
    optimiser.zero_grad(); loss.backward(); nn.utils.clip_grad_norm_(net.parameters(), 1.0); optimiser.step(); rates.step()
    done += 1; totals[0] += first.item(); totals[1] += second.item()
    if done % 20 == 0:
        print(done, a.steps, "marks %.3f, wordings %.3f" % (totals[0] / 20, totals[1] / 20), "%.1f s a step" % ((time.time() - begin) / done), flush=True); totals = [0.0, 0.0]
    if held and done % 100 == 0: print("  held", measured([one for item in held for one in item]), flush=True)
torch.save({"stance": net.state_dict(), "after": net.after, "layers": len(net.layers)}, a.out)
