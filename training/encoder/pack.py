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
import argparse, copy, gzip, hashlib, json, os, re, sys, unicodedata
import brotli, msgpack, numpy as np, torch, torch.nn.functional as F
from model import Enc, File, Stance, Tok, batch, encode, whole

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

# Texts of ours: signs and languages before the tab are no part of the wording.
def wordings():
    for name in a.texts:
        for line in open(name, encoding="utf8"):
            line = line.rstrip("\n")
            if line.startswith("= "): yield line[2:]
            elif "\t" in line: yield line.split("\t", 1)[1]
texts = list(wordings())

# Sentences of our own, and a stretch of some: the tests compare with them.
OURS = [
    ("Le préfet a démenti toute négligence dans l'entretien de la digue.", "toute négligence dans l'entretien de la digue"),
    ("The mayor denied that the works had been paid for twice.", "the works had been paid for twice"),
    ("« Rien n'a été caché », a-t-il déclaré à la radio locale", "Rien n'a été caché"),
    ("que l'usine d'Orval fermerait avant l'été, selon deux syndicats", "l'usine d'Orval fermerait avant l'été"),
    ("it would cost 1,250,000 euros, or 3.5% of the town's budget", ""),
    ("of having signed the contract with Batel & Sons on 4 March 2025", ""),
    ("avoir touché le moindre pot-de-vin", ""),
    ("une fuite de gaz est à l'origine de l'explosion qui a fait trois morts et une vingtaine de blessés dans la nuit de samedi à dimanche à Port-Aubry", ""),
    ("The ferry's captain, who had been at the helm for eleven hours, told investigators that nobody had warned him of the fog, and the company has since said its own rules on rest were kept.", "nobody had warned him of the fog"),
    ("AUCUN ÉLÈVE N'A ÉTÉ BLESSÉ", ""),
    ("Œuvre naïve: Łódź, Ærø, ﬁnance, 5 º, ½ litre… “quoted” – done", ""),
    ("Elle a été reçue à l’Élysée", ""),
    ("no", ""),
    ("emoji 🙂 and 漢字 and кириллица in a clause", ""),
]

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

sections = {}
def put(name, array): sections[name] = np.ascontiguousarray(array).tobytes()
def floats(name, t): put(name, t.detach().numpy().astype("<f4"))
def planes(name, u16): u = u16.astype("<u2").ravel(); sections[name] = (u & 255).astype(np.uint8).tobytes() + (u >> 8).astype(np.uint8).tobytes()
def rounded(w, inputs):
    """Whole cells and the scale of each row (one cell of what comes out). Column by column, what rounding loses is made
    good in the columns that are still to come, as far as inputs (their products, averaged) go together: GPTQ, Frantar
    et al. 2022."""
    n = w.shape[1]; top = np.abs(w).max(1) / a.levels; top[top == 0] = 1
    scale = top; least = np.full(len(w), np.inf)
    for share in np.arange(1, 0.3, -0.05):  # a cell far larger than the others of its row is better cut short
        s = (top * share)[:, None]; lost = ((w - np.clip(np.rint(w / s), -a.levels, a.levels) * s) ** 2 * np.diag(inputs)).sum(1)
        scale = np.where(lost < least, s[:, 0], scale); least = np.minimum(least, lost)
    upper = np.linalg.cholesky(np.linalg.inv(inputs + 0.01 * np.trace(inputs) / n * np.eye(n))).T
    rest = w.copy(); cells = np.zeros_like(w)
    for start in range(0, n, 64):
        end = min(n, start + 64); lost = np.zeros((len(w), end - start))
        for j in range(start, end):
            cells[:, j] = np.clip(np.rint(rest[:, j] / scale), -a.levels, a.levels)
            lost[:, j - start] = (rest[:, j] - cells[:, j] * scale) / upper[j, j]
            rest[:, j + 1 : end] -= np.outer(lost[:, j - start], upper[j, j + 1 : end])
        rest[:, end:] -= lost @ upper[start:end, end:]
    return cells, scale.astype(np.float32)
class Incoming(torch.nn.Module):
    """What comes into a layer, as bytes."""
    def __init__(self, scale, least): super().__init__(); self.scale = torch.from_numpy(scale); self.least = least
    def forward(self, x): return torch.clamp(torch.round(x * self.scale), self.least, self.least + 255)
class Part(torch.nn.Module):
    """Questions, keys or values out of what is joined."""
    def __init__(self, i): super().__init__(); self.i = i
    def forward(self, x): return x[..., self.i * H : (self.i + 1) * H]
def dense(name, weight, bias, seen, least=-128, given=None):
    """Writes a layer. Each cell that comes in has a scale of its own, between one for all and one that gives each the
    whole range of a byte (Xiao et al. 2023), or the scale `given`; bytes stand for numbers from `least` on. The bias is set
    right by what rounding does to the mean input. Returns the layer as it was written."""
    w = weight.detach().double().numpy(); mean, products, most = seen
    own = np.sqrt(np.maximum(most, 1e-3)); own *= a.margin * (most / own).max()
    incoming = np.minimum((least + 255) / own, 60000 if least == -128 else least / -0.17).astype("<f2") if given is None else given; by = incoming.astype(np.float64)
    cells, scale = rounded(w / by, products * np.outer(by, by))
    bias = bias.detach() + torch.from_numpy(((w / by - cells * scale[:, None]) @ (mean * by)).astype(np.float32))
    put(name + ".cells", cells.astype(np.int8)); put(name + ".scales", scale.astype("<f4")); floats(name + ".bias", bias)
    planes(name + ".incoming", incoming.view("<u2"))
    layer = torch.nn.Linear(w.shape[1], w.shape[0])
    layer.weight.data, layer.bias.data = torch.from_numpy((cells * scale[:, None]).astype(np.float32)), bias
    return torch.nn.Sequential(Incoming(incoming.astype(np.float32), least), layer), incoming

# What comes into each layer, on texts of ours: its mean, its products with itself, how large it grows.
seen = {}
def watch(module, n, k):  # n: the name of a layer, k: which of its matrices
    def look(_, x):
        x = x[0].reshape(-1, x[0].shape[-1])[real].double().numpy()
        mean, products, most, count = seen.get((n, k), (0, 0, 0, 0))
        seen[n, k] = (mean + x.sum(0), products + x.T @ x, np.maximum(most, np.abs(x).max(0)), count + len(x))
    return module.register_forward_pre_hook(look)
named = [(f"layer{n}", y) for n, y in enumerate(m.layers)] + [(f"stance{n}", y) for n, y in enumerate(stance.layers if stance else [])]
hooks = [watch(l, name, k) for name, y in named for k, l in enumerate((y.q, y.ao, y.fi, y.fo))]
some = texts[3 :: max(1, len(texts) // 400)]
learnt = [tok(t) for t in [text for text, _ in OURS] + some + [f"{x}. {y}" for x, y in zip(some[::2], some[1::2])]]
with torch.no_grad():
    for i in range(0, len(learnt), 32):
        ids, mask = batch(f, [t[: a.tokens - 2] for t in learnt[i : i + 32]]); real = mask.bool().reshape(-1); m(ids, mask)
        if stance: stance(ids, mask)
for h in hooks: h.remove()
seen = {key: (mean / n, products / n, most) for key, (mean, products, most, n) in seen.items()}

sections["encoder"] = b""
sections["pieces"] = "\n".join(f.pieces[i] for i in kept).encode()
put("pieces.scores", f.scores[kept].astype("<f4"))
put("words.cells", q); planes("words.scales", blocks[:, :, :2].copy().view("<u2"))
planes("positions", state["pos"][: a.tokens].numpy().astype("<f2").view("<u2"))
floats("begin.gain", m.ln.weight); floats("begin.shift", m.ln.bias)
quantised = Enc(f, list(range(layers))); quantised.load_state_dict(m.state_dict()); quantised.eval()
def written(name, y, z, given=None):
    """Writes a layer y, and makes z what was written. Returns the scales of what comes into it."""
    joined, scales = dense(f"{name}.joined", torch.cat([y.q.weight, y.k.weight, y.v.weight]), torch.cat([y.q.bias, y.k.bias, y.v.bias]), seen[name, 0], given=given)
    z.q, z.k, z.v = (torch.nn.Sequential(joined, Part(i)) for i in range(3))
    z.ao, _ = dense(f"{name}.context", y.ao.weight, y.ao.bias, seen[name, 1])
    z.fi, _ = dense(f"{name}.inner", y.fi.weight, y.fi.bias, seen[name, 2])
    z.fo, _ = dense(f"{name}.outer", y.fo.weight, y.fo.bias, seen[name, 3], -16)
    floats(f"{name}.middle.gain", y.aln.weight); floats(f"{name}.middle.shift", y.aln.bias)
    floats(f"{name}.end.gain", y.oln.weight); floats(f"{name}.end.shift", y.oln.bias)
    return scales
incoming = [written(f"layer{n}", y, z) for n, (y, z) in enumerate(zip(m.layers, quantised.layers))]
if stance:
    # Its first layer begins with the bytes that the other layer behind the same one begins with.
    roughly = copy.deepcopy(stance); roughly.trunk = [quantised]
    for n, (y, z) in enumerate(zip(stance.layers, roughly.layers)): written(f"stance{n}", y, z, incoming[stance.after] if n == 0 else None)
    floats("stance.weights", stance.out.weight); floats("stance.bias", stance.out.bias)
if proj is not None: floats("projection", proj)

def vectors(model, stretches):
    v = encode(model, f, stretches)
    return v if proj is None else F.normalize(v @ proj.T, dim=-1)
sample = texts[:: max(1, len(texts) // 300)]
OURS = [(text, *((text.index(part), text.index(part) + len(part)) if part else (0, len(text)))) for text, part in OURS]
cases = [tok.stretch(*one, a.tokens) for one in OURS]
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
if stance:
    rough = roughly.leanings(f, short)
    print("leaning of whole numbers: off by %.3f on average, %.3f at most; the likeliest is another in %.1f %%" % (
        (leanings - rough).abs().mean(), (leanings - rough).abs().max(), 100 * (leanings.argmax(1) != rough.argmax(1)).float().mean()))
print("tokens a text: %.1f with all pieces, %.1f with those kept" % (np.mean([len(full(t)) + 2 for t in sample]), np.mean([len(t) + 2 for t, _, _ in short[len(cases) :]])))

head = json.dumps([[k, len(v)] for k, v in sections.items()], separators=(",", ":")).encode() + b"\n"
packed = brotli.compress(head + b"".join(sections.values()), quality=a.quality, lgwin=24)
sizes = {}
for k, v in sections.items(): sizes[re.sub(r"\d+", "N", k.split(".")[0])] = sizes.get(re.sub(r"\d+", "N", k.split(".")[0]), 0) + len(v)
sha = hashlib.sha256(packed).hexdigest()
os.makedirs(a.out, exist_ok=True)
open(os.path.join(a.out, "weights.bin"), "wb").write(packed)
json.dump({"name": "claims", "version": "1-" + sha[:12], "sha256": sha}, open(os.path.join(a.out, "model.json"), "w"), indent=2)
open(os.path.join(a.out, "model.json"), "a").write("\n")
print(f"{len(packed) / 1e6:.2f} MB packed,", ", ".join(f"{k} {v / 1e6:.2f}" for k, v in sizes.items()), "MB unpacked;", sha[:12])
if a.reference:
    cases = [dict(text=text, start=start, end=end, tokens=[0] + [new[i] for i in pieces] + [2], vector=[round(x, 5) for x in v.tolist()],
        **(dict(leaning=[round(x, 3) for x in leanings[i].tolist()]) if stance else {}))
        for i, ((text, start, end), (pieces, _, _), v) in enumerate(zip(OURS, cases, exact))]
    json.dump(dict(sha256=sha, cases=cases), open(a.reference, "w"), ensure_ascii=False, separators=(",", ":"))
