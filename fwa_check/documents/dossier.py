"""What the documents of one run say of each other: those that are referred to by id, and the work of each model.

Documents are read one at a time and not kept. Only those that others refer to stay, and of a
booking the few facts that later sums need.
"""

from fwa_check.documents.kinds import REFERRED_TO
from fwa_check.values.absent import MISSING

# How far a job has to have come for its worth to count.
_CONTRACTED = ("confirmed", "completed")
_TOTAL = "/compensation/total"


class NotReadYet(Exception):
    """Raised when a fact hangs on other documents and not all of them have been read."""


class PastWork:
    """What is remembered of a booking: its names, its status, the moments at which work began, and its total.

    It has the id, the path and the place of the total, and so can stand in the trail of a finding.
    `is_doubtful` says that another booking has the same id and says something else.
    """

    __slots__ = ("id", "path", "model", "client", "status", "starts", "total", "is_doubtful", "_place")

    def __init__(self, document):
        values = document.values
        services = values.get("services", {})
        sessions = services.get("sessions", MISSING)
        starts = [services.get("start_at", MISSING)] + [each.get("start_at", MISSING) for each in (() if sessions is MISSING else sessions)]
        self.id = document.id
        self.path = document.path
        self.model = folded(values.get("model", {}).get("name", MISSING))
        self.client = folded(values.get("client", {}).get("name", MISSING))
        self.status = values.get("status", MISSING)
        self.starts = tuple(start for start in starts if start is not MISSING)
        self.total = values.get("compensation", {}).get("total", MISSING)
        self.is_doubtful = False
        self._place = document.place(_TOTAL)

    def place(self, pointer):
        """Return (line, column, text, exact) of the total, the only fact of it that a trail names."""
        return self._place

    @property
    def is_contracted(self):
        """True, False, or None where the status is not stated."""
        return None if self.status is MISSING else self.status in _CONTRACTED

    def says_the_same_as(self, other):
        """Tell whether the two are one booking, read twice."""
        return all(getattr(self, name) == getattr(other, name) for name in ("model", "client", "status", "starts", "total"))

    def may_be_between(self, model, client):
        """Tell whether it is work of `model` for `client`, as far as its names say."""
        return self.model in (model, MISSING) and self.client in (client, MISSING)


def folded(name):
    """Return a name without what people write differently: capitals and spaces."""
    return MISSING if name is MISSING else " ".join(name.split()).casefold()


class Dossier:
    """The documents that were read so far. `close` says that there are no more; until then nothing is answered."""

    def __init__(self, documents=()):
        self._documents = {}
        self._first = {}
        self._work = {}
        self._between = None
        for document in documents:
            self.keep(document)

    def keep(self, document):
        """Remember what later questions need of `document`; return the earlier document whose id it claims, or None.

        An id that two different documents claim leads to neither.
        """
        if document.kind == "booking":
            work = PastWork(document)
            known = self._work.setdefault(work.id, [])
            if not any(work.says_the_same_as(each) for each in known):
                known.append(work)
        if document.kind not in REFERRED_TO:
            return None
        key = document.kind, document.id
        first = self._first.setdefault(key, document)
        self._documents.setdefault(key, document)
        if first.values == document.values:
            return None
        self._documents[key] = None
        return first

    def close(self):
        """Say that all documents have been read; return the dossier."""
        self._between = {}
        for works in self._work.values():
            for work in works:
                work.is_doubtful = len(works) > 1
                names = None if MISSING in (work.model, work.client) else (work.model, work.client)
                self._between.setdefault(names, []).append(work)
        return self

    def find(self, kind, name):
        """Return the document of `kind` with the id `name`, or None; raise NotReadYet before all were read."""
        self._wait()
        return self._documents.get((kind, name))

    def ids(self, kind):
        """Return the ids of every kept document of `kind`."""
        return [name for known, name in self._documents if known == kind]

    def other_work(self, booking_id, model, client):
        """Return every PastWork, but that of `booking_id`, that may be work of the model for the client; raise NotReadYet before all were read."""
        self._wait()
        model, client = folded(model), folded(client)
        unnamed = [work for work in self._between.get(None, ()) if work.may_be_between(model, client)]
        return [work for work in (*self._between.get((model, client), ()), *unnamed) if work.id != booking_id]

    def _wait(self):
        if self._between is None:
            raise NotReadYet
