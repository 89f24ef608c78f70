"""Packs a stance that was trained behind the encoder that ships: its layers take the place of those in models/claims, and every
other byte stays, so that vectors stay the same.

  python training/encoder/restance.py SOURCE STANCE --texts FILE...

SOURCE, --texts: as pack.py has them. STANCE: what `stance.py SOURCE models/claims …` saved. Needs what pack.py needs.
"""
import argparse, json, os

import numpy as np, torch

from model import File, Stance, whole
from packing import OURS, Packer, leaningsOff, stretches, wordings
from shipped import sectionsOf, shipped

ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..")
p = argparse.ArgumentParser()
p.add_argument("source"); p.add_argument("stance"); p.add_argument("--texts", nargs="*", default=[])
p.add_argument("--folder", default=os.path.join(ROOT, "models", "claims")); p.add_argument("--quality", type=int, default=11)
p.add_argument("--reference", default=os.path.join(ROOT, "test", "cases", "encoder.json"))
a = p.parse_args()

f = File(a.source); m, _, tok = shipped(f, a.folder); packer = Packer()
packer.sections.update(sectionsOf(a.folder))
sizes = json.loads(packer.sections["encoder"]); tokens, after = sizes["tokens"], sizes["stance"]["after"]
stance = Stance.saved(m, torch.load(a.stance)).eval()
assert (stance.after, len(stance.layers)) == (after, sizes["stance"]["layers"]), "the stance is of another shape"
texts = list(wordings(a.texts)); some = texts[3 :: max(1, len(texts) // 400)]
learnt = [tok(t)[: tokens - 2] for t in [text for text, _ in OURS] + some + [f"{x}. {y}" for x, y in zip(some[::2], some[1::2])]]
packer.look(f, [stance], [(f"stance{n}", one) for n, one in enumerate(stance.layers)], learnt)
low, high = np.frombuffer(packer.sections[f"layer{after}.joined.incoming"], np.uint8).reshape(2, -1).astype(np.uint16)
roughly = packer.stance(f, stance, m, (low | high << 8).view("<f2"))
ours = [tok.stretch(*one, tokens) for one in stretches()]
short = ours + [whole(tok(t), tokens) for t in texts[:: max(1, len(texts) // 300)]]
leanings = stance.leanings(f, short)
print("leanings of whole numbers:", leaningsOff(leanings, roughly.leanings(f, short)))
sha = packer.save(a.folder, a.quality)
reference = json.load(open(a.reference, encoding="utf8")); reference["sha256"] = sha
for case, leaning in zip(reference["cases"], leanings, strict=False): case["leaning"] = [round(x, 3) for x in leaning.tolist()]
json.dump(reference, open(a.reference, "w", encoding="utf8"), ensure_ascii=False, separators=(",", ":"))
