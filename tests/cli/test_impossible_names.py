"""A name that the system refuses is a person's mistake: one sentence that names it, status 2, and no report of ours."""

import pytest

from tests.cli.running import Command

LONG = "x" * 300


@pytest.mark.parametrize(
    "arguments",
    [
        ["export", f"{LONG}.json"],
        ["import", f"{LONG}.json"],
        ["doctor", "--repair", f"{LONG}.json"],
        ["templates", "edit", "application-check-call", "--like", LONG],
        ["templates", "edit", LONG, "--like", "application-check-call"],
        ["--config", f"{LONG}.toml", "due"],
        ["--config", f"{LONG}/config.toml", "config", "list"],
        ["--config", f"{LONG}.toml", "config", "set", "theme", "followup-dark"],
        ["--config", f"{LONG}.toml"],
    ],
)
def test_a_name_that_is_too_long_is_refused_in_a_sentence(
    followup: Command, arguments: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VISUAL", "true")
    status, out, err = followup(*arguments)
    assert (status, out) == (2, "")
    assert err.startswith("followup: ")
    assert err.count("\n") == 1
    assert LONG in err
    assert "an error of our own" not in err
