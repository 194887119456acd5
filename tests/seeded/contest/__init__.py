"""The contest: which of the outside checkers see the defects that our rules see."""
