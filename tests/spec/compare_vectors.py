"""Compares the core with the specification over the test vectors, in seconds:

    cargo run --quiet -p chanjiao-tests --bin answers | python3 tests/spec/compare_vectors.py

Vectors of invalid text are left to the parser's own tests: the specification parses with Python's
json module, which is more lenient.
"""

import json
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import spec


def main():
    compared = different = 0
    for line in map(json.loads, sys.stdin):
        if not line["value"]:
            continue
        compared += 1
        core = spec.without_messages(json.loads(line["answer"]))
        specification = spec.answer(line["subject"], line["record"], line["parameters"])
        if core == specification:
            continue
        different += 1
        print(f"{line['subject']}: {line['title']}")
        if core["faults"] or specification["faults"]:
            print(f"  core {core['faults']}, specification {specification['faults']}")
            continue
        pairs = zip(core["report"]["findings"], specification["report"]["findings"])
        for one, other in pairs:
            if one != other:
                print(f"  core          {json.dumps(one, ensure_ascii=False)}")
                print(f"  specification {json.dumps(other, ensure_ascii=False)}")
    print(f"{compared} vectors compared, {different} different")
    sys.exit(different > 0 or compared == 0)


main()
