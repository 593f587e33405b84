"""Languages as BCP 47 writes them, and which one answers a wish for another."""


def answers(written, asked):
    """Tell whether a paper in the language `written` is in the language `asked` for, or a variety of it (es-MX for es).

    None where it depends on the variety: a plain or another variety of the language that was asked for.
    """
    if written == asked or written.startswith(asked + "-"):
        return True
    return None if written.partition("-")[0] == asked.partition("-")[0] else False
