"""All texts become one array of words, the same words as each text by itself."""

from hypothesis import given
from hypothesis import strategies as st

from tasks.merging.language.pieces import Cut
from tasks.merging.language.tokens import Vocabulary, counted, tokenised
from tasks.merging.words import fold, plain, straight

TEXTS = st.lists(st.text(alphabet=st.sampled_from("aBe-r.,0 12\n\tÄß́ﬁİ") | st.characters(), max_size=20), max_size=5)

PHRASES = ["dalam", "Dalam rangka", "-", "guru,", "/", "guru/", "&", "se-", "se-Bali", "dua", "1,5", "juta", "usai,uji"]
CLAUSES = st.lists(st.lists(st.sampled_from(PHRASES), max_size=7).map(" ".join), max_size=5)


@given(TEXTS | CLAUSES)
def test_every_text_has_its_plain_words(texts: list[str]) -> None:
    vocabulary = Vocabulary()
    tokens = tokenised(Cut(texts), vocabulary)
    said: list[list[str]] = [[] for _ in texts]
    row = 0
    for number in tokens.ids.tolist():
        if number == 0:
            row += 1
        else:
            said[row].append(vocabulary.words[number])
    assert said == [list(plain(straight(fold(text)))) for text in texts]


@given(TEXTS)
def test_numbers_do_not_depend_on_the_order_of_the_texts(texts: list[str]) -> None:
    one, other = Vocabulary(), Vocabulary()
    tokenised(Cut(texts), one)
    tokenised(Cut(texts[::-1]), other)
    assert one.words == other.words


def test_words_are_counted() -> None:
    vocabulary = Vocabulary(["zebra"])
    tokens = tokenised(Cut(["data data", "zebra"]), vocabulary)
    assert counted(tokens, len(vocabulary))[[vocabulary.number["data"], vocabulary.number["zebra"]]].tolist() == [2, 1]
