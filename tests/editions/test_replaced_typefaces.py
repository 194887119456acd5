"""A typeface of a publication's own under the name of a default one is used in print, too."""

from pathlib import Path

from bindery.editions.pdf.fontconfig import write_configuration


def settings(tmp_path: Path, own: str) -> str:
    """What fontconfig is told of a publication with the file ``own`` and of the default ones."""
    folders = (tmp_path / "own", tmp_path / "default & more")
    for folder, names in zip(folders, ((own,), ("Andika.ttf", "Noto.ttf")), strict=True):
        folder.mkdir()
        for name in names:
            (folder / name).touch()
    write_configuration(folders, tmp_path / "work")
    return (tmp_path / "work/fonts.conf").read_text(encoding="utf-8")


def test_a_file_that_is_replaced_is_left_out(tmp_path: Path) -> None:
    """Otherwise fontconfig takes the newer of two versions, whichever folder it is in."""
    told = settings(tmp_path, "Andika.ttf")
    replaced = f"{tmp_path}/default &amp; more/Andika.ttf"
    assert told.count("<rejectfont>") == 1
    assert f"<rejectfont><glob>{replaced}</glob></rejectfont>" in told


def test_one_more_typeface_replaces_none(tmp_path: Path) -> None:
    """All files of both folders are used."""
    assert "rejectfont" not in settings(tmp_path, "Other.ttf")
