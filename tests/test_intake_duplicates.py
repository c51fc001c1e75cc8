from intake_texts import REPORT, TITLED
from kb.intake import duplicates
from kb.intake.model import Piece, Rewrite

OTHER = """一年来，公司工会紧盯车间高温，给冲压班装了八台移动风机，错峰排班，午后两点到四点不派外场的活。
职工代表提的三十条意见办结二十七条，剩下三条涉及厂房改造，写明了时间。夜班食堂添了热汤，工友说管用。
技能比武分了焊接、钳工、叉车三个工种，前三名进了师带徒名单，奖金当场发到手上，年底再看徒弟的成绩。"""


def marked(*texts: str, published: dict[str, str] | None = None) -> list[tuple[str | None, str | None]]:
    pieces = [(Piece(f"a-{n}", "a", 0, len(t)), duplicates.only_letters(t)) for n, t in enumerate(texts, 1)]
    duplicates.mark(pieces, {k: duplicates.only_letters(v) for k, v in (published or {}).items()})
    return [(p.duplicate_of, p.duplicate_kind) for p, _ in pieces]


def test_exact() -> None:
    assert marked(REPORT, OTHER, REPORT.replace("，", ",")) == [(None, None), (None, None), ("a-1", "exact")]


def test_reworded() -> None:
    spun = REPORT.replace("组织", "机构").replace("推动", "带动").replace("服务", "效劳")
    assert marked(REPORT, spun) == [(None, None), ("a-1", "reworded")]


def test_truncated_is_the_shorter_one_wherever_it_stands() -> None:
    assert marked(REPORT[: len(REPORT) // 2], REPORT) == [("a-2", "truncated"), (None, None)]


def test_truncated_within_its_last_section_and_a_copy_without_a_signature() -> None:
    text = "".join(f"{REPORT}{n}" for n in range(4)) + OTHER
    assert marked(text, text[: -len(OTHER) // 2])[1] == ("a-1", "truncated")
    assert marked(text, text[:-20].replace("，职工", "，工友"))[1] == ("a-1", "reworded")


def test_of_a_published_sample() -> None:
    assert marked(REPORT, published={"township/x.md": REPORT}) == [("township/x.md", "exact")]


def test_two_that_only_share_formulas() -> None:
    other = OTHER + "\n" + REPORT.split("\n")[0]
    assert marked(REPORT, other) == [(None, None), (None, None)]


def test_spun_words_put_right_before_comparing() -> None:
    text = TITLED.replace("组织", "机构")
    rewrites = [Rewrite(i, "机构", "组织") for i in range(len(text)) if text.startswith("机构", i)]
    piece = Piece("a-1", "a", 0, len(text), rewrites=rewrites)
    assert duplicates.letters(text, piece) == duplicates.only_letters(TITLED)


def test_every_sentence_put_anew_is_a_copy() -> None:
    """A fifth of the runs of five letters are left, in every part of the text: that is no formula in common."""
    letters = list(duplicates.only_letters(REPORT))
    places, step = [], 5
    while (place := (places[-1] + step if places else 2)) < len(letters):
        places.append(place)
        step = 11 - step
    for place in places:
        letters[place] = "某"
    assert marked(REPORT, "".join(letters)) == [(None, None), ("a-1", "reworded")]
