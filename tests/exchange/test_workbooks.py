# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright the Tandem authors

"""Workbooks are read that openpyxl and XlsxWriter write, and ones put together as other programs write them."""

import datetime
import json
import os
import resource
import struct
import subprocess
import sys
import tempfile
import time
import unittest
import zipfile

import openpyxl
import xlsxwriter

PRINT_TABLE = sys.argv.pop(1)
with open(PRINT_TABLE, 'rb') as program:
    IS_SANITIZED = b'__asan_init' in program.read()
MEMORY_MOST = 512 * 1024 * 1024
NOT_A_TABLE, LOCKED, DAMAGED, TOO_LARGE, EMPTY = range(5)

TYPES = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/'
RELATIONS = ('<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">%s</Relationships>')
WORKBOOK = ('<workbook xmlns:r="r">%s<sheets><sheet name="People" sheetId="1" r:id="rId1"/></sheets></workbook>')


def limit_memory():
    # The address space of a program with sanitizers has no limit.
    if not IS_SANITIZED:
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY_MOST, MEMORY_MOST))


def relation(number, kind, target):
    return f'<Relationship Id="rId{number}" Type="{TYPES}{kind}" Target="{target}"/>'


def parts(sheet, strings=None, styles=None, settings='', workbook=WORKBOOK):
    """The parts of a workbook with one sheet."""
    others = ''
    found = {'_rels/.rels': RELATIONS % relation(1, 'officeDocument', 'xl/workbook.xml'),
             'xl/workbook.xml': workbook % settings, 'xl/worksheets/sheet1.xml': sheet}
    if strings is not None:
        found['xl/sharedStrings.xml'] = strings
        others += relation(2, 'sharedStrings', '/xl/sharedStrings.xml')
    if styles is not None:
        found['xl/styles.xml'] = styles
        others += relation(3, 'styles', 'styles.xml')
    found['xl/_rels/workbook.xml.rels'] = RELATIONS % (relation(1, 'worksheet', 'worksheets/sheet1.xml') + others)
    return found


def rows(content):
    return f'<worksheet><sheetData>{content}</sheetData></worksheet>'


class WorkbookCase(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.path = os.path.join(folder.name, 'list.xlsx')

    def run_program(self, sheet=0):
        return subprocess.run([PRINT_TABLE, self.path, str(sheet)], capture_output=True, text=True, timeout=60,
                              env=dict(os.environ, LC_ALL='C.UTF-8'), preexec_fn=limit_memory)

    def read(self, sheet=0):
        done = self.run_program(sheet)
        self.assertEqual((done.returncode, done.stderr), (0, ''))
        return json.loads(done.stdout)

    def cells(self, sheet=0):
        return [row['cells'] for row in self.read(sheet)['rows']]

    def write(self, found, method=zipfile.ZIP_DEFLATED):
        with zipfile.ZipFile(self.path, 'w', method) as archive:
            for name, content in found.items():
                archive.writestr(name, content)

    def refuse(self, code, *words):
        """The file is refused, soon, and says why without what is in it."""
        begin = time.monotonic()
        done = self.run_program()
        self.assertLess(time.monotonic() - begin, 10)
        self.assertEqual(done.returncode, 1, done.stdout[:200] + done.stderr[:500])
        self.assertEqual(int(done.stderr.split()[0]), code, done.stderr)
        for word in words:
            self.assertIn(word, done.stderr)


class Written(WorkbookCase):
    """What the libraries write."""

    def test_openpyxl(self):
        book = openpyxl.Workbook()
        sheet = book.active
        sheet.append(['Name', 'Eintritt', 'Beginn', 'Nr.', 'Quote', 'Aktiv', 'Rechnung'])
        sheet.append(['Åsa Öztürk-Großmann 👩🏽‍💻', datetime.date(2024, 2, 29),
                      datetime.datetime(2026, 4, 27, 11, 34), 4711, 0.1, True, '=1+3'])
        sheet.append([None, None, None, 12345678901234, -2.5, False])
        book.save(self.path)
        self.assertEqual(self.cells(), [
            ['Name', 'Eintritt', 'Beginn', 'Nr.', 'Quote', 'Aktiv', 'Rechnung'],
            ['Åsa Öztürk-Großmann 👩🏽‍💻', '2024-02-29', '2026-04-27 11:34:00', '4711', '0.1', 'TRUE', ''],
            ['', '', '', '12345678901234', '-2.5', 'FALSE', '']])

    def test_openpyxl_that_counts_from_1904(self):
        book = openpyxl.Workbook()
        book.epoch = openpyxl.utils.datetime.CALENDAR_MAC_1904
        book.active.append(['Tag', datetime.date(2026, 7, 14), datetime.date(1904, 1, 1)])
        book.save(self.path)
        self.assertEqual(self.cells(), [['Tag', '2026-07-14', '1904-01-01']])

    def test_xlsxwriter(self):
        book = xlsxwriter.Workbook(self.path)
        sheet = book.add_worksheet('Personen')
        day = book.add_format({'num_format': 'dd.mm.yyyy'})
        money = book.add_format({'num_format': '#,##0.00 [$€-407];[Red]-#,##0.00 "days"'})
        bold = book.add_format({'bold': True})
        sheet.write_row(0, 0, ['Name', 'Seit', 'Betrag'])
        sheet.write_rich_string(1, 0, 'Anna ', bold, 'Berg', ' (KI)')
        sheet.write_datetime(1, 1, datetime.datetime(1900, 2, 28), day)
        sheet.write_number(1, 2, 45000, money)
        sheet.write_datetime(2, 1, datetime.datetime(1900, 3, 1), day)
        sheet.write_formula(2, 2, '=1+2', None, 3)
        sheet.write_formula(3, 0, '="A"&"B"', None, 'AB')
        book.close()
        self.assertEqual(self.cells(), [['Name', 'Seit', 'Betrag'], ['Anna Berg (KI)', '1900-02-28', '45000'],
                                        ['', '1900-03-01', '3'], ['AB', '', '']])

    def test_xlsxwriter_with_texts_in_cells(self):
        book = xlsxwriter.Workbook(self.path, {'constant_memory': True})
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ['Name', ' mit Rand ', 'zwei\nZeilen', 'Zeichen\x01, _x0041_'])
        book.close()
        self.assertEqual(self.cells(), [['Name', 'mit Rand', 'zwei\nZeilen', 'Zeichen\x01, _x0041_']])

    def test_a_sheet_is_chosen(self):
        book = xlsxwriter.Workbook(self.path)
        for name in ('Verborgen', 'Mentees', 'Mentoren'):
            book.add_worksheet(name).write(0, 0, name)
        book.add_chartsheet('Bild')
        book.get_worksheet_by_name('Mentees').activate()
        book.get_worksheet_by_name('Mentees').set_first_sheet()
        book.get_worksheet_by_name('Verborgen').hide()
        chart = book.add_chart({'type': 'column'})
        chart.add_series({'values': '=Mentees!$A$1:$A$2'})
        book.get_worksheet_by_name('Bild').set_chart(chart)
        book.close()
        self.assertEqual(self.read()['sheets'], ['Mentees', 'Mentoren'])
        self.assertEqual(self.cells(), [['Mentees']])
        self.assertEqual(self.cells(1), [['Mentoren']])
        self.assertEqual(self.cells(7), [['Mentoren']])

    def test_rows_that_a_filter_hides(self):
        book = xlsxwriter.Workbook(self.path)
        sheet = book.add_worksheet()
        for row in range(4):
            sheet.write(row, 0, f'row {row + 1}')
        sheet.set_row(2, None, None, {'hidden': True})
        book.close()
        self.assertEqual([row['row'] for row in self.read()['rows'] if row['hidden']], [3])
        self.assertEqual(len(self.cells()), 4)

    def test_numbers_of_rows_are_those_of_the_spreadsheet(self):
        book = xlsxwriter.Workbook(self.path)
        sheet = book.add_worksheet()
        sheet.write(0, 0, 'Titel')
        sheet.write(4, 2, 'Name')
        book.close()
        self.assertEqual([(row['row'], row['cells']) for row in self.read()['rows']],
                         [(1, ['Titel', '', '']), (5, ['', '', 'Name'])])

    def test_ten_thousand_rows(self):
        book = openpyxl.Workbook(write_only=True)
        sheet = book.create_sheet()
        for row in range(10001):
            sheet.append([f'Person {row}', f'p{row}@example.org', row])
        book.save(self.path)
        cells = self.cells()
        self.assertEqual(len(cells), 10001)
        self.assertEqual(cells[-1], ['Person 10000', 'p10000@example.org', '10000'])


class Others(WorkbookCase):
    """What other programs write."""

    def test_every_element_has_a_prefix(self):
        self.write({name: content.replace('</', '</x:').replace('<', '<x:').replace('<x:/x:', '</x:')
                    for name, content in parts(rows('<row r="1"><c r="A1" t="s"><v>0</v></c></row>'),
                                               '<sst><si><t>Name</t></si></sst>').items()})
        self.assertEqual(self.cells(), [['Name']])

    def test_cells_and_rows_without_reference(self):
        self.write(parts(rows('<row><c t="inlineStr"><is><t>A</t></is></c><c/><c t="str"><v>C</v></c></row>'
                              '<row><c><v>1</v></c></row><row r="7"><c r="B7"><v>2</v></c><c><v>3</v></c></row>')))
        self.assertEqual([(row['row'], row['cells']) for row in self.read()['rows']],
                         [(1, ['A', '', 'C']), (2, ['1', '', '']), (7, ['', '2', '3'])])

    def test_runs_and_how_they_are_pronounced(self):
        self.write(parts(rows('<row><c t="s"><v>0</v></c></row>'),
                         '<sst><si><r><rPr><b/></rPr><t>田中</t></r><r><t xml:space="preserve"> KI</t></r>'
                         '<rPh sb="0" eb="2"><t>タナカ</t></rPh><phoneticPr/></si></sst>'))
        self.assertEqual(self.cells(), [['田中 KI']])

    def test_kinds_of_cells(self):
        self.write(parts(rows('<row><c t="e"><v>#N/A</v></c><c t="b"><v>1</v></c>'
                              '<c t="d"><v>2026-04-27T11:34:00.000</v></c><c t="d"><v>2026-04-27T00:00:00</v></c>'
                              '<c><v>1E3</v></c><c><v>0.30000000000000004</v></c>'
                              '<c s="1"><v>0.5</v></c><c s="1"><v>60</v></c><c s="2"><v>46000</v></c></row>'),
                         styles='<styleSheet><numFmts>'
                                '<numFmt numFmtId="164" formatCode="&quot;dmy&quot;0\\d"/></numFmts>'
                                '<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>'
                                '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/></cellXfs>'
                                '</styleSheet>'))
        self.assertEqual(self.cells(), [['', 'TRUE', '2026-04-27 11:34:00', '2026-04-27', '1000', '0.3', '12:00:00',
                                         '60', '46000']])

    def test_names_in_other_capitals_and_with_backslashes(self):
        found = parts(rows('<row><c t="s"><v>0</v></c></row>'), '<sst><si><t>Name</t></si></sst>')
        found['xl\\SharedStrings.xml'] = found.pop('xl/sharedStrings.xml')
        self.write(found)
        self.assertEqual(self.cells(), [['Name']])

    def test_a_mark_of_the_order_of_bytes_and_stored_parts(self):
        self.write({name: '\ufeff<?xml version="1.0" encoding="utf-8"?>\n' + content for name, content
                    in parts(rows('<row><c><v>1</v></c></row>')).items()}, zipfile.ZIP_STORED)
        self.assertEqual(self.cells(), [['1']])

    def test_marked_text_stays(self):
        self.write(parts(rows('<row><c t="inlineStr"><is><t><![CDATA[Müller & <Söhne>]]></t></is></c></row>')))
        self.assertEqual(self.cells(), [['Müller & <Söhne>']])


class Refused(WorkbookCase):
    """What is no list, or made to do harm."""

    def test_other_documents(self):
        self.write({'word/document.xml': '<document/>'})
        self.refuse(NOT_A_TABLE, '.xlsx')
        self.write({'_rels/.rels': RELATIONS % relation(1, 'officeDocument', 'xl/workbook.bin'),
                    'xl/workbook.bin': 'x'})
        self.refuse(NOT_A_TABLE, '.xlsx')

    def test_open_document(self):
        with zipfile.ZipFile(self.path, 'w') as archive:
            archive.writestr('mimetype', 'application/vnd.oasis.opendocument.spreadsheet')
            archive.writestr('content.xml', '<office/>')
        self.refuse(NOT_A_TABLE, '.ods')

    def test_old_excel_and_passwords(self):
        with open(self.path, 'wb') as file:
            file.write(b'\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1' + b'\0' * 2000)
        self.refuse(NOT_A_TABLE, '.xls')
        with open(self.path, 'ab') as file:
            file.write('EncryptedPackage'.encode('utf-16-le') + b'\0' * 100)
        self.refuse(LOCKED, 'password')

    def test_an_archive_with_a_password(self):
        self.write(parts(rows('')))
        with open(self.path, 'r+b') as file:
            data = bytearray(file.read())
            at = data.find(b'PK\1\2')
            while at >= 0:
                data[at + 8] |= 1
                at = data.find(b'PK\1\2', at + 4)
            file.seek(0)
            file.write(data)
        self.refuse(LOCKED, 'password')

    def test_pages_and_prints(self):
        for content in (b'<html><table><tr><td>Anna</td></tr></table></html>', b'%PDF-1.7\n', b'\x89PNG\r\n\x1a\n\0\0',
                        b'<?xml version="1.0"?><Workbook/>', b'Anna\0Berg\0\0\0\1\2\3abc;;'):
            with open(self.path, 'wb') as file:
                file.write(content)
            self.refuse(NOT_A_TABLE, '.xlsx')

    def test_nothing_on_the_sheet(self):
        self.write(parts(rows('<row r="1"><c r="A1"/></row>')))
        self.refuse(EMPTY, 'People')

    def test_cut_off_and_damaged(self):
        self.write(parts(rows('<row><c t="inlineStr"><is><t>' + 'Anna Berg ' * 300 + '</t></is></c></row>')),
                   zipfile.ZIP_STORED)
        with open(self.path, 'rb') as file:
            data = file.read()
        for damaged in (data[:-30], data[:len(data) // 2], data.replace(b'Anna Berg Anna', b'Anna Borg Anna', 1)):
            with open(self.path, 'wb') as file:
                file.write(damaged)
            self.refuse(DAMAGED)

    def test_elements_that_do_not_end(self):
        self.write(parts('<worksheet><sheetData><row><c><v>1</v></c>'))
        self.refuse(DAMAGED)
        self.write(parts('<a>' * 100000))
        self.refuse(DAMAGED)

    def test_entities_that_stand_for_each_other(self):
        entities = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">' + ''.join(
            f'<!ENTITY {chr(98 + i)} "{("&" + chr(97 + i) + ";") * 10}">' for i in range(9)) + ']>'
        self.write(parts(entities + rows('<row><c t="inlineStr"><is><t>&j;</t></is></c></row>')))
        self.refuse(DAMAGED)

    def test_a_text_that_is_not_there(self):
        self.write(parts(rows('<row r="4"><c r="C4" t="s"><v>9</v></c></row>'), '<sst><si><t>Name</t></si></sst>'))
        self.refuse(DAMAGED, 'Row 4, column C')

    def test_too_much_of_everything(self):
        self.write(parts(rows('<row><c t="inlineStr"><is><t>' + 'a' * 32769 + '</t></is></c></row>')))
        self.refuse(TOO_LARGE, 'Row 1, column A')
        self.write(parts(rows('<row><c r="GS1"><v>1</v></c></row>')))
        self.refuse(TOO_LARGE, 'Row 1, column GS')
        self.write(parts(rows('<row><c><v>1</v></c></row>' * 10011)))
        self.refuse(TOO_LARGE, 'Row 10011')

    def test_one_text_in_very_many_cells(self):
        cells = '<row>' + '<c t="s"><v>0</v></c>' * 200 + '</row>'
        self.write(parts(rows(cells * 100), f'<sst><si><t>{"a" * 32000}</t></si></sst>'))
        self.refuse(TOO_LARGE)

    def test_a_part_that_unpacks_to_too_much(self):
        self.write(parts(rows('<row><c t="inlineStr"><is><t>' + 'a' * 40000000 + '</t></is></c></row>')))
        self.refuse(TOO_LARGE)
        self.write(parts(rows('<row><c t="inlineStr"><is><t>' + 'a' * 20000000 + '</t></is></c></row>')))
        self.refuse(TOO_LARGE)

    def test_a_part_that_says_it_is_smaller(self):
        self.write(parts(rows('<row><c t="inlineStr"><is><t>' + 'a' * 30000 + '</t></is></c></row>')))
        with open(self.path, 'rb') as file:
            data = file.read()
        at = data.rfind(b'xl/worksheets/sheet1.xml') - 46
        self.assertEqual(data[at:at + 4], b'PK\1\2')
        with open(self.path, 'wb') as file:
            file.write(data[:at + 24] + struct.pack('<I', 100) + data[at + 28:])
        self.refuse(TOO_LARGE)

    def test_parts_that_share_their_bytes(self):
        self.write(parts(rows('<row><c><v>1</v></c></row>')))
        with open(self.path, 'rb') as file:
            data = file.read()
        entries = [at for at in range(len(data)) if data[at:at + 4] == b'PK\1\2']
        first = data[entries[0] + 42:entries[0] + 46]
        with open(self.path, 'wb') as file:
            file.write(data[:entries[1] + 42] + first + data[entries[1] + 46:])
        self.refuse(DAMAGED)

    def test_one_name_twice(self):
        with self.assertWarns(UserWarning), zipfile.ZipFile(self.path, 'w') as archive:
            for name, content in parts(rows('<row><c><v>1</v></c></row>')).items():
                archive.writestr(name, content)
            archive.writestr('xl/worksheets/sheet1.xml', rows('<row><c><v>2</v></c></row>'))
        self.refuse(DAMAGED)

    def test_names_that_lead_elsewhere(self):
        found = parts(rows('<row><c><v>1</v></c></row>'))
        found['xl/_rels/workbook.xml.rels'] = RELATIONS % relation(1, 'worksheet', '../../../../etc/passwd')
        self.write(found)
        self.refuse(DAMAGED)


if __name__ == '__main__':
    unittest.main()
