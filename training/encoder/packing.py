"""Writes the layers of an encoder as src/analysis/encoder reads them: what pack.py and repack.py have in common."""
import copy, hashlib, json, os, re

import brotli, numpy as np, torch

from model import batch
from stances import paragraph

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


def stretches():
    """Each of these with its first character and the one behind."""
    return [(text, *((text.index(part), text.index(part) + len(part)) if part else (0, len(text)))) for text, part in OURS]


def wordings(names):
    """Texts of ours, and of what is marked in them each mark: signs and languages before the tab are no part of the wording."""
    for name in names:
        for line in open(name, encoding="utf8"):
            line = line.rstrip("\n")
            if line.startswith("= "): yield line[2:]
            elif "\t" in line and not line.startswith("@ "):
                text, spans = paragraph(line.split("\t", 1)[1]); yield text
                for start, end, _ in spans: yield text[start:end]


class Incoming(torch.nn.Module):
    """What comes into a layer, as bytes."""
    def __init__(self, scale, least): super().__init__(); self.scale = torch.from_numpy(scale); self.least = least
    def forward(self, x): return torch.clamp(torch.round(x * self.scale), self.least, self.least + 255)
class Part(torch.nn.Module):
    """Questions, keys or values out of what is joined."""
    def __init__(self, i): super().__init__(); self.i = i
    def forward(self, x): third = x.shape[-1] // 3; return x[..., self.i * third : (self.i + 1) * third]


class Packer:
    """Sections of a file of weights, by name. `levels`: the largest cell of a matrix; `margin`: room for inputs larger than
    those seen."""

    def __init__(self, levels=31, margin=1.1):
        self.levels, self.margin, self.sections, self.seen = levels, margin, {}, {}

    def put(self, name, array): self.sections[name] = np.ascontiguousarray(array).tobytes()

    def floats(self, name, t): self.put(name, t.detach().numpy().astype("<f4"))

    def planes(self, name, u16): u = u16.astype("<u2").ravel(); self.sections[name] = (u & 255).astype(np.uint8).tobytes() + (u >> 8).astype(np.uint8).tobytes()

    def look(self, f, models, named, texts):
        """What comes into each of the named layers where the models read texts, as pieces: its mean, its products with
        itself, how large it grows."""
        sums = {}
        def watch(module, key):
            def see(_, x):
                x = x[0].reshape(-1, x[0].shape[-1])[real].double().numpy()
                mean, products, most, count = sums.get(key, (0, 0, 0, 0))
                sums[key] = (mean + x.sum(0), products + x.T @ x, np.maximum(most, np.abs(x).max(0)), count + len(x))
            return module.register_forward_pre_hook(see)
        hooks = [watch(l, (name, k)) for name, y in named for k, l in enumerate((y.q, y.ao, y.fi, y.fo))]
        with torch.no_grad():
            for i in range(0, len(texts), 32):
                ids, mask = batch(f, texts[i : i + 32]); real = mask.bool().reshape(-1)
                for model in models: model(ids, mask)
        for h in hooks: h.remove()
        self.seen.update({key: (mean / n, products / n, most) for key, (mean, products, most, n) in sums.items()})

    def rounded(self, w, inputs):
        """Whole cells and the scale of each row (one cell of what comes out). Column by column, what rounding loses is made
        good in the columns that are still to come, as far as inputs (their products, averaged) go together: GPTQ, Frantar
        et al. 2022."""
        n = w.shape[1]; top = np.abs(w).max(1) / self.levels; top[top == 0] = 1
        scale = top; least = np.full(len(w), np.inf)
        for share in np.arange(1, 0.3, -0.05):  # a cell far larger than the others of its row is better cut short
            s = (top * share)[:, None]; lost = ((w - np.clip(np.rint(w / s), -self.levels, self.levels) * s) ** 2 * np.diag(inputs)).sum(1)
            scale = np.where(lost < least, s[:, 0], scale); least = np.minimum(least, lost)
        upper = np.linalg.cholesky(np.linalg.inv(inputs + 0.01 * np.trace(inputs) / n * np.eye(n))).T
        rest = w.copy(); cells = np.zeros_like(w)
        for start in range(0, n, 64):
            end = min(n, start + 64); lost = np.zeros((len(w), end - start))
            for j in range(start, end):
                cells[:, j] = np.clip(np.rint(rest[:, j] / scale), -self.levels, self.levels)
                lost[:, j - start] = (rest[:, j] - cells[:, j] * scale) / upper[j, j]
                rest[:, j + 1 : end] -= np.outer(lost[:, j - start], upper[j, j + 1 : end])
            rest[:, end:] -= lost @ upper[start:end, end:]
        return cells, scale.astype(np.float32)

    def dense(self, name, weight, bias, seen, least=-128, given=None):
        """Writes a layer. Each cell that comes in has a scale of its own, between one for all and one that gives each the
        whole range of a byte (Xiao et al. 2023), or the scale `given`; bytes stand for numbers from `least` on. The bias is set
        right by what rounding does to the mean input. Returns the layer as it was written."""
        w = weight.detach().double().numpy(); mean, products, most = seen
        own = np.sqrt(np.maximum(most, 1e-3)); own *= self.margin * (most / own).max()
        incoming = np.minimum((least + 255) / own, 60000 if least == -128 else least / -0.17).astype("<f2") if given is None else given; by = incoming.astype(np.float64)
        cells, scale = self.rounded(w / by, products * np.outer(by, by))
        bias = bias.detach() + torch.from_numpy(((w / by - cells * scale[:, None]) @ (mean * by)).astype(np.float32))
        self.put(name + ".cells", cells.astype(np.int8)); self.put(name + ".scales", scale.astype("<f4")); self.floats(name + ".bias", bias)
        self.planes(name + ".incoming", incoming.view("<u2"))
        layer = torch.nn.Linear(w.shape[1], w.shape[0])
        layer.weight.data, layer.bias.data = torch.from_numpy((cells * scale[:, None]).astype(np.float32)), bias
        return torch.nn.Sequential(Incoming(incoming.astype(np.float32), least), layer), incoming


    def written(self, name, y, z, given=None):
        """Writes a layer y, and makes z what was written. Returns the scales of what comes into it."""
        joined, scales = self.dense(f"{name}.joined", torch.cat([y.q.weight, y.k.weight, y.v.weight]), torch.cat([y.q.bias, y.k.bias, y.v.bias]), self.seen[name, 0], given=given)
        z.q, z.k, z.v = (torch.nn.Sequential(joined, Part(i)) for i in range(3))
        z.ao, _ = self.dense(f"{name}.context", y.ao.weight, y.ao.bias, self.seen[name, 1])
        z.fi, _ = self.dense(f"{name}.inner", y.fi.weight, y.fi.bias, self.seen[name, 2])
        z.fo, _ = self.dense(f"{name}.outer", y.fo.weight, y.fo.bias, self.seen[name, 3], -16)
        self.floats(f"{name}.middle.gain", y.aln.weight); self.floats(f"{name}.middle.shift", y.aln.bias)
        self.floats(f"{name}.end.gain", y.oln.weight); self.floats(f"{name}.end.shift", y.oln.bias)
        return scales

    def stance(self, f, stance, trunk, scales):
        """Writes the layers of a stance behind those of `trunk`, the encoder as it was written: the first begins with the bytes
        that the other layer behind the same one begins with, and so with their scales. Returns what was written."""
        roughly = copy.deepcopy(stance); roughly.trunk = [trunk]
        for n, (y, z) in enumerate(zip(stance.layers, roughly.layers)): self.written(f"stance{n}", y, z, scales if n == 0 else None)
        self.floats("stance.weights", stance.out.weight); self.floats("stance.bias", stance.out.bias)
        return roughly

    def save(self, folder, quality):
        """Writes weights.bin and model.json, and returns their hash."""
        head = json.dumps([[k, len(v)] for k, v in self.sections.items()], separators=(",", ":")).encode() + b"\n"
        packed = brotli.compress(head + b"".join(self.sections.values()), quality=quality, lgwin=24)
        sizes = {}
        for k, v in self.sections.items(): sizes[re.sub(r"\d+", "N", k.split(".")[0])] = sizes.get(re.sub(r"\d+", "N", k.split(".")[0]), 0) + len(v)
        sha = hashlib.sha256(packed).hexdigest()
        os.makedirs(folder, exist_ok=True)
        open(os.path.join(folder, "weights.bin"), "wb").write(packed)
        with open(os.path.join(folder, "model.json"), "w") as card:
            json.dump({"name": "claims", "version": "1-" + sha[:12], "sha256": sha}, card, indent=2); card.write("\n")
        print(f"{len(packed) / 1e6:.2f} MB packed,", ", ".join(f"{k} {v / 1e6:.2f}" for k, v in sizes.items()), "MB unpacked;", sha[:12])
        return sha


def leaningsOff(exact, roughly):
    """How far leanings lie apart: the mean, the most, and how many have another likeliest side."""
    apart = (exact - roughly).abs().max(-1).values; other = (exact.argmax(-1) != roughly.argmax(-1)).sum().item()
    return f"off by {apart.mean():.4f}, at most {apart.max():.3f}; another side is the likeliest of {other} in {len(apart)}"
