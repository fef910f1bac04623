#!/usr/bin/env python3
"""Repeats draws with nothing but Python: python3 draw-check.py 抽签记录.json. It shares no code with the program that drew."""
import hashlib
import json
import sys


def sha256(text):
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def repeat(draw):
    fingerprint = sha256(draw["list"])
    ids = [line.split("\t")[0] for line in draw["list"].split("\n") if line and not line.startswith("#")]
    parts = ["".join(sign for sign in part["text"] if sign.isdigit()) for part in draw["seedParts"]]
    seed = "-".join(str(part).translate(str.maketrans("０１２３４５６７８９", "0123456789")) for part in parts)
    lots = sorted((sha256(f"{fingerprint}:{seed}:{id}"), id) for id in ids)
    return fingerprint, seed, [id for _, id in lots[: draw["take"]]]


wrong = 0
draws = json.load(open(sys.argv[1], encoding="utf-8"))["draws"]
for draw in draws:
    told = draw["fingerprint"], draw["seed"], [line["id"] for line in draw["result"]]
    if repeat(draw) != told:
        wrong += 1
        print("differs:", draw["unit"], draw["purpose"], draw["quarter"], "recomputed", repeat(draw))
print(f"{len(draws)} draws, {wrong} differ")
sys.exit(1 if wrong else 0)
