"""An action taken apart."""

from tasks.merging.essence import essence, split
from tasks.merging.words import words


def test_act_object_and_kind_of_product() -> None:
    found = essence("Penyusunan petunjuk teknis BOS tahun 2018")
    assert (found.act, found.object, found.head, found.years) == ("draft", ("bos", "pedoman"), "guideline", ("2018",))


def test_a_light_verb_gives_way() -> None:
    assert essence("Melaksanakan sosialisasi Permendikbud").act == "socialise"
    assert essence("Conduct training of teachers").act == "train"


def test_a_vague_verb_does_what_its_product_asks_for() -> None:
    assert essence("Membuat nota kesepahaman dengan BSSN").act == "agree"
    assert essence("Menuntaskan Peraturan Gubernur").act == "issue"


def test_who_is_told_to_do_it_is_no_part_of_it() -> None:
    assert essence("Pustekkom agar menyusun instrumen") == essence("menyusun instrumen")
    assert essence("The Ministry shall draft the guideline").object == essence("Draft the guideline").object


def test_names_of_owners_and_regions_are_no_part_of_the_object() -> None:
    assert essence("Pengadaan genset di Papua", ("Papua",)).object == essence("Pengadaan genset").object


def test_purpose_and_condition_are_kept_apart() -> None:
    core, tail = split(words("Merevisi juknis BOS agar internet dapat dibayar"))
    assert core == ("merevisi", "pedoman", "bos")
    assert tail[0] == "agar"


def test_a_second_act_on_the_same_thing_is_kept_apart() -> None:
    assert essence("menyusun laporan dan menyampaikannya ke Menteri").object == essence("menyusun laporan").object


def test_slots() -> None:
    found = essence("Pelatihan guru SMA dan kepala sekolah")
    assert ("level", "sma") in found.slots
    assert {value for slot, value in found.slots if slot == "audience"} == {"teacher", "head teacher"}


def test_steps_in_figures_roman_and_words() -> None:
    steps = [essence(f"Pemasangan VSAT {words}").steps for words in ("tahap I", "tahap 1", "tahap pertama", "phase 1")]
    assert steps == [(("tahap", "1"),)] * 4


def test_quantities_are_numbers_with_their_noun_and_years_are_none() -> None:
    found = essence("Melatih 1.000 guru tahun 2017")
    assert found.quantities == (("", "1000"), ("guru", "1000"))
    assert found.years == ("2017",)


def test_how_much_is_no_part_of_the_object() -> None:
    assert essence("Pelatihan operator sebanyak 30 orang").object == essence("Pelatihan operator").object


def test_no_act_is_no_act() -> None:
    assert essence("Internet satelit untuk sekolah").act == ""
    assert essence("").object == ()


def test_a_document_named_without_an_act_is_to_be_written() -> None:
    assert essence("Pedoman pasar ikan").act == essence("Menyusun pedoman pasar ikan").act
    assert essence("Portal pasar ikan").act == ""


def test_what_gives_way_and_a_second_act_are_no_part_of_the_object() -> None:
    assert essence("Complete the mapping of wells").object == essence("Mapping of wells").object
    assert essence("Finalise the water plan").act == "complete"
    assert essence("Draft and issue guidelines on wells").object == essence("Draft guidelines on wells").object
