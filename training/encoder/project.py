"""Adds to a checkpoint the projection to fewer cells that keeps the products of vectors best: the first right singular
vectors of wordings' vectors, which are not centred.

  python training/encoder/project.py SOURCE CHECKPOINT OUT CELLS FILE...
"""
import sys

import torch

from model import Enc, File, Tok, encode, whole
from packing import wordings

source, checkpoint, out, cells, files = sys.argv[1], sys.argv[2], sys.argv[3], int(sys.argv[4]), sys.argv[5:]
f = File(source); tok = Tok(f); saved = torch.load(checkpoint, map_location="cpu")
m = Enc(f, saved["layers"]); m.load_state_dict({k: v for k, v in saved["model"].items() if not k.startswith("proj.")})
texts = list(wordings(files))
v = encode(m, f, [whole(tok(text), 96) for text in texts[:: max(1, len(texts) // 4000)]])
_, spread, directions = torch.linalg.svd(v, full_matrices=False)
print("share of length kept %.4f" % ((spread[:cells] ** 2).sum() / (spread**2).sum()).item())
saved["model"]["proj.weight"] = directions[:cells].contiguous()
torch.save(saved, out)
