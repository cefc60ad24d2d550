#!/usr/bin/env python3
"""Verifies an exported decision log with nothing but Python: a second reading of docs/decision-log.md.

    verify_export.py EXPORT.ndjson [CHECKPOINT] [--key VERIFIER-KEY]

Prints what is wrong, one line each, and ends with 4; or prints one line and ends with 0.
It needs no secret key: sealed records stay sealed, and only their hashes are checked.
"""
import base64
import hashlib
import json
import sys
import zlib

# --- Ed25519, RFC 8032 ------------------------------------------------------------------------------------------------
P = 2**255 - 19
L = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P
I = pow(2, (P - 1) // 4, P)


def recover_x(y, sign):
    if y >= P:
        return None
    x2 = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    if x2 == 0:
        return None if sign else 0
    x = pow(x2, (P + 3) // 8, P)
    if (x * x - x2) % P:
        x = x * I % P
    if (x * x - x2) % P:
        return None
    return P - x if (x & 1) != sign else x


def add(a, b):
    p = (a[1] - a[0]) * (b[1] - b[0]) % P
    q = (a[1] + a[0]) * (b[1] + b[0]) % P
    r = 2 * a[3] * b[3] * D % P
    s = 2 * a[2] * b[2] % P
    e, f, g, h = q - p, s - r, s + r, q + p
    return e * f % P, g * h % P, f * g % P, e * h % P


def times(n, a):
    total = (0, 1, 1, 0)
    while n:
        if n & 1:
            total = add(total, a)
        a = add(a, a)
        n >>= 1
    return total


def point(raw):
    number = int.from_bytes(raw, "little")
    y = number & (1 << 255) - 1
    x = recover_x(y, number >> 255)
    return None if x is None else (x, y, 1, x * y % P)


BASE_Y = 4 * pow(5, P - 2, P) % P
BASE_X = recover_x(BASE_Y, 0)
BASE = (BASE_X, BASE_Y, 1, BASE_X * BASE_Y % P)


def signed(public, text, signature):
    if len(signature) != 64:
        return False
    a, r = point(public), point(signature[:32])
    s = int.from_bytes(signature[32:], "little")
    if a is None or r is None or s >= L:
        return False
    h = int.from_bytes(hashlib.sha512(signature[:32] + public + text).digest(), "little") % L
    left, right = times(s, BASE), add(r, times(h, a))
    return (left[0] * right[2] - right[0] * left[2]) % P == 0 and (left[1] * right[2] - right[1] * left[2]) % P == 0


# --- Checkpoints: C2SP signed-note and tlog-checkpoint ----------------------------------------------------------------
class Key:
    def __init__(self, text):
        self.text = text
        self.name, self.id, typed = text.split("+", 2)
        typed = base64.b64decode(typed, validate=True)
        if typed[:1] != b"\x01" or len(typed) != 33:
            raise ValueError("not an Ed25519 key")
        self.public = typed[1:]
        expected = hashlib.sha256(self.name.encode() + b"\n" + typed).hexdigest()[:8]
        if expected != self.id:
            raise ValueError("the id of the key is wrong")

    def open(self, note):
        """The size and root of a checkpoint, if this key signed it."""
        text, _, lines = note.rpartition("\n\n")
        text += "\n"
        ok = False
        for line in lines.splitlines():
            dash, name, signature = line.split(" ")
            raw = base64.b64decode(signature, validate=True)
            if dash == "\u2014" and name == self.name and raw[:4].hex() == self.id:
                if not signed(self.public, text.encode(), raw[4:]):
                    raise ValueError("the signature does not hold")
                ok = True
        origin, size, root, rest = text.split("\n")
        if not ok or origin != self.name or rest or str(int(size)) != size:
            raise ValueError("not a checkpoint of this log")
        return int(size), base64.b64decode(root, validate=True)


# --- The tree of RFC 6962 ---------------------------------------------------------------------------------------------
def sha(*parts):
    return hashlib.sha256(b"".join(parts)).digest()


class Tree:
    def __init__(self):
        self.edge, self.size = [], 0

    def add(self, leaf_hash):
        done, index = [leaf_hash], self.size
        while index & 1:
            leaf_hash = sha(b"\x01", self.edge.pop(), leaf_hash)
            done.append(leaf_hash)
            index >>= 1
        self.edge.append(leaf_hash)
        self.size += 1
        return done

    def root(self):
        if not self.edge:
            return sha()
        root = self.edge[-1]
        for left in reversed(self.edge[:-1]):
            root = sha(b"\x01", left, root)
        return root


# --- The log ----------------------------------------------------------------------------------------------------------
def canonical(value):
    # Enough of RFC 8785 for leaves and rule sets: their keys are plain and their numbers whole.
    return json.dumps(value, sort_keys=True, ensure_ascii=False, separators=(",", ":")).encode()


def version(files):
    digest = hashlib.sha256()
    for path in sorted(files, key=lambda name: name.encode("utf-16-be")):
        for text in (path, files[path]):
            digest.update(b"%d:" % len(text.encode()) + text.encode())
    return digest.hexdigest()


class Check:
    def __init__(self, key):
        self.key, self.faults, self.tree = key, [], Tree()
        self.checkpoints, self.rule_sets, self.decisions, self.time = {}, set(), set(), ""

    def expect(self, holds, where, what):
        if not holds:
            self.faults.append(f"{where}: {what}")

    def checkpoint(self, where, note, size=None):
        try:
            signed_size, root = self.key.open(note)
            self.expect(size in (None, signed_size), where, "it is filed under another size")
            other = self.checkpoints.setdefault(signed_size, root)
            self.expect(other == root, where, "it was signed with another root for the same size")
        except ValueError as e:
            self.faults.append(f"{where}: {e}")

    def rule_set(self, name, packed):
        files = json.loads(zlib.decompress(packed, -15))
        self.expect(version(files) == name, f"rule set {name}", "its files are not those of this version")
        self.rule_sets.add(name)

    def entry(self, line):
        index, leaf = self.tree.size, line["leaf"]
        where = f"entry {index}"
        done = self.tree.add(sha(b"\x00", canonical(leaf)))
        self.expect(b"".join(done).hex() == line["tree"], where, "the hashes kept with it are not those of the entries")
        if self.tree.size in self.checkpoints:
            self.expect(self.checkpoints[self.tree.size] == self.tree.root(), f"checkpoint {self.tree.size}",
                        "the entries below it are not those it was signed over")
        self.expect(leaf["v"] == 1 and leaf["index"] == index, where, "its leaf names another place")
        sealed = base64.b64decode(line["sealed"], validate=True)
        self.expect(leaf["cipherHash"] == hashlib.sha256(sealed).hexdigest(), where, "its sealed record was changed")
        self.expect(leaf["time"] >= self.time, where, "it is older than the entry before it")
        self.expect((index == 0) == (leaf["kind"] == "start"), where, "a log begins with its start entry")
        self.expect(leaf.get("vkey", self.key.text) == self.key.text, where, "it names another signing key")
        self.expect(leaf.get("ruleSet") is None or leaf["ruleSet"] in self.rule_sets, where, "its rule set is not kept")
        earlier = leaf.get("about") if leaf["kind"] == "override" else leaf.get("supersedes")
        self.expect(earlier is None or earlier in self.decisions, where, "the decision it names is not before it")
        if leaf["kind"] in ("decision", "correction"):
            self.decisions.add(leaf["id"])
        self.time = leaf["time"]

    def finish(self, promised):
        self.expect(promised == self.tree.size, "the export", f"it has {self.tree.size} entries, not {promised}")
        for size in self.checkpoints:
            self.expect(size <= self.tree.size, f"checkpoint {size}", "the end of the log was cut off")
        return self.faults


def main(arguments):
    try:
        return verify(arguments)
    except OSError as e:
        print(f"{e.filename} cannot be read: {e.strerror}", file=sys.stderr)
        return 1


def verify(arguments):
    if not arguments or "--help" in arguments:
        print(__doc__)
        return 0 if arguments else 1
    trusted = None
    if "--key" in arguments:
        at = arguments.index("--key")
        trusted = arguments[at + 1]
        del arguments[at:at + 2]
    with open(arguments[0], encoding="utf-8") as export:
        head = json.loads(export.readline())
        if head["format"] != "hqccp.decision-log export 1" or trusted not in (None, head["vkey"]):
            print("the export is of another format, or of another log")
            return 4
        check = Check(Key(head["vkey"]))
        if len(arguments) > 1:
            with open(arguments[1], encoding="utf-8") as outside:
                check.checkpoint("the checkpoint kept outside", outside.read())
        for number, text in enumerate(export, 2):
            try:
                line = json.loads(text)
                if "checkpoint" in line:
                    check.checkpoint(f"checkpoint {line['size']}", line["checkpoint"], line["size"])
                elif "ruleSet" in line:
                    check.rule_set(line["ruleSet"], base64.b64decode(line["files"], validate=True))
                else:
                    check.entry(line)
            except (ValueError, KeyError, TypeError, zlib.error) as e:
                check.faults.append(f"line {number}: {e}")
    faults = check.finish(head["size"])
    for fault in faults:
        print(fault)
    if not faults:
        print(f"{check.tree.size} entries verify; root {check.tree.root().hex()}")
    return 4 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
