"""Invented texts that the tests of intake use."""

PARAGRAPH = (
    "全镇工会干部走村入企，摸清底数，逐户登记职工花名册，组织召开座谈会三次，发放宣传资料五百余份，"
    "推动非公企业组建工会，吸收会员一百二十人，服务职工的本领有了提高。"
)
OPENING = "今年以来，镇总工会在镇党委和县总工会的领导下，围绕中心，服务大局，开展了以下工作："
SECTIONS = ("抓好组织建设，扩大覆盖", "抓好维权服务，化解纠纷", "抓好自身建设，提升能力")
REPORT = "\n".join([OPENING, *(f"{n}、{h}\n{PARAGRAPH}" for n, h in zip("一二三", SECTIONS, strict=True))])
TITLED = f"某某镇总工会2020年工作总结\n\n{REPORT}\n"
