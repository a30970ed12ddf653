"""The files of a new briefing: settings that all share, then seeds and pages.

In: answers, or the files of the example. Out: files by path.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from json import dumps

from generator.reading import schema_files

_STARTER = files(__package__) / "starter"
_SHARED = {
    ".ci/browser": "browser",
    ".ci/pictures": "pictures",
    ".editorconfig": "editorconfig",
    ".gitattributes": "gitattributes",
    ".github/CODEOWNERS": "CODEOWNERS",
    ".github/ISSUE_TEMPLATE/config.yml": "issues/config.yml",
    ".github/ISSUE_TEMPLATE/propose-source.yml": "issues/propose-source.yml",
    ".github/ISSUE_TEMPLATE/wrong-figure.yml": "issues/wrong-figure.yml",
    ".github/dependabot.yml": "dependabot.yml",
    ".github/pull_request_template.md": "pull_request_template.md",
    ".github/workflows/data.yml": "workflows/data.yml",
    ".github/workflows/pages.yml": "workflows/pages.yml",
    ".github/workflows/verify.yml": "workflows/verify.yml",
    ".gitignore": "gitignore",
    ".vscode/extensions.json": "vscode/extensions.json",
    ".vscode/settings.json": "vscode/settings.json",
    ".vscode/tasks.json": "vscode/tasks.json",
    "Makefile": "Makefile",
}
"""By path in the briefing, the file that it is a copy of."""
_OWN = {
    "docs/index.md": "index.md",
    "mkdocs.yml": "mkdocs.yml",
    "seeds/articles.yaml": "seeds/articles.yaml",
    "seeds/briefing.yaml": "seeds/briefing.yaml",
    "seeds/charts.yaml": "seeds/charts.yaml",
    "seeds/facts/facts.yaml": "seeds/facts.yaml",
    "seeds/indicators.yaml": "seeds/indicators.yaml",
}
"""What a briefing about something else than the example begins with."""


@dataclass(frozen=True, slots=True)
class Answers:
    """What a new briefing is about."""

    subject: str
    """The name by which articles call it."""
    subject_id: str


def scaffold_files(
    begun: Answers | Mapping[str, bytes], title: str, requirements: str
) -> Mapping[str, bytes]:
    """All files of a new briefing, by path.

    Args:
        begun: what it is about, or the seeds and pages of another that it begins with.
        title: of its site.
        requirements: the text of its requirements.txt.
    """
    made = {path: _starter(name) for path, name in _SHARED.items()}
    if isinstance(begun, Answers):
        made |= {path: _filled(name, begun, title) for path, name in _OWN.items()}
        made["seeds/articles/.gitkeep"] = b""
    else:
        made |= begun
    call = '`{{ figure("revenue-2024") }}`'
    readme = _starter("README.md").decode().replace("{title}", title).replace("{call}", call)
    made["README.md"] = readme.encode()
    made["requirements.txt"] = requirements.encode()
    made |= {f"seeds/schemas/{name}": data for name, data in schema_files().items()}
    return made


def _starter(name: str) -> bytes:
    return (_STARTER / name).read_bytes()


def _filled(name: str, answers: Answers, title: str) -> bytes:
    """A file with the answers in it, each as a text in double quotes, which JSON and YAML share."""
    text = _starter(name).decode()
    said = {"@@title@@": title, "@@name@@": answers.subject, "@@id@@": answers.subject_id}
    for mark, answer in said.items():
        text = text.replace(mark, answer if mark == "@@id@@" else dumps(answer, ensure_ascii=False))
    return text.encode()
