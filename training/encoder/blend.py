"""Goes only a part of the way from the encoder that ships to what train.py made of it: the weights of both, averaged. What was
trained on generalises better so (WiSE-FT, Wortsman et al. 2022, "Robust fine-tuning of zero-shot models").

  python training/encoder/blend.py SOURCE FOLDER CHECKPOINT OUT SHARE

SHARE, 0..1: how much of CHECKPOINT, which was trained `--from FOLDER` (models/claims).
"""
import sys

import torch

from model import File
from shipped import shipped

source, folder, checkpoint, out, share = sys.argv[1], sys.argv[2], sys.argv[3], sys.argv[4], float(sys.argv[5])
begun, _, _ = shipped(File(source), folder)
saved = torch.load(checkpoint, map_location="cpu")
saved["model"] = {name: old + share * (saved["model"][name] - old) for name, old in begun.state_dict().items()}
torch.save(saved, out)
