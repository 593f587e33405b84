"""Times start-up and throughput as ratios to the floor, in one run on one machine.

    python tests/benchmarks/bench.py [--rounds N] [--documents N]

The commands run in turn, round after round, so that a machine that drifts drifts for all of
them; printed are medians and the median of the ratios taken within each round.
"""

import argparse
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))
from generate import generate  # noqa: E402

FIFTEEN = (
    "1035-1", "1035-2", "1035-3", "1035-4", "1035-5", "1035-6", "1035-7", "1035-8", "1036-1A", "1036-1B", "1036-1C", "1036-1D", "1036-2", "1038-9", "1034-3",
)  # fmt: skip
LOAD_ALL = """
import sys, glob, yaml
for path in sorted(glob.glob(sys.argv[1] + "/*.yaml")):
    with open(path, encoding="utf-8") as file:
        yaml.load(file, yaml.CSafeLoader)
"""


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=11)
    parser.add_argument("--documents", type=int, default=1000)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        one, many = os.path.join(folder, "one"), os.path.join(folder, "many")
        generate(one, 1)
        broken = generate(many, given.documents)
        check = [sys.executable, "-m", "fwa_check", "check", "--as-of", "2026-11-21", "--fail-on", "never"]
        fifteen = [part for rule in FIFTEEN for part in ("--select", f"US-NY-FWA-{rule}")]
        show_faults(check, many, broken)
        imports = [sys.executable, "-c", "import click, yaml"]
        load = [sys.executable, "-c", LOAD_ALL, many]
        print(f"{given.rounds} rounds, medians; {given.documents} documents of 77 lines")
        report("start-up: one document, all rules / import click, yaml", [*check, one], imports, given.rounds, 1.7)
        report("throughput: 15 rules / yaml.load with the C loader", [*check, *fifteen, many], load, given.rounds, 1.0)
        report("throughput: all rules / yaml.load with the C loader", [*check, many], load, given.rounds, 2.0)


def show_faults(check, folder, broken):
    """Show that the work is done: each seeded fault is found, and no other."""
    import json

    said = subprocess.run([*check, "--format", "json", folder], capture_output=True, text=True, env=environment(), check=True).stdout
    fails = [finding["rule"] for finding in json.loads(said)["findings"] if finding["verdict"] == "fail"]
    found = {rule: fails.count(rule) for rule in broken}
    others = sorted(set(fails) - set(broken))
    print(f"seeded faults {sum(broken.values())}, found {sum(found.values())}, others {others or 'none'}")
    if found != broken or others:
        sys.exit(f"the findings are not the seeded faults: {found} instead of {broken}")


def report(name, command, floor, rounds, budget):
    """Time `command` against `floor`, in turn, and print medians, ratio, budget and peak memory."""
    for warm_up in (command, floor):
        seconds(warm_up)
    pairs = [(seconds(command), seconds(floor)) for _ in range(rounds)]
    ratio = statistics.median(ours / theirs for ours, theirs in pairs)
    ours, theirs = (statistics.median(column) for column in zip(*pairs))
    inside = "inside" if ratio <= budget else "OVER"
    print(f"{name}: {ours * 1000:.0f} ms / {theirs * 1000:.0f} ms = {ratio:.2f} (budget {budget}, {inside}); peak memory {peak_of(command):.0f} MB")


def seconds(command):
    started = time.perf_counter()
    subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment(), check=True)
    return time.perf_counter() - started


def peak_of(command):
    """Return the peak memory (MB) of one run of `command`, measured by a process of its own."""
    code = "import resource, subprocess, sys; subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL); print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
    said = subprocess.run([sys.executable, "-c", code, *command], capture_output=True, text=True, env=environment(), check=True).stdout
    return int(said) / (1024 * 1024 if sys.platform == "darwin" else 1024)


def environment():
    # Byte code has to be cached, as it is once a package is installed.
    return {**{name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}, "PYTHONPATH": str(HERE.parent.parent)}


if __name__ == "__main__":
    main()
