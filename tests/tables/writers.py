"""Writes grids of cells as CSV, XLSX, XLS and ODS.

A cell is a text, `None`, or one of the classes below.
"""

import csv
import io
import struct
import zipfile
from dataclasses import dataclass
from datetime import date
from xml.sax.saxutils import escape, quoteattr


@dataclass(frozen=True)
class Number:
    """A number, as a decimal, and the code of its format."""
    text: str
    format: str = "General"


@dataclass(frozen=True)
class Day:
    text: str
    format: str = "yyyy-mm-dd"

    @property
    def serial(self):
        return (date.fromisoformat(self.text) - date(1899, 12, 30)).days


@dataclass(frozen=True)
class Formula:
    """A formula without a saved result."""
    text: str


@dataclass
class Sheet:
    name: str
    rows: list
    hidden: bool = False
    merged: tuple = ()
    hidden_rows: frozenset = frozenset()


def shown(cell):
    """What a text file has of a cell."""
    return "" if cell is None else cell if isinstance(cell, str) else cell.text


def write_csv(rows, separator=",", newline="\r\n", quoting=csv.QUOTE_MINIMAL):
    out = io.StringIO()
    if len(separator) == 1:
        writer = csv.writer(out, delimiter=separator, lineterminator=newline, quoting=quoting)
        writer.writerows([shown(it) for it in row] for row in rows)
    return out.getvalue()


def letters(column):
    text = ""
    while column >= 0:
        column, text = column // 26 - 1, chr(65 + column % 26) + text
    return text


def archive(parts, stored=()):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for name, part in parts:
            kind = zipfile.ZIP_STORED if name in stored else zipfile.ZIP_DEFLATED
            file.writestr(zipfile.ZipInfo(name), part, kind)
    return out.getvalue()


def parts(content):
    """The parts of an archive."""
    with zipfile.ZipFile(io.BytesIO(content)) as file:
        return {name: file.read(name) for name in file.namelist()}


def write_xlsx(sheets):
    formats = {"General": 0}
    parts, listed, relations = [], "", ""
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    for index, sheet in enumerate(sheets, 1):
        rows = ""
        for number, row in enumerate(sheet.rows, 1):
            cells = ""
            for column, cell in enumerate(row):
                at = f"{letters(column)}{number}"
                if isinstance(cell, Formula):
                    cells += f'<c r="{at}"><f>{escape(cell.text)}</f></c>'
                elif isinstance(cell, (Number, Day)):
                    style = formats.setdefault(cell.format, len(formats))
                    text = cell.serial if isinstance(cell, Day) else cell.text
                    cells += f'<c r="{at}" s="{style}"><v>{text}</v></c>'
                elif cell:
                    cells += f'<c r="{at}" t="inlineStr"><is><t xml:space="preserve">{escape(cell)}</t></is></c>'
            hidden = ' hidden="1"' if number in sheet.hidden_rows else ""
            rows += f'<row r="{number}"{hidden}>{cells}</row>'
        merged = "".join(f'<mergeCell ref="{letters(b)}{a}:{letters(d)}{c}"/>' for a, b, c, d in sheet.merged)
        merged = f"<mergeCells>{merged}</mergeCells>" if merged else ""
        parts.append((f"xl/worksheets/sheet{index}.xml", f"<worksheet><sheetData>{rows}</sheetData>{merged}</worksheet>"))
        hidden = ' state="hidden"' if sheet.hidden else ""
        listed += f'<sheet name={quoteattr(sheet.name)} sheetId="{index}" r:id="r{index}"{hidden}/>'
        relations += (f'<Relationship Id="r{index}" Type="{office}/worksheet" '
                      f'Target="worksheets/sheet{index}.xml"/>')
    codes = "".join(f'<numFmt numFmtId="{164 + index}" formatCode={quoteattr(code)}/>'
                    for code, index in formats.items() if index)
    styles = "".join(f'<xf numFmtId="{164 + index if index else 0}"/>' for index in formats.values())
    parts += [
        ("xl/workbook.xml", f'<workbook xmlns:r="{office}"><sheets>{listed}</sheets></workbook>'),
        ("xl/_rels/workbook.xml.rels", f"<Relationships>{relations}</Relationships>"),
        ("xl/styles.xml", f"<styleSheet><numFmts>{codes}</numFmts><cellXfs>{styles}</cellXfs></styleSheet>"),
    ]
    return archive([("[Content_Types].xml", "<Types/>"), *reversed(parts)])


def write_ods(sheets):
    """Without formats that scale: those are for XLSX and XLS."""
    styles, tables = "", ""
    for index, sheet in enumerate(sheets):
        spans = {(a, b): (c - a + 1, d - b + 1) for a, b, c, d in sheet.merged}
        covered = {(row, column) for a, b, c, d in sheet.merged for row in range(a, c + 1) for column in range(b, d + 1)}
        rows = ""
        for number, row in enumerate(sheet.rows, 1):
            cells = ""
            for column, cell in enumerate(row):
                at, kind, more, text = (number, column), "table-cell", "", shown(cell)
                if at in spans:
                    more = 'table:number-rows-spanned="%d" table:number-columns-spanned="%d"' % spans[at]
                elif at in covered:
                    kind = "covered-table-cell"
                if isinstance(cell, Formula):
                    more, text = f'{more} table:formula="of:={escape(cell.text)}"', ""
                elif isinstance(cell, Number):
                    more += f' office:value-type="float" office:value="{cell.text}"'
                elif isinstance(cell, Day):
                    more += f' office:value-type="date" office:date-value="{cell.text}"'
                elif cell:
                    more += ' office:value-type="string"'
                paragraphs = "".join(f"<text:p>{escape(it).replace(' ', '<text:s/>')}</text:p>"
                                     for it in text.split("\n")) if text else ""
                cells += f"<table:{kind} {more}>{paragraphs}</table:{kind}>"
            hidden = ' table:visibility="filter"' if number in sheet.hidden_rows else ""
            rows += f"<table:table-row{hidden}>{cells}</table:table-row>"
        styles += (f'<style:style style:name="ta{index}" style:family="table"><style:table-properties '
                   f'table:display="{"false" if sheet.hidden else "true"}"/></style:style>')
        tables += f'<table:table table:name={quoteattr(sheet.name)} table:style-name="ta{index}">{rows}</table:table>'
    content = (f"<office:document-content><office:automatic-styles>{styles}</office:automatic-styles><office:body>"
               f"<office:spreadsheet>{tables}</office:spreadsheet></office:body></office:document-content>")
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    return archive([("mimetype", kind), ("content.xml", content)], stored=("mimetype",))


def write_xls(sheets):
    record = lambda kind, data: struct.pack("<HH", kind, len(data)) + data
    text = lambda it: struct.pack("<HB", len(it.encode("utf-16-le")) // 2, 1) + it.encode("utf-16-le")
    formats, streams = {"General": 0}, []
    for sheet in sheets:
        cells = b""
        for number, row in enumerate(sheet.rows):
            if number + 1 in sheet.hidden_rows:
                cells += record(0x208, struct.pack("<HHHHHHI", number, 0, 0, 0, 0, 0, 0x20))
            for column, cell in enumerate(row):
                if isinstance(cell, (Number, Day)):
                    style = formats.setdefault(cell.format, len(formats))
                    value = float(cell.serial if isinstance(cell, Day) else cell.text)
                    cells += record(0x203, struct.pack("<HHHd", number, column, style, value))
                elif cell:
                    cells += record(0x204, struct.pack("<HHH", number, column, 0) + text(cell))
        if sheet.merged:
            ranges = [struct.pack("<HHHH", a - 1, c - 1, b, d) for a, b, c, d in sheet.merged]
            cells += record(0xE5, struct.pack("<H", len(ranges)) + b"".join(ranges))
        streams.append(cells)
    begin, end = record(0x809, struct.pack("<HHHH", 0x600, 5, 0, 0)), record(0x0A, b"")
    head = begin + b"".join(record(0x41E, struct.pack("<H", 163 + index) + text(code))
                            for code, index in formats.items() if index)
    head += b"".join(record(0xE0, struct.pack("<HHH", 0, 163 + index if index else 0, 0)) for index in formats.values())
    listed = lambda sheet, at: record(0x85, struct.pack("<IBB", at, sheet.hidden, 0)
                                      + struct.pack("<B", len(sheet.name)) + text(sheet.name)[2:])
    at = len(head) + sum(len(listed(it, 0)) for it in sheets) + len(end)
    body = b""
    for sheet, cells in zip(sheets, streams):
        head += listed(sheet, at + len(body))
        body += begin + cells + end
    return compound(head + end + body)


def compound(stream):
    """A compound file with one stream."""
    stream = stream.ljust(max(4096, len(stream) + -len(stream) % 512), b"\0")
    sectors, last = len(stream) // 512, 0xFFFFFFFE
    tables = 1 + (sectors + 2) // 128
    first = tables + 1
    chain = [0xFFFFFFFD] * tables + [last] + [first + it + 1 for it in range(sectors - 1)] + [last]
    chain += [0xFFFFFFFF] * (-len(chain) % 128)
    assert len(chain) == tables * 128, (len(chain), tables)
    entry = lambda name, kind, at, size: (name.encode("utf-16-le").ljust(64, b"\0")
                                          + struct.pack("<HBB", 2 * len(name) + 2, kind, 1) + struct.pack("<iii", -1, -1, 1 if kind == 5 else -1)
                                          + b"\0" * 36 + struct.pack("<III", at, size, 0))
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 16 + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + b"\0" * 10
    head += struct.pack("<8I", tables, tables, 0, 4096, last, 0, last, 0) + struct.pack(f"<{tables}I", *range(tables))
    folder = entry("Root Entry", 5, last, 0) + entry("Workbook", 2, first, len(stream))
    return head.ljust(512, b"\xff") + struct.pack(f"<{len(chain)}I", *chain) + folder.ljust(512, b"\0") + stream
