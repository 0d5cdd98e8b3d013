"""Ways in which tables are broken, by kind.

A way is a function of a table and a random generator. It returns `False` if the table has nothing for it to break.
"""

WAYS = []


def way(kind, *forms, only=None):
    """Adds a way to break the tables that are written in these formats, or only those of one subject."""
    def added(function):
        function.only = only
        WAYS.append((kind, forms or ("csv", "xlsx", "ods", "xls"), function))
        return function
    return added


SHEETS = ("xlsx", "ods", "xls")

from breaks import cells, files, headers, outputs, rows, sheets, units  # noqa: E402, F401
