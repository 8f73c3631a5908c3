"""Templates as files: the package's and the user's own."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from followup_tui.exchange.template_files import check_template, load_builtin, load_templates

GOOD = "---\nname: Mine\nkind: thank_you\n---\nSubject: S\n\nHello {{contact.first_name}}"


def test_the_built_in_ones_are_read_once_and_only_when_asked_for() -> None:
    assert load_builtin() is load_builtin()
    assert not any(template.own for template in load_builtin())
    code = (
        "import sys; import followup_tui.exchange.template_files as t; import followup_tui.domain.templates;"
        "print(t.load_builtin.cache_info().currsize, 'textual' in sys.modules, 'tinydb' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["0", "False", "False"]


@pytest.mark.parametrize("directory", [None, Path("no", "such", "directory")])
def test_without_a_directory_there_are_the_built_in_ones(directory: Path | None) -> None:
    assert load_templates(directory) == (load_builtin(), ())


def test_the_users_own_stand_beside_the_built_in_ones(tmp_path: Path) -> None:
    (tmp_path / "mine.md").write_text(GOOD, encoding="utf-8")
    templates, problems = load_templates(tmp_path)
    assert problems == ()
    assert templates[:-1] == load_builtin()
    assert (templates[-1].id, templates[-1].name, templates[-1].own) == ("mine", "Mine", True)


def test_one_with_the_file_name_of_a_built_in_one_stands_in_its_place(tmp_path: Path) -> None:
    built_in = load_builtin()[0]
    (tmp_path / f"{built_in.id}.md").write_text(GOOD.replace("Mine", built_in.name), encoding="utf-8")
    templates, problems = load_templates(tmp_path)
    assert problems == ()
    assert len(templates) == len(load_builtin())
    assert [template.id for template in templates if template.own] == [built_in.id]


def test_a_bad_one_is_reported_by_place_and_the_built_in_one_is_used(tmp_path: Path) -> None:
    built_in = load_builtin()[0]
    file = tmp_path / f"{built_in.id}.md"
    file.write_text(GOOD + "\n{{zz}}\n[[", encoding="utf-8")
    (tmp_path / "mine.md").write_text(GOOD, encoding="utf-8")
    templates, problems = load_templates(tmp_path)
    assert built_in in templates
    assert [template.id for template in templates if template.own] == ["mine"]
    assert [str(problem) for problem in problems] == [
        f"{file}:8:3: there is no field zz",
        f"{file}:9:1: this [[ is not closed by ]]",
    ]
    assert check_template(file) == problems
    assert check_template(tmp_path / "mine.md") == ()


def test_of_two_with_one_name_the_first_is_used(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(GOOD, encoding="utf-8")
    (tmp_path / "b.md").write_text(GOOD.replace("---\nname: Mine", "---\n\nname: MINE", 1), encoding="utf-8")
    (tmp_path / "c.md").write_text(GOOD.replace("Mine", load_builtin()[0].name), encoding="utf-8")
    templates, problems = load_templates(tmp_path)
    assert [template.id for template in templates if template.own] == ["a"]
    assert [(problem.file.name, problem.line) for problem in problems] == [("b.md", 3), ("c.md", 2)]
    assert problems[0].message == "the name “MINE” is that of a.md already; give it another one"


def test_text_that_is_not_utf_8_is_reported_by_place(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes(GOOD.encode() + "\né".encode() + b"x\xe9")
    _, (problem,) = load_templates(tmp_path)
    assert problem[1:] == (8, 3, "not UTF-8 text; save the file as UTF-8")


def test_only_text_files_of_a_letters_size_are_read(tmp_path: Path) -> None:
    (tmp_path / "directory.md").mkdir()
    (tmp_path / "large.md").write_bytes(b"x" * 300_000)
    (tmp_path / "dangling.md").symlink_to(tmp_path / "nothing")
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "pipe.md")
    names = {"directory.md", "large.md", "dangling.md"} | {file.name for file in tmp_path.glob("pipe.md")}
    templates, problems = load_templates(tmp_path)
    assert templates == load_builtin()
    assert {problem.file.name for problem in problems} == names
    assert all(problem.line is None for problem in problems)
    assert str(problems[0]) == f"{problems[0].file}: not a text file of the size of a letter, so it is not read"


def test_hidden_files_and_others_are_left_alone(tmp_path: Path) -> None:
    for name in (".hidden.md", "note.txt", "mine.md~", "README"):
        (tmp_path / name).write_text("not a template", encoding="utf-8")
    assert load_templates(tmp_path) == (load_builtin(), ())


def test_a_directory_that_cannot_be_read_is_reported(tmp_path: Path) -> None:
    file = tmp_path / "templates"
    file.write_text("a file where the directory should be", encoding="utf-8")
    templates, (problem,) = load_templates(file)
    assert templates == load_builtin()
    assert problem.file == file
    assert problem.message.startswith("cannot be read: ")


def test_a_file_that_cannot_be_read_is_reported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.md").write_text(GOOD, encoding="utf-8")

    def refuse(_path: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    load_builtin()
    monkeypatch.setattr(Path, "read_bytes", refuse)
    _, (problem,) = load_templates(tmp_path)
    assert problem.message == "cannot be read: Permission denied"
