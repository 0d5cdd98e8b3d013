"""Headers as people write them."""

from breaks import way

RADICALS = str.maketrans({"入": "⼊", "人": "⼈", "业": "业", "工": "⼯", "一": "⼀", "大": "⼤", "用": "⽤", "生": "⽣"})
FULL = str.maketrans({chr(it): chr(it + 0xFEE0) for it in range(0x21, 0x7F)})


def each(change):
    """Changes some headers."""
    def broken(table, rng):
        for column in range(len(table.columns)):
            if rng.random() < 0.6:
                it = table.columns[column]
                table.rows[0][column] = change(it, rng)
    broken.__name__ = change.__name__
    way("K06")(broken)
    return change


@each
def star(it, rng):
    return rng.choice(["*%s", "%s*", "＊%s", "* %s", "%s（必填）", "%s①", "%s[1]", "%s（注1）"]) % it.header


@each
def numbered(it, rng):
    return rng.choice(["3.%s", "三、%s", "（3）%s", "3、%s", "(3) %s", "①%s", "03 %s", "3-1 %s"]) % it.header


@each
def blanks(it, rng):
    return rng.choice(["　", " ", "\n", "\u200b", "\u00a0", "\r\n", "\t"]).join(it.words) + it.header[len(it.words):]


@each
def brackets(it, rng):
    if not it.unit:
        return it.words
    form = rng.choice(["%s[%s]", "%s【%s】", "%s(%s)", "%s﹙%s﹚", "%s：%s", "%s/%s", "%s_%s", "%s %s", "%s（单位：%s）", "%s\n（%s）",
                       "%s[单位：%s]", "%s-%s", "%s,%s", "%s〔%s〕", "%s（%s", "%s%s"])
    return form % (it.words, it.unit)


@each
def radicals(it, rng):
    return it.header.translate(RADICALS)


@each
def remarks(it, rng):
    return it.header + rng.choice(["（不含税）", "（2023年）", "（年末数）", "（含分公司）", "（见附表）", "：", "（是/否）", "？"])


@each
def near_miss(it, rng):
    """One character is left out or doubled: proposed, never applied."""
    words = it.words
    if len(words) < 4:
        return it.header
    at = rng.randrange(1, len(words) - 1)
    return words[:at] + rng.choice(["", words[at] * 2]) + words[at + 1:] + it.header[len(words):]


@each
def wide(it, rng):
    return it.header.translate(FULL)


@each
def case_and_quotes(it, rng):
    return rng.choice(["“%s”", "%s ", "%s:", "【%s】", "《%s》", "%s。"]) % it.header
