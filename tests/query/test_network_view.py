"""The network of a timeline: who took part in what."""

from dataclasses import replace

from tests.views.sample import large_timeline, sample_timeline

from dateline.model.facts import Status
from dateline.model.mentions import EntityKind, RoleName
from dateline.query.network_view import NodeKind, network_of
from dateline.query.results import Participant, PlaceRef, Timeline


def _entry(number, *people, places=()):
    entry = large_timeline(number + 1)[number]
    return replace(entry, participants=people, places=places)


def _person(iri, name, *, kind=EntityKind.PERSON, role=RoleName.AGENT):
    return Participant(
        iri=iri, name=name, kind=kind, role=role, words=name, start=0, end=1
    )


def test_one_name_in_two_articles_is_one_node() -> None:
    network = network_of(
        Timeline(
            (_entry(0, _person("a#1", "Ada Lo")), _entry(1, _person("b#1", "Ada Lo")))
        )
    )
    actors = [node for node in network.nodes if node.kind is NodeKind.ACTOR]
    assert [(actor.iri, actor.weight) for actor in actors] == [("a#1", 2)]


def test_groups_of_one_description_stay_apart() -> None:
    network = network_of(
        Timeline(
            (
                _entry(0, _person("a#1", "officials", kind=EntityKind.GROUP)),
                _entry(1, _person("b#1", "officials", kind=EntityKind.GROUP)),
            )
        )
    )
    assert len([node for node in network.nodes if node.label == "officials"]) == 2


def test_a_country_that_acts_once_is_an_actor() -> None:
    country = {"kind": EntityKind.COUNTRY}
    network = network_of(
        Timeline(
            (
                _entry(0, _person("a#1", "Kessen", role=RoleName.PLACE, **country)),
                _entry(1, _person("a#1", "Kessen", role=RoleName.AGENT, **country)),
                _entry(2, _person("a#2", "Ardovia", role=RoleName.PLACE, **country)),
            )
        )
    )
    kinds = {node.label: node.kind for node in network.nodes}
    assert kinds["Kessen"] is NodeKind.ACTOR
    assert kinds["Ardovia"] is NodeKind.PLACE


def test_a_place_that_is_also_a_participant_is_joined_once() -> None:
    there = _person("p", "Tarsk", kind=EntityKind.PLACE, role=RoleName.DESTINATION)
    network = network_of(
        Timeline((_entry(0, there, places=(PlaceRef(iri="p", name="Tarsk"),)),))
    )
    assert [edge.role for edge in network.edges] == ["destination"]


def test_every_end_of_an_edge_is_a_node_and_all_is_sorted() -> None:
    network = network_of(sample_timeline())
    iris = [node.iri for node in network.nodes]
    assert iris == sorted(set(iris))
    assert {iri for e in network.edges for iri in (e.source, e.target)} <= set(iris)


def test_an_edge_wears_the_status_of_its_event() -> None:
    network = network_of(sample_timeline())
    visit = next(
        e for e in network.edges if e.words == "Transport Minister Helga Brandt"
    )
    assert visit.status is Status.DID_NOT_HAPPEN
