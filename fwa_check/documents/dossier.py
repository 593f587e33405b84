"""What the documents of one run say of each other: those that are referred to by id, and the work of each model.

Documents are read one at a time and not kept. Only those that others refer to stay, and of a
booking the few facts that later sums need.
"""

from fwa_check.documents.kinds import REFERRED_TO
from fwa_check.values.absent import MISSING
from fwa_check.values.clocks import on_clock_of
from fwa_check.values.moments import day_of
from fwa_check.values.names import Name

# How far a job has to have come for its worth to count.
_CONTRACTED = ("confirmed", "completed")
_SAID = ("model", "client", "status", "classification", "first_day", "last_day", "contract_day", "total", "in_los_angeles")
_REMEMBERED = ("/id", "/model/name", "/client/name", "/status", "/classification", "/services/start_at", "/contract/made_on", "/compensation/total", "/services/in_city_of_los_angeles")


class NotReadYet(Exception):
    """Raised when a fact hangs on other documents and not all of them have been read."""


class PastWork:
    """What is remembered of a booking: its names, its status, its days, the day of its contract, its total, and whether it is in the City of Los Angeles.

    It has the id, the path and the places of these facts, and so can stand in the trail of a finding.
    `is_doubtful` says that another booking has the same id and says something else.
    """

    __slots__ = ("id", "path", "model", "client", "status", "classification", "first_day", "last_day", "contract_day", "total", "in_los_angeles", "is_doubtful", "_places")

    def __init__(self, document):
        values = document.values
        services = values.get("services", {})
        self.id = document.id
        self.path = document.path
        self.model = Name(values.get("model", {}).get("name", MISSING))
        self.client = Name(values.get("client", {}).get("name", MISSING))
        self.status = values.get("status", MISSING)
        self.classification = values.get("classification", MISSING)
        self.first_day = min(_days(services, "start_at"), default=MISSING)
        self.last_day = max(_days(services, "end_at"), default=self.first_day)
        self.contract_day = values.get("contract", {}).get("made_on", MISSING)
        self.total = values.get("compensation", {}).get("total", MISSING)
        self.in_los_angeles = services.get("in_city_of_los_angeles", MISSING)
        self.is_doubtful = False
        self._places = {pointer: document.place(pointer) for pointer in _REMEMBERED}

    def place(self, pointer):
        """Return (line, column, text, exact) of one of the facts that a trail names."""
        return self._places[pointer]

    @property
    def is_contracted(self):
        """True, False, or None where the status is not stated."""
        return None if self.status is MISSING else self.status in _CONTRACTED

    def says_the_same_as(self, other):
        """Tell whether the two are one booking, read twice."""
        return all(getattr(self, name) == getattr(other, name) for name in _SAID)


def _days(services, name):
    """Return the days of the services and of each session at `name`, by the clock of the place where it is known."""
    sessions, place = services.get("sessions", MISSING), services.get("location", MISSING)
    moments = [services.get(name, MISSING)] + [each.get(name, MISSING) for each in (() if sessions is MISSING else sessions)]
    return [day_of(on_clock_of(place, moment)) for moment in moments if moment is not MISSING]


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
                self._between.setdefault(_pair(work.model, work.client), []).append(work)
        return self

    def find(self, kind, name):
        """Return the document of `kind` with the id `name`, or None; raise NotReadYet before all were read."""
        self._wait()
        return self._documents.get((kind, name))

    def ids(self, kind):
        """Return the ids of every kept document of `kind`."""
        return [name for known, name in self._documents if known == kind]

    def other_work(self, document, model, client):
        """Return every other PastWork that may be work of the model for the client (each a Name); raise NotReadYet before all were read.

        That is work under the same two names, or under names so near that they may be the same, and
        work of which a name is not stated.
        """
        self._wait()
        unnamed = [work for work in self._between.get(None, ()) if model.may_be(work.model) and client.may_be(work.client)]
        own = PastWork(document)
        return [work for work in (*self._between.get(_pair(model, client), ()), *unnamed) if not (work.id == own.id and work.says_the_same_as(own))]

    def _wait(self):
        if self._between is None:
            raise NotReadYet


def _pair(model, client):
    return (model.core, client.core) if model and client else None
