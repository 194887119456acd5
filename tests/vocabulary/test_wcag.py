"""WCAG 2.2's criteria: all of them, once, in order, in both languages."""

from collections import Counter

from bindery.vocabulary.wcag import CRITERIA, PRINCIPLES


def test_there_are_as_many_as_wcag_has() -> None:
    """31 criteria on level A and 24 on AA; 2.1 brought twelve of them and 2.2 six."""
    assert Counter(one.level for one in CRITERIA) == {"A": 31, "AA": 24}
    assert Counter(one.since for one in CRITERIA) == {"2.0": 37, "2.1": 12, "2.2": 6}


def test_each_is_there_once_and_in_order() -> None:
    """Numbers rise and none comes twice. The one that 2.2 has taken away is not there."""
    numbers = [tuple(map(int, one.number.split("."))) for one in CRITERIA]
    assert numbers == sorted(set(numbers))
    assert (4, 1, 1) not in numbers


def test_each_has_a_name_of_its_own_in_both_languages() -> None:
    """No name is empty, and none is another criterion's."""
    for names in ([one.name.nb for one in CRITERIA], [one.name.en for one in CRITERIA]):
        assert all(names)
        assert len(set(names)) == len(names)


def test_every_principle_has_criteria() -> None:
    """Each of the four principles is stated, and every criterion stands under one."""
    assert {one.principle for one in CRITERIA} == set(PRINCIPLES)
