#!/usr/bin/env python3
"""Repeats draws with nothing but Python: python3 draw-check.py 抽签记录.json. It shares no code with the program that drew."""
import hashlib
import json
import sys

NAMES = {"branch": "党支部", "member": "党员"}


def sha256(text):
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def repeat(draw):
    fingerprint = sha256(draw["list"])
    lines = [line.split("\t") for line in draw["list"].split("\n") if line and not line.startswith("#")]
    parts = ["".join(sign for sign in part["text"] if sign.isdigit()) for part in draw["seedParts"]]
    seed = "-".join(str(part).translate(str.maketrans("０１２３４５６７８９", "0123456789")) for part in parts)
    lots = sorted((sha256(f"{fingerprint}:{seed}:{line[0]}"), line) for line in lines)
    return fingerprint, seed, [line for _, line in lots[: draw["take"]]]


def row(part):
    return f"{part['unit']}\t{NAMES[part['purpose']]}\t{part['take']}\t{part['fingerprint']}\n"


record, wrong = json.load(open(sys.argv[1], encoding="utf-8")), []
for draw in record["draws"]:
    drawn = [[line[key] for key in ("id", "name", "branch") if key in line] for line in draw["result"]]
    wrong += [] if repeat(draw) == (draw["fingerprint"], draw["seed"], drawn) else [row(draw)]
    print("名单指纹", draw["fingerprint"], draw["unitName"], NAMES[draw["purpose"]])
rows = [row(part) for part in record.get("parts", [])]
if rows and (sha256("".join(rows)) != record["digest"] or any(row(draw) not in rows for draw in record["draws"])):
    wrong += ["总指纹\n"]
print("总指纹", record.get("digest", "—"), "（请与会上公布的指纹核对：指纹不同，就不是会上冻结的名单。）")
print("".join(f"differs: {one}" for one in wrong) + f"{len(record['draws'])} draws, {len(wrong)} differ")
sys.exit(1 if wrong else 0)
