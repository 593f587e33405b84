"""The rulebook: every rule of the folders that were given, found by id, kind and jurisdiction."""

import os
import re

from fwa_check.documents.problem import Problem, Unreadable, nearest
from fwa_check.documents.source import SUFFIXES
from fwa_check.rulebook.cache import RememberedRule, recall_pages, remember_pages
from fwa_check.rulebook.errors import RuleError
from fwa_check.rulebook.rule import INHERITED, Rule, problem_of
from fwa_check.rulebook.rulefile import RuleFile
from fwa_check.values.places import overlap

INSTRUMENT_PAGE, REGISTER_PAGE = "instrument.yaml", "coverage.yaml"
HOUSE_PREFIX = "X-"
MOST_NAMED = 6
# The folder of the packs that ship and judge nothing unless they are asked for by name.
PACKS = "packs"
_HERE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))


def shipped_rules():
    """Return the folder of the rules that ship: inside the package, or beside it in a checkout."""
    inside = os.path.join(_HERE, "rules")
    return inside if os.path.isdir(inside) else os.path.join(os.path.dirname(_HERE), "rules")


def shipped_packs():
    """Return {name: folder} of the packs that ship; a pack is asked for by its name, where a folder of house rules is given."""
    folder = os.path.join(shipped_rules(), PACKS)
    names = sorted(os.listdir(folder)) if os.path.isdir(folder) else ()
    return {name: os.path.join(folder, name) for name in names if os.path.isdir(os.path.join(folder, name))}


class Rulebook:
    """Rules in the order of their files.

    `rules` is a list of Rule, and `left_out` those that it was narrowed by; `folders` are where they came from, `pages` the
    (name, RuleFile) of each page, and `digest` a SHA-256 over the files, by name and content.
    """

    def __init__(self, rules, pages, folders, left_out=()):
        self.rules = rules
        self.left_out = left_out
        self.pages = pages
        self.folders = folders

    @property
    def digest(self):
        """``sha256:`` and the digest of every page."""
        import hashlib

        digest = hashlib.sha256()
        for name, file in self.pages:
            digest.update(f"{name}\0{len(file.data)}\0".encode("utf-8", "surrogateescape") + file.data)
        return f"sha256:{digest.hexdigest()}"

    def for_kind(self, kind):
        """Return the KindRules for documents of `kind`; raise Unreadable for a rule with a fault."""
        return [compiled(rule, kind) for rule in self.rules if kind in rule.kinds]

    def rule(self, rule_id):
        """Return the rule with this id; raise Unreadable with the nearest one when there is none."""
        for rule in self.rules:
            if rule.id == rule_id:
                return rule
        ids = [rule.id for rule in self.rules]
        section = re.search(r"[0-9][0-9.]*[0-9]|[0-9]", rule_id)
        same = [each for each in ids if section and re.search(rf"(?<![0-9.]){re.escape(section[0])}(?![0-9])", each)]
        if same:
            more = f"{', '.join(same[:MOST_NAMED])}{' and more' if len(same) > MOST_NAMED else ''}"
            raise Unreadable(Problem(f"there is no rule {rule_id}", suggestion=nearest(rule_id, same) or same[0], help=f"of section {section[0]} there are {more}"))
        raise Unreadable(Problem(f"there is no rule {rule_id}", suggestion=nearest(rule_id, ids), help="fwa-check rules list names them all"))

    def narrowed(self, *, select=(), ignore=(), jurisdictions=()):
        """Return the rulebook with only the rules that are wanted.

        `select` and `ignore` hold rule ids or their beginnings; `jurisdictions` hold places: a
        rule stays when one of them contains its jurisdiction or lies in it.
        """
        for wanted in (*select, *ignore):
            if not any(rule.id.startswith(wanted) for rule in self.rules):
                near = nearest(wanted, [rule.id for rule in self.rules])
                raise Unreadable(Problem(f"no rule id begins with {wanted}", suggestion=near, help="fwa-check rules list names them all"))
        rules = [
            rule
            for rule in self.rules
            if (not select or rule.id.startswith(tuple(select)))
            and not (ignore and rule.id.startswith(tuple(ignore)))
            and (not jurisdictions or any(overlap(place, rule.jurisdiction) for place in jurisdictions))
        ]
        kept = {rule.id for rule in rules}
        return Rulebook(rules, self.pages, self.folders, [*self.left_out, *(rule for rule in self.rules if rule.id not in kept)])


def load_rulebook(house_folders=()):
    """Return the Rulebook of the shipped rules and those in `house_folders` (paths of folders or files, or names of packs).

    House rules are held against the rule schema and compiled whole; raises Unreadable with every
    fault found.
    """
    pages, shipped = [], shipped_rules()
    rules, problems = load_folder(shipped, pages, strict=False, leaving=PACKS)
    folders, of_the_law = [shipped], len(rules)
    for folder in house_folders:
        pack = None if os.path.exists(folder) else shipped_packs().get(folder)
        folders.append(pack or folder)
        rules_here, problems_here = load_folder(folders[-1], pages, strict=True, house=not pack)
        rules += rules_here
        problems += problems_here
    problems += doubles(rules)
    if house_folders:
        from fwa_check.rulebook.switches import clashes

        problems += clashes(rules, rules[of_the_law:])
    if problems:
        raise Unreadable(*problems)
    return Rulebook(rules, pages, tuple(folders))


def load_folder(folder, pages, *, strict, house=None, leaving=None):
    """Return (rules, problems) of a folder of rule files, adding each page's (name, RuleFile) to the list `pages`.

    `strict` holds every file against its JSON Schema and compiles every rule at once; `house`
    (the same as `strict`, unless given) wants ids that begin with X-; `leaving` names a folder in it
    that is not read.
    """
    house = strict if house is None else house
    rules, problems, files, found = [], [], [], False
    instruments = {}
    try:
        for path, name in pages_of(folder, leaving):
            files.append(RuleFile(path))
            pages.append((name, files[-1]))
    except OSError as error:
        packs = shipped_packs() if house else {}
        help = f"a pack that ships is asked for by its name: {', '.join(packs)}" if packs else None
        return [], [Problem(f"the rules cannot be read: {error.strerror}", path=folder, suggestion=nearest(folder, packs), help=help)]
    except Unreadable as error:
        return [], error.problems
    is_new = not strict and not recall_pages(files)
    if is_new:
        for file in files:
            file.skim()
    for file in files:
        path, base = file.path, os.path.basename(file.path)
        if base == REGISTER_PAGE and not (strict or is_new):
            continue  # It was sound when it was remembered.
        try:
            page = file.rules
            faults = _faults_of_shape(file, base) if strict else ()
        except Unreadable as error:
            faults = error.problems
        if faults:
            problems += faults
            continue
        if base == INSTRUMENT_PAGE:
            instruments[os.path.dirname(path)] = {**page, "file": file}
        elif base != REGISTER_PAGE:
            found = True
            instrument = _instrument_for(path, instruments)
            for index, raw in enumerate(page):
                rule = _rule(raw, instrument, file, f"/{index}", strict, house, problems)
                if rule:
                    rules.append(rule)
    if is_new and not problems:
        remember_pages(files)
    if not found and not problems:
        problems.append(Problem("there is no rule file here", path=folder, help=f"a rule file ends in {' or '.join(SUFFIXES)} and holds a list of rules"))
    return rules, problems


def _faults_of_shape(file, base):
    from fwa_check.rulebook.shape import faults_of_shape

    return faults_of_shape(file, {INSTRUMENT_PAGE: "instrument", REGISTER_PAGE: "register"}.get(base, "rule"))


def compiled(rule, kind):
    """Return the KindRule of `rule` for `kind`; raise Unreadable with the place of a fault."""
    try:
        return rule.on(kind)
    except RuleError as error:
        raise Unreadable(rule.problem(error)) from None


def _rule(raw, instrument, file, pointer, strict, house, problems):
    inherited = {key: instrument[key] for key in INHERITED if key in instrument}
    if isinstance(raw, RememberedRule):
        return Rule({**inherited, **raw.head}, instrument, file, pointer, raw.whole)
    raw = {**inherited, **raw}
    try:
        absent = [key for key in ("jurisdiction", "binds", "versions", "dated_by", "basis", "level", "sources") if key not in raw]
        if absent:
            raise RuleError("", f"the rule has no {absent[0]}", expected=f"{absent[0]}: in the rule, or in the folder's {INSTRUMENT_PAGE}")
        if house and not raw["id"].startswith(HOUSE_PREFIX):
            raise RuleError("/id", f"{raw['id']} is not the id of a house rule", expected=f"an id that begins with {HOUSE_PREFIX}", suggestion=HOUSE_PREFIX + raw["id"])
        rule = Rule(raw, instrument, file, pointer)
        if strict:
            rule.compile()
        return rule
    except RuleError as error:
        faults = [problem_of(error, file, pointer, instrument)]
    except Unreadable as error:
        faults = error.problems
    problems += [fault for fault in faults if str(fault) not in map(str, problems)]
    return None


def doubles(rules):
    """Yield a Problem for every rule whose id another rule before it has."""
    seen = {}
    for rule in rules:
        first = seen.setdefault(rule.id, rule)
        if first is not rule:
            place = first.file.problem_at(first.pointer, "")
            yield rule.file.problem_at(f"{rule.pointer}/id", f"the id {rule.id} is taken", help=f"it stands in {place.path}, line {place.line}")


def pages_of(folder, leaving=None):
    """Yield (path, name below the folder) of every page, an instrument's own before its rules, `leaving` out the folder of that name in it."""
    if os.path.isfile(folder):
        yield folder, os.path.basename(folder)
        return
    if not os.path.isdir(folder):
        raise FileNotFoundError(2, "there is no such file or folder", folder)
    for here, folders, names in os.walk(folder, onerror=_refuse):
        folders[:] = sorted(name for name in folders if not name.startswith(".") and not (name == leaving and here == folder))
        for name in sorted(names, key=lambda name: (name != INSTRUMENT_PAGE, name)):
            if name.endswith(SUFFIXES) and not name.startswith("."):
                path = os.path.join(here, name)
                yield path, os.path.relpath(path, folder).replace(os.sep, "/")


def _refuse(error):
    raise error


def _instrument_for(path, instruments):
    """Return the page of the nearest folder above that has one, or an empty one."""
    folder = os.path.dirname(path)
    while folder and folder not in instruments:
        above = os.path.dirname(folder)
        if above == folder:
            break
        folder = above
    return instruments.get(folder, {})
