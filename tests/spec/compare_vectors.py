"""Compares the core with the specification over the test vectors, in seconds:

    cargo run --quiet -p chanjiao-tests --bin answers | python3 tests/spec/compare_vectors.py

Vectors of invalid text are left to the parser's own tests: the specification parses with Python's
json module, which is more lenient.
"""

import json
import sys
from itertools import zip_longest
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
        core, specification = core["report"], specification["report"]
        findings = zip_longest(core.pop("findings"), specification.pop("findings"), fillvalue={})
        for one, other in [*findings, (core, specification)]:
            for key in dict.fromkeys([*one, *other]):
                if one.get(key) != other.get(key):
                    print(f"  {one.get('rule', 'report')}, {key}")
                    print(f"    core          {json.dumps(one.get(key), ensure_ascii=False)}")
                    print(f"    specification {json.dumps(other.get(key), ensure_ascii=False)}")
    print(f"{compared} vectors compared, {different} different")
    sys.exit(different > 0 or compared == 0)


main()
