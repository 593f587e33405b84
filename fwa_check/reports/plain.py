"""Problems as plain lines, for standard error."""


def print_problems(problems, stream):
    """Write every Problem on `stream`, with its place, its line and a caret."""
    from fwa_check.reports import text_problems
    from fwa_check.reports.text_layout import Page
    from fwa_check.reports.text_paper import width_of, write

    page = Page(width_of(stream), getattr(stream, "encoding", None))
    for problem in problems:
        if problem.path is None:
            stream.write(page.safe.text(f"fwa-check: {problem}") + "\n")
            continue
        told = problem.as_dict()
        place = text_problems.with_place(told)
        write(stream, text_problems.problem_lines(page.safe.tree({**told, "excerpt": None}), place, page, "ERROR"), False)
