"""Other words for the same work, other dates, other sums: as people write them when they revise a document."""

import random
import re
from typing import Final

_MONTHS: Final = (
    "Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober", "November",
    "Desember",
)  # fmt: skip
_MONTH: Final = re.compile(rf"\b(?:{'|'.join(_MONTHS)})\b")
_DAY: Final = re.compile(r"\b(\d\d)/(\d\d)/(2\d{3})\b")
_SHORTEST_MONTH: Final = 28
_FIRST_SUM: Final = re.compile(r"\d+")

_VERBS: Final = {
    "Menyusun": "Penyusunan", "Penyusunan": "Menyusun", "Menyediakan": "Penyediaan", "Penyediaan": "Menyediakan",
    "Melaksanakan": "Menyelenggarakan", "Menyelenggarakan": "Melaksanakan", "Pelaksanaan": "Penyelenggaraan",
    "Pelatihan": "Bimbingan teknis", "Bimtek": "Bimbingan teknis", "Melatih": "Memberikan pelatihan kepada",
    "Pengadaan": "Mengadakan", "Mengadakan": "Pengadaan", "Pembangunan": "Membangun", "Membangun": "Pembangunan",
    "Mengembangkan": "Pengembangan", "Pengembangan": "Mengembangkan", "Menetapkan": "Penetapan",
    "Penetapan": "Menetapkan", "Mengevaluasi": "Evaluasi", "Melakukan": "Melaksanakan", "Merintis": "Perintisan",
    "Pemetaan": "Memetakan", "Pemasangan": "Memasang", "Sosialisasi": "Penyebarluasan", "Pendataan": "Mendata",
    "Penerapan": "Menerapkan", "Pemadanan": "Memadankan", "Membuka": "Menyelenggarakan", "Perilisan": "Peluncuran",
    "Merilis": "Meluncurkan", "Menyiapkan": "Penyiapan", "Merevisi": "Merevisi kembali",
}  # fmt: skip
_WORDS: Final = (
    (" untuk ", " bagi "), (" bagi ", " untuk "), (" dan ", " serta "), (" sekolah ", " satuan pendidikan "),
    (" tentang ", " mengenai "), (" petunjuk teknis ", " juknis "), (" seluruh ", " semua "), (" jenjang ", " "),
    (" melalui ", " lewat "), (" secara daring ", " daring "),
)  # fmt: skip
_ADDED: Final = (" secara bertahap", " secara terpadu", " yang lebih lengkap", " secara berkelanjutan", " lebih lanjut")
_ENDS: Final = re.compile(r"^(?P<head>.+) (?P<one>(?:bagi|untuk|kepada) .+) (?P<other>(?:di|se-)\b.+)$")


def reworded(text: str, chance: random.Random) -> str:
    """The same work in other words: another form of the verb, other small words, one more, another order, a slip."""
    ways = [_verb(text), _small(text), text + chance.choice(_ADDED), _turned(text), _slip(text, chance)]
    one = chance.choice([way for way in ways if way != text])
    other = _small(one) if chance.random() < 1 / 3 else one
    return one if other == text else other


def _verb(text: str) -> str:
    first, space, rest = text.partition(" ")
    return _VERBS.get(first, first) + space + rest


def _small(text: str) -> str:
    padded = f"{text} "
    return next((padded.replace(old, new, 1).strip() for old, new in _WORDS if old in padded), text)


def _turned(text: str) -> str:
    found = _ENDS.match(text)
    return f"{found['head']} {found['other']} {found['one']}" if found else text


def _slip(text: str, chance: random.Random) -> str:
    """Two letters of a long word in the wrong order."""
    long = [word for word in text.split() if len(word) > 7 and word.isalpha() and word.islower()]
    if not long:
        return text
    word = chance.choice(long)
    at = chance.randrange(2, len(word) - 2)
    return text.replace(word, word[:at] + word[at + 1] + word[at] + word[at + 2 :], 1)


def moved(text: str, months: int) -> str:
    """A period some months later or earlier; empty if it has no month that is written out, or leaves its year."""
    numbers = [_MONTHS.index(name) + 1 for name in _MONTH.findall(text)]
    numbers += [int(month) for day, month, _ in _DAY.findall(text)]
    if not numbers or not all(1 <= number + months <= len(_MONTHS) for number in numbers):
        return ""
    told = _MONTH.sub(lambda name: _MONTHS[_MONTHS.index(name[0]) + months], text)
    return _DAY.sub(lambda day: f"{min(int(day[1]), _SHORTEST_MONTH)}/{int(day[2]) + months:02}/{day[3]}", told)


def dearer(text: str) -> str:
    """Another sum: the first number of the text, increased; empty without one."""
    return _FIRST_SUM.sub(lambda number: str(int(number[0]) + 1), text, count=1) if _FIRST_SUM.search(text) else ""


def parted(text: str, chance: random.Random) -> tuple[str, str]:
    """The works that one is divided into: two phases, two audiences, two places."""
    one, other = chance.choice(_PARTS)
    return f"{text} {one}", f"{text} {other}"


_PARTS: Final = (
    ("tahap pertama", "tahap kedua"),
    ("gelombang I", "gelombang II"),
    ("untuk guru", "untuk kepala sekolah"),
    ("bagian persiapan", "bagian pelaksanaan"),
)
