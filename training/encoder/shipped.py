"""Reads an encoder that ships: what `packing.py` wrote, as numbers to train on from."""
import json, os

import brotli, numpy as np, torch

from model import Enc, Stance, Tok


def sectionsOf(folder):
    raw = brotli.decompress(open(os.path.join(folder, "weights.bin"), "rb").read())
    at = raw.index(b"\n") + 1
    found = {}
    for name, length in json.loads(raw[: at - 1]):
        found[name] = raw[at : at + length]
        at += length
    return found


def shipped(f, folder):
    """The encoder of a folder, its stance, and what cuts texts into the pieces that it keeps; `f`: what it was begun from."""
    sections = sectionsOf(folder)
    sizes = json.loads(sections["encoder"])
    floats = lambda name: torch.from_numpy(np.frombuffer(sections[name], "<f4").copy())

    def dense(name, into):
        cells, incoming = np.frombuffer(sections[name + ".cells"], np.int8), halves(sections[name + ".incoming"])
        scales = np.frombuffer(sections[name + ".scales"], "<f4")
        into.weight.data = torch.from_numpy(cells.reshape(len(scales), -1).astype(np.float32) * scales[:, None] * incoming)
        into.bias.data = floats(name + ".bias")

    def norm(name, into):
        into.weight.data, into.bias.data = floats(name + ".gain"), floats(name + ".shift")

    def layer(name, into):
        joined = torch.nn.Linear(f.H, 3 * f.H)
        dense(name + ".joined", joined)
        for part, weight, bias in zip((into.q, into.k, into.v), joined.weight.data.chunk(3), joined.bias.data.chunk(3)):
            part.weight.data, part.bias.data = weight.clone(), bias.clone()
        dense(name + ".context", into.ao)
        dense(name + ".inner", into.fi)
        dense(name + ".outer", into.fo)
        norm(name + ".middle", into.aln)
        norm(name + ".end", into.oln)

    m = Enc(f, list(range(sizes["layers"])))
    norm("begin", m.ln)
    m.pos.data[: sizes["tokens"]] = torch.from_numpy(halves(sections["positions"]).reshape(-1, f.H))
    for n, one in enumerate(m.layers):
        layer(f"layer{n}", one)
    stance = Stance(m, sizes["stance"]["after"], sizes["stance"]["layers"])
    for n, one in enumerate(stance.layers):
        layer(f"stance{n}", one)
    stance.out.weight.data, stance.out.bias.data = floats("stance.weights").view(-1, f.H), floats("stance.bias")
    numbers = {piece: i for i, piece in reversed(list(enumerate(f.pieces)))}
    return m.eval(), stance, Tok(f, {numbers[piece] for piece in sections["pieces"].decode().split("\n")})


def halves(data):
    """Numbers of half precision from planes: all low bytes, then all high ones."""
    planes = np.frombuffer(data, np.uint8).reshape(2, -1).astype(np.uint16)
    return (planes[0] | planes[1] << 8).view(np.float16).astype(np.float32)
