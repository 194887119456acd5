"""External programs and libraries; the only room that starts another program."""
