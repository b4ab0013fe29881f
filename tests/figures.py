#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright the Tandem authors
"""Prints how the C code of src is cut: a mirror, not a fence.

A function is a definition in the style of the project: its name begins a line,
and so does its opening brace. A helper is a static function that is called, and
only called: a callback, a virtual function or the work of a thread is handed over
by its name. It is called once if one call stands besides its definition.
"""

import argparse
import pathlib
import re
from collections import Counter
from typing import NamedTuple

DEFINITION = re.compile(r'^(?P<type>[A-Za-z_][^\n;{}=]*)\n(?P<name>[a-z_]\w*) \((?P<parameters>[^;{}]*?)\)\n\{$', re.M)
WORD = re.compile(r'[A-Za-z_]\w*')
CALL = re.compile(r'([A-Za-z_]\w*) \(')
COMMENT = re.compile(r'/\*.*?\*/', re.S)
STRING = re.compile(r'"(?:[^"\\\n]|\\.)*"')
MANY = 5


class Function(NamedTuple):
    path: str
    name: str
    n_lines: int
    n_parameters: int
    is_static: bool


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument('source', nargs='?', default=pathlib.Path(__file__).parent.parent / 'src')
    parser.add_argument('--list', action='store_true', help='name what is called once, has many parameters, is longest')
    options = parser.parse_args()
    files = {path: path.read_text() for path in sorted(pathlib.Path(options.source).rglob('*.[ch]'))}
    functions = [function for path, text in files.items() for function in find_functions(path, text)]
    helpers = find_helpers(files, functions)
    print_figures(files, functions, helpers)
    if options.list:
        print_list(functions, helpers)


def find_functions(path, text):
    for match in DEFINITION.finditer(text):
        end = text.index('\n}', match.end())
        yield Function(str(path), match['name'], text.count('\n', match.start('name'), end) + 1,
                       count_parameters(match['parameters']), 'static' in match['type'].split())


def count_parameters(text):
    """Commas in brackets are those of a function that is handed over."""
    while (shorter := re.sub(r'\([^()]*\)', '', text)) != text:
        text = shorter
    return 0 if text.strip() in ('', 'void') else text.count(',') + 1


def find_helpers(files, functions):
    """The helpers, and of each how many calls there are."""
    helpers = {}
    bare = {str(path): STRING.sub('""', COMMENT.sub('', text)) for path, text in files.items()}
    names = {path: Counter(WORD.findall(text)) for path, text in bare.items()}
    calls = {path: Counter(CALL.findall(text)) for path, text in bare.items()}
    for function in functions:
        n_calls = calls[function.path][function.name]
        if function.is_static and names[function.path][function.name] == n_calls:
            helpers[function] = n_calls - 1
    return helpers


def print_figures(files, functions, helpers):
    n_lines = sum(text.count('\n') for text in files.values())
    n_once = list(helpers.values()).count(1)
    many = [function for function in functions if function.n_parameters > MANY]
    long_files = [path for path, text in files.items() if text.count('\n') > 600]
    print(f'{n_lines:8} lines in {len(files)} files, {len(long_files)} of them longer than 600')
    print(f'{len(functions):8} functions, {1000 * len(functions) / n_lines:.1f} per 1,000 lines')
    print(f'{len(many):8} functions with more than {MANY} parameters')
    print(f'{n_once:8} of {len(helpers)} static helpers are called once, {100 * n_once / len(helpers):.0f} %')


def print_list(functions, helpers):
    for function in sorted(helpers):
        if helpers[function] == 1:
            print(f'{function.path}: {function.name}: {function.n_lines} lines, called once')
    for function in functions:
        if function.n_parameters > MANY:
            print(f'{function.path}: {function.name}: {function.n_parameters} parameters')
    for function in sorted(functions, key=lambda function: -function.n_lines)[:20]:
        print(f'{function.path}: {function.name}: {function.n_lines} lines')


if __name__ == '__main__':
    main()
