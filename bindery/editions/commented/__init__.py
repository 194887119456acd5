"""The copy to comment on: numbered paragraphs, with the findings beside them."""
