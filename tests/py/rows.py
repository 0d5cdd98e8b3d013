"""Which rows of a frame are records."""

import chanjiao

NAMES = {
    subject["subject"]: next((it["fact"][1:] for it in subject["facts"] if it["type"] == "text"), None)
    for subject in chanjiao.subjects()
}


def is_record(subject, row):
    """Whether a row, with all columns of its table, has more than a name, or has a name and no other column."""
    name = NAMES[subject]
    filled = [key for key, value in row.items() if value is not None and str(value).strip()]
    return bool(filled) and (filled != [name] or list(row) == [name])
