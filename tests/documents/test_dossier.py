"""What documents say of each other: who is found by an id, and which other work a model did for a client."""

import pytest

from fwa_check.documents.dossier import Dossier, NotReadYet
from fwa_check.values.names import Name
from tests.helpers import document_of

NAMES = Name("Ines Varga"), Name("Maison Ottilie")


def _consent(purpose="Web", id="c-1"):
    return document_of("replica_consent", {"purpose": purpose}, id=id)


def _booking(id="b-1", *, path="b.yaml", **facts):
    stated = {"status": "confirmed", "model": {"name": "Ines Varga"}, "client": {"name": "Maison Ottilie"}, "compensation": {"total": "USD 300"}}
    return document_of("booking", {**stated, **facts}, id=id, path=path)


def test_nothing_is_answered_before_all_documents_were_read():
    dossier = Dossier([_consent(), _booking()])
    for ask in (lambda: dossier.find("replica_consent", "c-1"), lambda: dossier.other_work(_booking("b-2"), *NAMES)):
        with pytest.raises(NotReadYet):
            ask()
    dossier.close()
    assert dossier.find("replica_consent", "c-1").id == "c-1"
    assert [work.id for work in dossier.other_work(_booking("b-2"), *NAMES)] == ["b-1"]


def test_only_what_others_refer_to_is_found():
    dossier = Dossier([_consent(), _booking(), document_of("model_release", {}, id="r-1")]).close()
    assert dossier.find("model_release", "r-1").kind == "model_release"
    assert dossier.find("model_release", "c-1") is None
    assert dossier.find("booking", "b-1") is None
    assert (dossier.ids("replica_consent"), dossier.ids("booking")) == (["c-1"], [])


def test_an_id_that_two_different_documents_claim_leads_to_neither():
    dossier, first = Dossier(), _consent()
    assert dossier.keep(first) is None
    assert dossier.keep(_consent()) is None, "the same document, read twice"
    assert dossier.keep(_consent("Print")) is first
    assert dossier.close().find("replica_consent", "c-1") is None


def _others(*bookings, own=None):
    return Dossier(bookings).close().other_work(own or _booking("b-0"), *NAMES)


def test_work_under_a_name_that_is_near_may_be_hers_too():
    near = _booking(model={"name": "INÉS  varga"}, client={"name": "maison Ottilie, Inc."})
    assert [work.id for work in _others(near)] == ["b-1"]


def test_the_work_of_another_model_or_for_another_client_is_none_of_hers():
    assert _others(_booking(model={"name": "Jo Brandt"}), _booking("b-2", client={"name": "Atelier Sorel"})) == []
    assert _others(_booking(model={"name": "Jo Brandt"}, client={})) == []


def test_a_booking_without_a_name_may_be_hers():
    assert [work.id for work in _others(_booking(client={}), _booking("b-2", model={}))] == ["b-1", "b-2"]


def test_a_booking_is_not_other_work_beside_itself_but_another_of_its_id_is():
    assert _others(_booking("b-0")) == []
    other = _booking("b-0", compensation={"total": "USD 400"})
    assert [(work.total.amount, work.is_doubtful) for work in _others(_booking("b-0"), other)] == [(400, True)]
    assert [work.is_doubtful for work in _others(other, own=_booking("b-0"))] == [False]


def test_one_booking_that_is_read_twice_is_one_and_two_that_differ_are_doubtful():
    assert [work.is_doubtful for work in _others(_booking(), _booking(path="copy.yaml"))] == [False]
    assert [work.is_doubtful for work in _others(_booking(), _booking(compensation={"total": "USD 400"}))] == [True, True]


@pytest.mark.parametrize("status, contracted", [("confirmed", True), ("completed", True), ("option", False), ("hold", False), ("cancelled", False), ("unknown", None)])
def test_an_option_is_no_contract_and_a_status_that_is_not_stated_leaves_it_open(status, contracted):
    assert [work.is_contracted for work in _others(_booking(status=status))] == [contracted]


def test_past_work_knows_where_its_facts_stand():
    (work,) = _others(_booking(path="spring/b.yaml"))
    assert (work.path, work.place("/compensation/total")) == ("spring/b.yaml", (6, 25, "USD 300", True))
    assert work.place("/contract/made_on") == (1, 1, None, False)


def test_days_are_those_of_the_clock_in_new_york():
    services = {"location": "US-NY", "start_at": "2026-03-11T02:00+00:00", "sessions": [{"start_at": "2026-03-12T10:00-04:00", "end_at": "2026-03-13T03:59+00:00"}]}
    (work,) = _others(_booking(services=services))
    assert (work.first_day.isoformat(), work.last_day.isoformat()) == ("2026-03-10", "2026-03-12")
    (work,) = _others(_booking(services={"start_at": "2026-03-11"}))
    assert (work.first_day, work.last_day) == (work.last_day, work.first_day)
