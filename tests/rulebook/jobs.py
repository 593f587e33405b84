"""Jobs of children, for tests: hours written as a call sheet writes them."""


def child_job(*stretches, born="2011-06-01", **facts):
    """A booking in New York; a stretch is "2026-03-10 09:00 - 15:00", "+" before the end for the day after."""
    sessions = []
    for stretch in stretches:
        day, start, _, end = stretch.split()
        until = day if not end.startswith("+") else f"{day[:8]}{int(day[8:]) + 1:02}"
        sessions.append({"start_at": f"{day}T{start}-04:00", "end_at": f"{until}T{end.lstrip('+')}-04:00"})
    services = {"location": "US-NY", **({"sessions": sessions} if stretches else {}), **facts.pop("services", {})}
    return {"model": {"birth_date": born}, "services": services, **facts}
