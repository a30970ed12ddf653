"""Lets atheris invent input for one target: `python tests/fuzz/run.py TARGET FOLDER [-libFuzzer=option]`.

Comes in: the name of a target, a folder for corpus and crashes. Goes out: exit code 0, or the input
that failed as a file `crash-…` or `timeout-…` in the folder. Atheris has wheels for Linux alone and is
no dependency: `pip install --require-hashes -r .ci/fuzz/requirements.txt`. Run by hand or by `fuzz.yml`.
"""

import hashlib
import sys
from pathlib import Path

import atheris

sys.path.insert(0, str(Path(__file__).parent))
with atheris.instrument_imports(include=["generator"]):
    import targets


def main(name: str, folder: Path, *options: str) -> None:
    kept = folder / name
    kept.mkdir(parents=True, exist_ok=True)
    for data in targets.corpus(name):
        (kept / hashlib.sha256(data).hexdigest()[:16]).write_bytes(data)
    limits = (f"-max_len={targets.LONGEST}", f"-timeout={targets.SECONDS}")
    words = ["fuzz", *limits, f"-artifact_prefix={folder}/", *options, str(kept)]
    atheris.Setup(words, lambda data: targets.run(name, data))
    atheris.Fuzz()


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), *sys.argv[3:])
