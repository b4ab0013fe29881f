#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright the Tandem authors
"""Pitfalls in ui/*.ui that show only at run time:

- A row of libadwaita reads its title as markup, so a person called "A & B"
  loses her name. Rows whose title can come from data need use-markup False.
- A file that no gresource.xml lists is not found when the window opens.
- A button with only an icon needs a name for those who cannot see it.
- The sign of the main menu is on the main menu alone: that of a page or a dialog has another one.
- In a boxed list with a placeholder no row is the last child: the line below the last one runs past the round corners.
- A submenu stays when nothing in it can be used, unless it hides with an action of its items.
"""

import sys
import xml.etree.ElementTree as ElementTree

import checklib

ROWS = {'AdwPreferencesRow', 'AdwActionRow', 'AdwComboRow', 'AdwExpanderRow', 'AdwEntryRow',
        'AdwPasswordEntryRow', 'AdwSwitchRow', 'AdwSpinRow', 'AdwButtonRow'}
BUTTONS = {'GtkButton', 'GtkToggleButton', 'GtkMenuButton', 'GtkLinkButton', 'AdwSplitButton'}
ICONS = {'GtkImage', 'GtkPicture'}
FALSE = {'false', 'no', '0', 'f', 'n'}


def property_of(widget, name):
    """The <property> or <binding> of that name, None when not set."""
    for child in widget:
        if child.tag in ('property', 'binding') and \
                (child.get('name') or '').replace('_', '-') == name:
            return child
    return None


def is_dynamic(element):
    return element is not None and (element.tag == 'binding' or 'bind-source' in element.attrib)


def text_of(element):
    return (element.text or '').strip() if element is not None else ''


def class_of(widget):
    """The class, or for a template the one it derives from."""
    return widget.get('parent' if widget.tag == 'template' else 'class')


def name_of(widget):
    label = widget.get('id') or text_of(property_of(widget, 'title')) \
        or text_of(property_of(widget, 'icon-name'))
    return f'{widget.get("class")}{f" ({label})" if label else ""}'


def widgets_in(interface):
    """All objects and templates, also those in the text of list factories."""
    for element in interface.iter():
        if element.tag in ('object', 'template'):
            yield element
        if element.tag == 'property' and element.get('name') == 'bytes' and \
                text_of(element).startswith('<'):
            yield from widgets_in(ElementTree.fromstring(text_of(element)))


def row_pitfall(widget):
    if class_of(widget) not in ROWS or \
            text_of(property_of(widget, 'use-markup')).lower() in FALSE:
        return None
    texts = [property_of(widget, name) for name in ('title', 'subtitle')]
    if any(is_dynamic(text) for text in texts):
        return 'title or subtitle is bound, so use-markup must be False'
    if any(set(text_of(text)) & set('&<') for text in texts):
        return 'title or subtitle has a & or <, so use-markup must be False'
    if widget.tag == 'template' or widget.get('id'):
        return 'can get a title from the code, so use-markup must be False'
    return None


def has_accessible_name(widget):
    tooltip = property_of(widget, 'tooltip-text')
    if is_dynamic(tooltip) or text_of(tooltip):
        return True
    return any(text_of(part) or is_dynamic(part) for part in widget.findall('accessibility/*')
               if part.get('name') in ('label', 'labelled-by'))


def shows_only_icon(widget):
    label = property_of(widget, 'label')
    if is_dynamic(label) or text_of(label):
        return False
    children = widget.findall('child/object') + widget.findall("property[@name='child']/object")
    if children:
        return all(class_of(child) in ICONS for child in children)
    return property_of(widget, 'icon-name') is not None or class_of(widget) == 'GtkMenuButton'


def button_pitfall(widget):
    if class_of(widget) in BUTTONS and shows_only_icon(widget) and not has_accessible_name(widget):
        return 'shows only an icon: give it a tooltip-text or an accessible label'
    return None


def menu_pitfall(widget):
    is_main = text_of(property_of(widget, 'tooltip-text')) == 'Main Menu'
    if text_of(property_of(widget, 'icon-name')) == 'open-menu-symbolic' and not is_main:
        return 'has the sign of the main menu: take view-more-symbolic'
    return None


def list_pitfall(widget):
    styles = {part.get('name') for part in widget.findall('style/class')}
    has_placeholder = widget.find("child[@type='placeholder']") is not None
    if 'boxed-list' in styles and has_placeholder and 'with-placeholder' not in styles:
        return 'has a placeholder, which is its last child: give it the style with-placeholder'
    return None


def attribute_of(item, name):
    return text_of(item.find(f"attribute[@name='{name}']"))


def submenu_complaint(submenu):
    used = {attribute_of(item, 'action') for item in submenu.iter('item')}
    if attribute_of(submenu, 'action') in used and attribute_of(submenu, 'hidden-when') == 'action-disabled':
        return None
    return f'submenu ({attribute_of(submenu, "label")}): hide it when the action of its items is disabled'


def file_complaints(root, path):
    try:
        interface = ElementTree.parse(root / path).getroot()
        widgets = list(widgets_in(interface))
    except ElementTree.ParseError as error:
        return [f'{path}: {error}']
    submenus = filter(None, map(submenu_complaint, interface.iter('submenu')))
    reasons = ((widget, reason) for widget in widgets
               for reason in (row_pitfall(widget), button_pitfall(widget), menu_pitfall(widget),
                                      list_pitfall(widget)))
    return [f'{path}: {complaint}' for complaint in submenus] + \
        [f'{path}: {name_of(widget)}: {reason}' for widget, reason in reasons if reason]


def listed_in_resources(root):
    """The .ui files named by a gresource.xml, with the one naming them."""
    listed = {}
    for resource in checklib.files_below(root, ('ui', 'data', 'src'), ['.gresource.xml']):
        for element in ElementTree.parse(root / resource).iter('file'):
            name = text_of(element)
            if name.endswith('.ui'):
                listed[(root / resource).parent / name] = resource
    return listed


def complaints(root):
    files = checklib.files_below(root, ['ui'], ['.ui'])
    listed = listed_in_resources(root)
    found = [] if files else ['ui: there is nothing to check']
    for path in files:
        if root / path not in listed:
            found.append(f'{path}: no gresource.xml lists it')
        found += file_complaints(root, path)
    for path, resource in sorted(listed.items()):
        if not path.is_file():
            found.append(f'{resource}: {path.name} does not exist')
    return found


if __name__ == '__main__':
    sys.exit(checklib.run(complaints))
