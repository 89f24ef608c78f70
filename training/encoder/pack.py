"""Packs a trained sentence encoder into models/claims/weights.bin, as src/analysis/encoder reads it.

  python training/encoder/pack.py CHECKPOINT SOURCE --stance FILE --words FILE FILE --texts FILE...

CHECKPOINT  what train.py saved: {'model': state of Enc, 'layers': list or None, …}; `proj.weight` where it has one
SOURCE      the file the encoder was begun from: its pieces, their scores and its word vectors (4 bits)
--stance    what stance.py saved: layers of its own behind some of the checkpoint's, and what their mean is weighed by
--words     lists of words with their frequencies (wordfreq's large_fr.msgpack.gz, large_en.msgpack.gz): the pieces
            that these words are made of are kept, the most used first
--texts     training texts (sign, language, TAB, wording): their pieces count too, and activations are measured on them

Needs numpy, torch, brotli, msgpack. Writes weights.bin and model.json to --out, and --reference, vectors of sentences
of our own as the checkpoint itself makes them, which the tests compare with.
"""
import argparse, gzip, json, os, re, unicodedata
import msgpack, numpy as np, torch, torch.nn.functional as F
from model import Enc, File, Stance, Tok, encode, whole
from packing import OURS, Packer, leaningsOff, stretches, wordings

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.join(HERE, "..", "..")
p = argparse.ArgumentParser()
p.add_argument("checkpoint"); p.add_argument("source")
p.add_argument("--stance"); p.add_argument("--words", nargs="*", default=[]); p.add_argument("--texts", nargs="*", default=[])
p.add_argument("--pieces", type=int, default=32000)
p.add_argument("--levels", type=int, default=31, help="largest cell of a matrix, at most 31; fewer make a smaller file")
p.add_argument("--tokens", type=int, default=128)
p.add_argument("--layers", help="which layers of the source, where the checkpoint does not say")
p.add_argument("--margin", type=float, default=1.1, help="room for inputs larger than those seen")
p.add_argument("--cut", type=int, help="keep so many first layers (to measure speed, not for use)")
p.add_argument("--out", default=os.path.join(ROOT, "models", "claims"))
p.add_argument("--reference", default=os.path.join(ROOT, "test", "cases", "encoder.json"))
p.add_argument("--kept", help="also writes the numbers of the kept pieces, for training with these alone (JSON)")
p.add_argument("--quality", type=int, default=11)
a = p.parse_args()
SPACE = "\u2581"

f = File(a.source); H, NH, FF = f.H, f.NH, f.FF
saved = torch.load(a.checkpoint, map_location="cpu"); state = saved["model"]
state = {k: v.float() for k, v in state.items()}
layers = 1 + max(int(k.split(".")[1]) for k in state if k.startswith("layers."))
if a.cut: layers = min(layers, a.cut)
proj = state.get("proj.weight")
assert H // NH == 32, "the attention kernel works on heads of 32 cells"
m = Enc(f, list(range(layers)))
m.load_state_dict({k: v for k, v in state.items() if not k.startswith("proj.") and not (k.startswith("layers.") and int(k.split(".")[1]) >= layers)})
m.eval()
stance = Stance.saved(m, torch.load(a.stance)).eval() if a.stance else None

texts = list(wordings(a.texts))

# Which pieces are kept.
full = Tok(f)
special = [f.bos, f.pad, f.eos, f.unk]
counts = np.zeros(f.n)
def count(word, weight):
    for i in full(word): counts[i] += weight
for name in a.words:
    french = "_fr" in os.path.basename(name)
    for bucket, words in enumerate(msgpack.load(gzip.open(name), raw=False)[1:]):
        share = 10 ** (-bucket / 100)
        if share < 5e-8: continue
        for w in words:
            count(w, share)
            count(w[:1].upper() + w[1:], share / 10)
            if french and w[0] in "aàâeéèêhiîoôuyœ": count("l'" + w, share / 10)
            if len(w) > 1 and share > 1e-6: count(w.upper(), share / 300)
for t in texts: count(t, 3e-7)
def latin(c): return c.isascii() and c.isprintable() or unicodedata.name(c, "").startswith("LATIN") or (ord(c) < 0x2C00 and unicodedata.category(c)[0] in "PSN") or c == SPACE
always = {i for i, s in enumerate(f.pieces) if i not in special and (len(s) == 1 and latin(s) or len(s) == 2 and s[0] == SPACE and latin(s[1]))}
always |= {i for i, s in enumerate(f.pieces) if re.fullmatch(SPACE + "?[0-9.,:/%h€$£-]*[0-9][0-9.,:/%h€$£-]*", s)}  # lists of words have no numbers
ranked = [int(i) for i in np.argsort(-counts, kind="stable") if counts[i] > 0 and i not in special and i not in always and "\n" not in f.pieces[i]]
kept = special + sorted(always | set(ranked[: max(0, a.pieces - len(always) - 4)]))
mass = counts[kept].sum() / counts.sum() if counts.sum() else 1
if a.kept: json.dump(kept, open(a.kept, "w"))
print(f"{len(kept)} pieces of {f.n} ({len(always)} single characters and numbers), {100 * mass:.2f} % of what texts use")
tok = Tok(f, keep=set(kept)); new = {old: i for i, old in enumerate(kept)}

# Word vectors: the source's own cells where training left them alone.
dt, _, off, _ = f.dir["emb.word"]
blocks = np.frombuffer(f.b, np.uint8, f.VOC * (H // 32) * 18, off).reshape(f.VOC, H // 32, 18)[kept]
half = blocks[:, :, :2].copy().view(np.float16).astype(np.float32)
q = blocks[:, :, 2:]
own = (np.concatenate([(q & 15).astype(np.float32) - 8, (q >> 4).astype(np.float32) - 8], 2) * half).reshape(len(kept), H)
assert np.array_equal(own, state["word.weight"].numpy()[kept]), "word vectors were trained: they are not the source's"

packer = Packer(a.levels, a.margin); sections, put, floats, planes = packer.sections, packer.put, packer.floats, packer.planes
named = [(f"layer{n}", y) for n, y in enumerate(m.layers)] + [(f"stance{n}", y) for n, y in enumerate(stance.layers if stance else [])]
some = texts[3 :: max(1, len(texts) // 400)]
learnt = [tok(t) for t in [text for text, _ in OURS] + some + [f"{x}. {y}" for x, y in zip(some[::2], some[1::2])]]
packer.look(f, [m] + ([stance] if stance else []), named, [t[: a.tokens - 2] for t in learnt])

sections["encoder"] = b""
sections["pieces"] = "\n".join(f.pieces[i] for i in kept).encode()
put("pieces.scores", f.scores[kept].astype("<f4"))
put("words.cells", q); planes("words.scales", blocks[:, :, :2].copy().view("<u2"))
planes("positions", state["pos"][: a.tokens].numpy().astype("<f2").view("<u2"))
floats("begin.gain", m.ln.weight); floats("begin.shift", m.ln.bias)
quantised = Enc(f, list(range(layers))); quantised.load_state_dict(m.state_dict()); quantised.eval()
incoming = [packer.written(f"layer{n}", y, z) for n, (y, z) in enumerate(zip(m.layers, quantised.layers))]
roughly = packer.stance(f, stance, quantised, incoming[stance.after]) if stance else None
if proj is not None: floats("projection", proj)

def vectors(model, stretches):
    v = encode(model, f, stretches)
    return v if proj is None else F.normalize(v @ proj.T, dim=-1)
sample = texts[:: max(1, len(texts) // 300)]
ours = stretches(); cases = [tok.stretch(*one, a.tokens) for one in ours]
short = cases + [whole(tok(t), a.tokens) for t in sample]
exact = vectors(m, short); leanings = stance.leanings(f, short) if stance else None
config = dict(tokens=a.tokens, hidden=H, heads=NH, inner=FF, layers=layers, output=H if proj is None else proj.shape[0], projected=proj is not None,
    **(dict(stance=dict(after=stance.after, layers=len(stance.layers))) if stance else {}), epsilon=f.eps, begin=0, end=2, unknown=3, unknownScore=full.unkscore)
assert kept[0] == f.bos and kept[2] == f.eos and kept[3] == f.unk
sections["encoder"] = json.dumps(config, separators=(",", ":")).encode()
def cosines(u, v):
    c = (u * v).sum(-1); return f"mean {c.mean():.5f}, least {c.min():.5f}"
print("cosine of whole numbers to the checkpoint:", cosines(exact, vectors(quantised, short)))
print("cosine of fewer pieces to all:", cosines(exact[len(cases) :], vectors(m, [whole(full(t), a.tokens) for t in sample])))
if stance: print("leanings of whole numbers:", leaningsOff(leanings, roughly.leanings(f, short)))
print("tokens a text: %.1f with all pieces, %.1f with those kept" % (np.mean([len(full(t)) + 2 for t in sample]), np.mean([len(t) + 2 for t, _, _ in short[len(cases) :]])))

sha = packer.save(a.out, a.quality)
if a.reference:
    cases = [dict(text=text, start=start, end=end, tokens=[0] + [new[i] for i in pieces] + [2], vector=[round(x, 5) for x in v.tolist()],
        **(dict(leaning=[round(x, 3) for x in leanings[i].tolist()]) if stance else {}))
        for i, ((text, start, end), (pieces, _, _), v) in enumerate(zip(ours, cases, exact))]
    json.dump(dict(sha256=sha, cases=cases), open(a.reference, "w"), ensure_ascii=False, separators=(",", ":"))
