"""A chart that took the place of another is found at that one's addresses."""

import shutil
from pathlib import Path

from generator.pipeline import assemble
from generator.publish.tree import tree_files


def test_pages_and_downloads_stand_at_the_ids_that_a_chart_had(root: Path, tmp_path: Path) -> None:
    copy = Path(shutil.copytree(root / "tests/golden/small", tmp_path / "small"))
    charts = copy / "seeds/charts.yaml"
    text = charts.read_text("utf-8")
    charts.write_text(text.replace("- id: plans\n", "- id: plans\n  formerly: [aims]\n"), "utf-8")
    tree = tree_files(assemble(copy))
    page = tree["charts/aims/index.html"].decode()
    assert 'content="0; url=../../charts/plans/"' in page
    assert '<a href="../../charts/plans/">' in page
    for ending in ("csv", "json", "narrow.json"):
        assert tree[f"charts/aims.{ending}"] == tree[f"charts/plans.{ending}"]
