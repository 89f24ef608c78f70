"""Packs what was trained on from the encoder that ships: its layers take the place of those in models/claims, and every other
byte stays.

  python training/encoder/repack.py SOURCE [--vectors CHECKPOINT] [--stance STANCE] --texts FILE...

SOURCE, --texts: as pack.py has them. CHECKPOINT: what `train.py --from models/claims --keep N` saved and project.py gave a
projection, N being how many layers come before those of the stance. STANCE: what `stance.py SOURCE models/claims …` saved.
Without --vectors, vectors stay the same; without --stance, leanings do. Needs what pack.py needs.
"""
import argparse, json, os

import torch, torch.nn.functional as F

from model import Enc, File, Stance, encode, whole
from packing import OURS, Packer, leaningsOff, stretches, wordings
from shipped import halves, sectionsOf, shipped

ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..")
p = argparse.ArgumentParser()
p.add_argument("source"); p.add_argument("--vectors"); p.add_argument("--stance"); p.add_argument("--texts", nargs="*", default=[])
p.add_argument("--folder", default=os.path.join(ROOT, "models", "claims")); p.add_argument("--quality", type=int, default=11)
p.add_argument("--reference", default=os.path.join(ROOT, "test", "cases", "encoder.json"))
a = p.parse_args()
if not (a.vectors or a.stance): p.error("nothing to pack: neither --vectors nor --stance")

f = File(a.source); m, stance, tok = shipped(f, a.folder); packer = Packer()
packer.sections.update(sectionsOf(a.folder))
sizes = json.loads(packer.sections["encoder"]); tokens, after = sizes["tokens"], sizes["stance"]["after"]
# What the layers behind the ones that stay begin with has one scale for both branches.
incoming = halves(packer.sections[f"layer{after}.joined.incoming"]).astype("<f2")
texts = list(wordings(a.texts)); some = texts[3 :: max(1, len(texts) // 400)]
learnt = [tok(t)[: tokens - 2] for t in [text for text, _ in OURS] + some + [f"{x}. {y}" for x, y in zip(some[::2], some[1::2])]]
ours = [tok.stretch(*one, tokens) for one in stretches()]
short = ours + [whole(tok(t), tokens) for t in texts[:: max(1, len(texts) // 300)]]
reference = json.load(open(a.reference, encoding="utf8"))

if a.vectors:
    state = torch.load(a.vectors)["model"]; projection = state.pop("proj.weight")
    trained = Enc(f); trained.load_state_dict(state); trained.eval()
    kept = lambda model: [w for part in [model.ln, *model.layers[:after]] for w in part.parameters()]
    assert all(map(torch.equal, kept(m), kept(trained))), "layers before those of the stance were trained"
    named = [(f"layer{n}", one) for n, one in enumerate(trained.layers)][after:]
    packer.look(f, [trained], named, learnt)
    roughly = Enc(f); roughly.load_state_dict(state); roughly.eval()
    for n, (name, one) in enumerate(named): packer.written(name, one, roughly.layers[after + n], incoming if n == 0 else None)
    packer.floats("projection", projection)
    vectors = lambda model: F.normalize(encode(model, f, short) @ projection.T, dim=-1)
    exact, made = vectors(trained), vectors(roughly); cosines = (exact * made).sum(-1)
    print(f"cosine of whole numbers to the checkpoint: mean {cosines.mean():.5f}, least {cosines.min():.5f}")
    for case, vector in zip(reference["cases"], exact, strict=False): case["vector"] = [round(x, 5) for x in vector.tolist()]
if a.stance:
    stood = Stance.saved(m, torch.load(a.stance)).eval()
    assert (stood.after, len(stood.layers)) == (after, len(stance.layers)), "the stance is of another shape"
    packer.look(f, [stood], [(f"stance{n}", one) for n, one in enumerate(stood.layers)], learnt)
    roughly = packer.stance(f, stood, m, incoming)
    leanings = stood.leanings(f, short)
    print("leanings of whole numbers:", leaningsOff(leanings, roughly.leanings(f, short)))
    for case, leaning in zip(reference["cases"], leanings, strict=False): case["leaning"] = [round(x, 3) for x in leaning.tolist()]
reference["sha256"] = packer.save(a.folder, a.quality)
json.dump(reference, open(a.reference, "w", encoding="utf8"), ensure_ascii=False, separators=(",", ":"))
