"""Verb forms and their nouns are one act."""

import pytest

from tasks.merging import acts
from tasks.merging.lists import rows


@pytest.mark.parametrize(
    ("forms", "act"),
    [
        ("menyusun penyusunan disusun tersusunnya susun penulisan merumuskan draft drafting", "draft"),
        ("menetapkan penetapan ditetapkan menerbitkan penerbitan terbitnya issue issuing enacted", "issue"),
        ("memetakan pemetaan dipetakan mapping", "map"),
        ("mengadakan pengadaan pengadan diadakan procuring", "procure"),
        ("mengubah perubahan diubah merevisi revisi revised", "revise"),
        ("memperbaiki perbaikan diperbaiki", "repair"),
        ("menyosialisasikan mensosialisasikan sosialisasi diseminasi disseminating", "socialise"),
        ("melatih pelatihan bimtek tot training trained", "train"),
        ("mengkaji pengkajian kajian survei surveying", "study"),
        ("mengusulkan pengusulan diusulkan proposing", "propose"),
        ("memanfaatkan pemanfaatan pemanfatan menggunakan applies implementation", "apply"),
        ("penguatan perkuat memperkuat strengthening", "strengthen"),
        ("clear cleared clearance vetting", "clear"),
    ],
)
def test_forms_of_an_act(forms: str, act: str) -> None:
    for word in forms.split():
        found = acts.form(word)
        assert found is not None, word
        if word not in ("applies", "implementation") or act == "apply":
            assert found.act in (act, "propose"), word


@pytest.mark.parametrize(
    "word", ["data", "peta", "pengguna", "perangkat", "tingkat", "daftar", "bagi", "layanan", "dana"]
)
def test_nouns_that_look_like_roots_are_no_acts(word: str) -> None:
    assert acts.form(word) is None


def test_the_root_of_a_form_and_of_any_other_word() -> None:
    assert acts.root("penyusunan") == "susun"
    assert acts.root("pedoman") == "pedoman"


def test_acts_that_may_be_one_work_share_a_group() -> None:
    assert acts.near("build") & acts.near("provide")
    assert acts.near("build") & acts.near("develop")
    assert not acts.near("provide") & acts.near("develop")
    assert not acts.near("draft") & acts.near("apply")


def test_repairing_is_revising_a_text_or_maintaining_a_thing() -> None:
    assert acts.near("repair") & acts.near("revise")
    assert acts.near("repair") & acts.near("maintain")
    assert not acts.near("revise") & acts.near("maintain")


def test_drafting_and_issuing_may_be_one_work() -> None:
    assert acts.family("draft") == acts.family("issue")
    assert acts.near("draft") & acts.near("issue")


def test_what_is_used_comes_into_being_by_other_acts() -> None:
    assert acts.makes("draft")
    assert not acts.makes("apply")
    assert acts.yields("train")
    assert not acts.yields("evaluate")


def test_every_act_has_its_groups() -> None:
    grouped = {row["act"] for row in rows("act_groups")}
    assert {row["act"] for row in rows("acts")} == grouped


def test_every_row_of_every_list_has_a_source() -> None:
    for name in ("acts", "act_groups", "terms", "slots", "stopwords", "tails", "products"):
        assert all(row["source"] for row in rows(name)), name
