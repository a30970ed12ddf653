"""The house's shape: sizes, which way imports run, who may touch what.

Comes in: the generator's source files, as syntax trees. Goes out: one failure a rule and file.
Nothing of the generator is imported or run.
"""

import ast
from collections import Counter
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest

GENERATOR = Path(__file__).resolve().parent.parent / "generator"
HOUSE: dict[str, tuple[str, ...]] = {
    "example": (),
    "commands": (),
    "text": (),
    "kept": (),
    "model": (),
    "reading": (
        *("errors", "disk", "characters", "formats", "yaml", "values", "shapes", "records"),
        *("rules", "docs", "seeds", "settings_file", "load", "adding", "revision"),
    ),
    "atomic": (),
    "scaffold": ("requirements", "files"),
    "spread": ("work", "processes", "cluster"),
    "evidence": (
        *("text", "lexicon", "numbers", "dates", "annotate", "findings", "quotes", "origins"),
        *("terms", "statements", "aspects", "second", "prove", "reasons", "language"),
        *("dateline", "coverage", "claimed", "as_kept", "batches", "recall", "snippets"),
        *("drafted", "mended", "suggest", "proposals"),
        *("remains",),
    ),
    "ledger": (
        *("formulas", "revision", "knowledge", "book", "queries", "contradictions"),
        *("crosschecks", "promises", "published", "releases", "claims"),
    ),
    "wording": ("language", "columns", "names_with_periods", "naming", "spellings"),
    "charts": (),
    "pages": (
        *(
            "escape",
            "links",
            "by_time",
            "ledger_places",
            "site",
            "doubts",
            "templating",
            "parts",
            "handwritten",
            "handbook",
            "page_dates",
            "page_tables",
            "sharing",
        ),
        *("print_notes", "generated", "gate", "compose"),
    ),
    "exports": (),
    "editors": (),
    "proving": (),
    "settings": ("menu", "defaults", "engine", "project", "repository", "check"),
    "pipeline": (),
    "compared": (
        *("sides", "changes", "figures", "moves", "attention", "sources", "shown_parts"),
        *("comparison", "outline", "in_json", "in_text", "in_markdown"),
    ),
    "publish": (
        *("walk", "address", "folder_mark", "styles", "pictures", "engines"),
        *("pdf", "tree", "site_gate", "search_fields", "search", "policy", "manifest"),
        *("held_theme", "light_pages", "build"),
        *("preview", "verifying"),
    ),
    "cli": (),
}
"""Every room in the order of the data, with its sub-rooms and files: each imports only what stands
before it. A room with an empty row has no sub-rooms, and its files may import one another."""
ROOMS = tuple(HOUSE)
ROOMS_WITH_DISK = {"atomic", "kept", "reading", "spread", "settings", "publish", "cli"}
ROOMS_WITH_PACKAGE_DATA = {"example", "scaffold", "evidence", "wording", "pages"}
ROOMS_WITH_EXACT_NUMBERS = {"model", "evidence", "ledger"}

FILE_LINES = 350
FILES_A_FOLDER = 20
FUNCTION_LINES = 40
ARGUMENTS_BY_POSITION = 5

ONLY_IN = {
    "yaml": {"reading"},
    "plotly": {"charts"},
    "mkdocs": {"settings", "publish"},
    "material": {"publish"},
}
ONLY_IN_FILE = {
    "kaleido": "publish/pictures/renderer.py",
    "choreographer": "publish/pictures/renderer.py",
}
RUN_BY_FILE_NAME = "publish/pictures/renderer.py"
OUTSIDE_WORLD = {"os", "shutil", "socket", "sqlite3", "subprocess", "tempfile", "urllib.request"}
DISK_CALLS = {
    "chmod", "cwd", "exists", "expanduser", "glob", "hardlink_to", "is_dir", "is_file",
    "is_symlink", "iterdir", "lstat", "mkdir", "open", "read_bytes", "read_text", "rename",
    "rglob", "rmdir", "samefile", "stat", "symlink_to", "touch", "unlink", "write_bytes",
    "write_text",
}  # fmt: skip
LOADER_CALLS = {"is_dir", "is_file", "iterdir", "open", "read_bytes", "read_text"}
CLOCK_CALLS = {
    "date.today", "datetime.now", "datetime.today", "datetime.utcnow", "time.ctime", "time.gmtime",
    "time.localtime", "time.strftime", "time.time", "time.time_ns",
}  # fmt: skip
STOPWATCH_CALLS = {"time.monotonic", "time.perf_counter"}
NAMES_THAT_SAY_NOTHING = {
    "common", "core", "helper", "helpers", "lib", "manager", "misc", "util", "utils",
}  # fmt: skip

Function = ast.FunctionDef | ast.AsyncFunctionDef
Definition = Function | ast.ClassDef

MODULES = sorted(GENERATOR.rglob("*.py"))


def each_module(rule: Callable[[Path], None]) -> Callable[[], None]:
    """A test that holds a rule against every file, and names all files that break it."""

    def test() -> None:
        broken: dict[str, str] = {}
        for module in MODULES:
            try:
                rule(module)
            except AssertionError as failure:
                broken[module.relative_to(GENERATOR).as_posix()] = str(failure)
        assert not broken

    test.__doc__ = rule.__doc__
    return test


def room_of(module: Path) -> str:
    """The room that a file stands in; empty for the two files above them all."""
    return place_of(module)[0]


def place_of(module: Path) -> tuple[str, str]:
    """The room of a file, and its sub-room or own name there; empty for a door."""
    parts = module.relative_to(GENERATOR).with_suffix("").parts
    if parts[0].startswith("__"):
        return "", ""
    box = parts[1] if len(parts) > 1 else ""
    return parts[0], box.replace("__init__", "")


@cache
def tree_of(module: Path) -> ast.Module:
    return ast.parse(module.read_text(encoding="utf-8"))


@cache
def nodes_of(tree: ast.AST) -> tuple[ast.AST, ...]:
    """All below a tree; most rules look through each."""
    return tuple(ast.walk(tree))


def imports_of(tree: ast.AST) -> Iterator[str]:
    for node in nodes_of(tree):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from (f"{node.module}.{name.name}" for name in node.names)


def ours_of(tree: ast.AST) -> Iterator[str]:
    """The modules of the generator that a file imports from, below `generator`."""
    for node in nodes_of(tree):
        if isinstance(node, ast.ImportFrom) and is_within(node.module or "", "generator"):
            yield (node.module or "").partition(".")[2] or node.names[0].name
        elif isinstance(node, ast.Import):
            names = (name.name for name in node.names if is_within(name.name, "generator"))
            yield from (name.partition(".")[2] for name in names)


def calls_of(tree: ast.AST) -> Iterator[tuple[str, ast.Call]]:
    """Each call with the dotted name that it is written with; `…` for what has no name."""
    for node in nodes_of(tree):
        if isinstance(node, ast.Call):
            yield dotted(node.func), node


def dotted(node: ast.expr) -> str:
    if isinstance(node, ast.Attribute):
        return f"{dotted(node.value)}.{node.attr}"
    return node.id if isinstance(node, ast.Name) else "…"


def functions_of(tree: ast.AST) -> Iterator[Function]:
    return (node for node in nodes_of(tree) if isinstance(node, Function))


def public_in(body: list[ast.stmt]) -> Iterator[Definition]:
    for node in body:
        if isinstance(node, Definition) and not node.name.startswith("_"):
            yield node


def members_of(owner: Definition) -> Iterator[Definition]:
    return public_in(owner.body if isinstance(owner, ast.ClassDef) else [])


def is_within(name: str, package: str) -> bool:
    return name == package or name.startswith(f"{package}.")


def loads_package_data(tree: ast.AST) -> bool:
    return any(is_within(name, "importlib.resources") for name in imports_of(tree))


@each_module
def test_a_file_fits_in_the_head(module: Path) -> None:
    assert len(module.read_text(encoding="utf-8").splitlines()) <= FILE_LINES


@each_module
def test_a_function_fits_on_the_screen(module: Path) -> None:
    long = {
        function.name: lines
        for function in functions_of(tree_of(module))
        if (lines := (function.end_lineno or 0) - function.lineno + 1) > FUNCTION_LINES
    }
    assert not long


@each_module
def test_a_function_takes_few_arguments_by_position(module: Path) -> None:
    many = {
        function.name
        for function in functions_of(tree_of(module))
        if len([a for a in (*function.args.posonlyargs, *function.args.args) if a.arg != "self"])
        > ARGUMENTS_BY_POSITION
    }
    assert not many


@each_module
def test_a_public_name_says_what_it_is(module: Path) -> None:
    tree = tree_of(module)
    assert ast.get_docstring(tree), "the module has no docstring"
    public = list(public_in(tree.body))
    inside = [node for owner in public for node in members_of(owner)]
    assert not [node.name for node in (*public, *inside) if not ast.get_docstring(node)]


@each_module
def test_a_module_is_named_after_what_it_does(module: Path) -> None:
    assert module.stem not in NAMES_THAT_SAY_NOTHING


@each_module
def test_a_module_stands_in_a_room(module: Path) -> None:
    room, box = place_of(module)
    if room:
        assert room in HOUSE
        assert not HOUSE[room] or box in {"", *HOUSE[room]}


def test_the_list_of_rooms_holds_nothing_else() -> None:
    there = {place_of(module) for module in MODULES}
    listed = {(room, box) for room, boxes in HOUSE.items() for box in boxes}
    assert listed <= there
    assert {*ROOMS} == {room for room, _ in there if room}


@each_module
def test_imports_run_one_way(module: Path) -> None:
    room, box = place_of(module)
    before = {*ROOMS[: ROOMS.index(room) + 1]} if room else {*ROOMS}
    boxes = HOUSE.get(room, ())
    within = {*boxes[: boxes.index(box) + 1]} if box in boxes else {*boxes}
    wrong = set()
    for name in ours_of(tree_of(module)):
        to_room, _, rest = name.partition(".")
        if to_room not in before or (
            to_room == room and boxes and rest.split(".")[0] not in within
        ):
            wrong.add(name)
    assert not wrong


@each_module
def test_nobody_reaches_past_the_door_of_another_room(module: Path) -> None:
    room, _ = place_of(module)
    assert not {
        name for name in ours_of(tree_of(module)) if "." in name and name.split(".")[0] != room
    }


@each_module
def test_a_generated_page_is_imported_by_compose_alone(module: Path) -> None:
    pages = {name for name in ours_of(tree_of(module)) if is_within(name, "pages.generated")}
    assert not pages or module == GENERATOR / "pages/compose.py"


def test_a_folder_can_be_overlooked() -> None:
    files = Counter(module.parent for module in MODULES)
    crowded = {folder.name: many for folder, many in files.items() if many > FILES_A_FOLDER}
    assert not crowded


@each_module
def test_a_foreign_library_is_known_to_one_room(module: Path) -> None:
    wrong = {
        name
        for name in imports_of(tree_of(module))
        for library, rooms in ONLY_IN.items()
        if is_within(name, library) and room_of(module) not in rooms
    }
    assert not wrong


@each_module
def test_a_browser_is_known_to_one_file(module: Path) -> None:
    path = module.relative_to(GENERATOR).as_posix()
    wrong = {
        name
        for name in imports_of(tree_of(module))
        for library, file in ONLY_IN_FILE.items()
        if is_within(name, library) and path != file
    }
    assert not wrong


def test_what_is_run_by_its_file_name_imports_nothing_of_ours() -> None:
    assert not [
        name
        for name in imports_of(tree_of(GENERATOR / RUN_BY_FILE_NAME))
        if is_within(name, "generator")
    ]


@each_module
def test_only_rooms_with_disk_touch_the_outside(module: Path) -> None:
    room, tree = room_of(module), tree_of(module)
    if room in ROOMS_WITH_DISK:
        return
    may_load = room in ROOMS_WITH_PACKAGE_DATA and loads_package_data(tree)
    forbidden = DISK_CALLS - LOADER_CALLS if may_load else DISK_CALLS
    touched = {name for name, _ in calls_of(tree) if name.rpartition(".")[2] in forbidden}
    imported = {
        name
        for name in imports_of(tree)
        if any(is_within(name, library) for library in OUTSIDE_WORLD)
    }
    assert not touched | imported


@pytest.mark.parametrize("room", sorted({*ROOMS} - ROOMS_WITH_DISK))
def test_a_room_has_at_most_one_loader_of_package_data(room: str) -> None:
    loaders = {
        module.name
        for module in MODULES
        if room_of(module) == room and loads_package_data(tree_of(module))
    }
    assert len(loaders) <= (1 if room in ROOMS_WITH_PACKAGE_DATA else 0), loaders


@each_module
def test_an_amount_is_never_a_binary_fraction(module: Path) -> None:
    if room_of(module) not in ROOMS_WITH_EXACT_NUMBERS:
        return
    for name, call in calls_of(tree_of(module)):
        assert name != "float"
        if name.endswith("Decimal"):
            values = [node.value for node in call.args if isinstance(node, ast.Constant)]
            assert not [value for value in values if isinstance(value, float)]


@each_module
def test_the_clock_is_never_read(module: Path) -> None:
    read = {".".join(name.split(".")[-2:]) for name, _ in calls_of(tree_of(module))}
    stopwatch = set() if room_of(module) in {"publish", "cli"} else STOPWATCH_CALLS
    assert not read & (CLOCK_CALLS | stopwatch)
