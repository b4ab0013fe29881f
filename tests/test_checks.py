#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright the Tandem authors
"""Do the checks fail when they should? Each gets a good tree and bad ones."""

import json
import unittest

from treetest import TreeTest, load


class Includes(TreeTest):
    check = load('check-includes')

    def setUp(self):
        super().setUp()
        self.write('src/main.c', '#include <locale.h>\n#include "app/shell/tdm-application.h"\n')
        self.write('src/app/shell/tdm-application.h', '#include <adwaita.h>\n')
        self.write('src/base/tdm-clock.h', '#include <glib.h>\n')
        self.write('src/model/tdm-pair.h', '#include <gio/gio.h>\n#include "base/tdm-clock.h"\n')
        self.write('src/store/tdm-store.c', '#include "config.h"\n#include "tdm-store.h"\n'
                   '#include "model/tdm-pair.h"\n#include <sqlite3.h>\n#include <sys/stat.h>\n')
        self.write('src/store/tdm-store.h', '/* Never\n#include <gtk/gtk.h>\n */\n')

    def test_features_in_a_circle(self):
        self.write('src/app/pairs/tdm-pair-page.c', '#include "app/meetings/tdm-meeting-row.h"\n')
        self.write('src/app/meetings/tdm-meeting-row.h', '')
        self.assertGood()
        self.write('src/app/meetings/tdm-meeting-row.c', '#include "app/pairs/tdm-pair-words.h"\n')
        self.assertBad('src/app', 'meetings, pairs')

    def test_layers_in_a_circle(self):
        layers = {'a': ((), ()), 'b': (('a', 'd'), ()), 'c': (('b',), ()), 'd': (('c', 'a'), ())}
        self.assertEqual(self.check.find_cycle(layers), ['b', 'c', 'd'])
        layers['d'] = (('a',), ())
        self.assertIsNone(self.check.find_cycle(layers))

    def test_good(self):
        self.assertGood()

    def test_layer_above(self):
        self.write('src/model/tdm-pair.c', '\n#include "store/tdm-store.h"\n')
        self.assertBad('src/model/tdm-pair.c:2:', 'model may not use store')

    def test_layer_above_by_relative_path(self):
        self.write('src/model/tdm-pair.c', '#include "../store/tdm-store.h"\n')
        self.assertBad('model may not use store')

    def test_layer_above_by_bare_name(self):
        self.write('src/model/tdm-pair.c', '#  include "tdm-store.h"\n')
        self.assertBad('model may not use store')

    def test_widget_sees_store(self):
        self.write('src/app/pairs/tdm-card.c', '#include "store/tdm-store.h"\n')
        self.assertBad('app may not use store')

    def test_public_header_passes_a_layer_on(self):
        self.write('src/delivery/tdm-outbox.h', '#include "workspace/tdm-workspace.h"\n')
        self.assertBad('src/delivery/tdm-outbox.h:1:', 'passes workspace on')

    def test_header_of_the_window_passes_a_layer_on(self):
        self.write('src/app/pairs/tdm-pair-page.h', '#include "workspace/tdm-workspace.h"\n')
        self.assertBad('passes workspace on')

    def test_public_header_passes_base_and_model_on(self):
        self.write('src/workspace/tdm-workspace.h', '#include "model/tdm-pair.h"\n#include "base/tdm-clock.h"\n')
        self.assertGood()

    def test_private_header_may_include_what_its_layer_may(self):
        self.write('src/workspace/tdm-workspace-private.h', '#include "store/tdm-store.h"\n')
        self.assertGood()

    def test_private_header_of_another_layer(self):
        self.write('src/workspace/tdm-workspace.c', '#include "store/tdm-store-private.h"\n')
        self.assertBad('private to store')

    def test_vault_outside_of_the_notebook(self):
        self.write('src/notebook/tdm-notebook.c', '#include "vault/tdm-vault-file.h"\ntdm_vault_file_open ();\n')
        self.assertGood()
        for layer in ('app', 'cli', 'delivery'):
            with self.subTest(layer=layer):
                self.write(f'src/{layer}/tdm-bad.c', '#include "vault/tdm-vault-file.h"\n')
                self.assertBad(f'{layer} may not use vault')
                self.write(f'src/{layer}/tdm-bad.c',
                           'typedef struct _TdmVaultFile Hidden;\n\nvoid tdm_vault_file_open (void);\n')
                self.assertBad('tdm-bad.c:3:', f'{layer} may not know vault')
                (self.root / f'src/{layer}/tdm-bad.c').unlink()

    def test_feature_of_app(self):
        self.write('src/app/pairs/tdm-card.c', '#include "shell/tdm-application.h"\n'
                   '#include "app/shell/tdm-application.h"\n#include <gtk/gtk.h>\n')
        self.assertGood()

    def test_foreign_library(self):
        for layer, header, library in (
                ('app', 'sqlite3.h', 'sqlite3'), ('store', 'libical/ical.h', 'libical'),
                ('workspace', 'sodium.h', 'libsodium'), ('store', 'curl/curl.h', 'libcurl'),
                ('calendar', 'cairo-pdf.h', 'cairo'), ('cli', 'gtk/gtk.h', 'gtk4'),
                ('exchange', 'libsecret/secret.h', 'libsecret'), ('app', 'csv.h', 'libcsv'),
                ('method', 'pango/pangocairo.h', 'pango'), ('model', 'gmime/gmime.h', 'gmime')):
            with self.subTest(layer=layer, header=header):
                self.write(f'src/{layer}/tdm-bad.c', f'#include <{header}>\n')
                self.assertBad(f'{layer} may not use {library}')
                (self.root / f'src/{layer}/tdm-bad.c').unlink()

    def test_gtk_below_the_window(self):
        for layer in sorted(set(self.check.LAYERS) - {'app'}):
            for header in ('gtk/gtk.h', 'gdk/gdk.h', 'adwaita.h'):
                with self.subTest(layer=layer, header=header):
                    self.write(f'src/{layer}/tdm-bad.h', f'#include <{header}>\n')
                    self.assertBad(f'{layer} may not use')
                    (self.root / f'src/{layer}/tdm-bad.h').unlink()

    def test_own_library(self):
        for layer, header in (('vault', 'sodium.h'), ('keyring', 'libsecret/secret.h'),
                              ('calendar', 'libical/ical.h'), ('mail', 'curl/curl.h'),
                              ('mail', 'gmime/gmime.h'), ('exchange', 'cairo-pdf.h'),
                              ('exchange', 'pango/pangocairo.h'), ('exchange', 'csv.h')):
            self.write(f'src/{layer}/tdm-good.c', f'#include <{header}>\n')
        self.assertGood()

    def test_unknown_library(self):
        self.write('src/store/tdm-x.c', '#include <boost/boost.h>\n')
        self.assertBad('in no row')

    def test_main_uses_app_only(self):
        self.write('src/main.c', '#include "store/tdm-store.h"\n')
        self.assertBad('main.c may not use store')

    def test_unknown_layer(self):
        self.write('src/utils/tdm-x.c', '')
        self.assertBad('utils is no layer')

    def test_nothing_to_check(self):
        self.check = load('check-includes')
        self.root = self.root / 'elsewhere'
        self.assertBad('nothing to check')


class Ui(TreeTest):
    check = load('check-ui')

    def ui(self, xml):
        self.write('ui/tandem.gresource.xml', '<gresources><gresource prefix="/x">'
                   '<file preprocess="xml-stripblanks">pairs/tdm-a.ui</file>'
                   '</gresource></gresources>')
        self.write('ui/pairs/tdm-a.ui', f'<interface>{xml}</interface>')

    def row(self, attributes='', properties=''):
        self.ui(f'<object class="AdwActionRow" {attributes}>{properties}</object>')

    def test_static_row(self):
        self.row('', '<property name="title" translatable="yes">Goals</property>')
        self.assertGood()

    def test_bound_row(self):
        bound = '<binding name="title"><lookup name="name"/></binding>'
        self.row('', bound)
        self.assertBad('use-markup')
        self.row('', bound + '<property name="use-markup">False</property>')
        self.assertGood()
        self.row('', bound + '<property name="use-markup">True</property>')
        self.assertBad('use-markup')

    def test_bound_by_attribute(self):
        self.row('', '<property name="subtitle" bind-source="pair" bind-property="topic"/>')
        self.assertBad('bound')

    def test_row_with_id(self):
        self.row('id="row"', '<property name="title">Goals</property>')
        self.assertBad('AdwActionRow (row)', 'from the code')

    def test_row_as_template(self):
        self.ui('<template class="TdmGoalRow" parent="AdwActionRow"/>')
        self.assertBad('TdmGoalRow', 'from the code')

    def test_static_ampersand(self):
        self.row('', '<property name="title">Goals &amp; steps</property>')
        self.assertBad('has a &')

    def test_row_in_factory(self):
        self.ui('<object class="GtkBuilderListItemFactory"><property name="bytes"><![CDATA['
                '<interface><template class="GtkListItem"><property name="child">'
                '<object class="AdwActionRow"><binding name="title"><lookup name="name"/>'
                '</binding></object></property></template></interface>]]></property></object>')
        self.assertBad('bound')

    def test_icon_button(self):
        icon = '<property name="icon-name">list-add-symbolic</property>'
        for name, good in (
                ('', False),
                ('<property name="tooltip-text" translatable="yes">Add</property>', True),
                ('<property name="tooltip-text"></property>', False),
                ('<binding name="tooltip-text"><lookup name="x"/></binding>', True),
                ('<accessibility><property name="label">Add</property></accessibility>', True),
                ('<accessibility><relation name="labelled-by">l</relation></accessibility>', True),
                ('<property name="label">Add</property>', True)):
            with self.subTest(name=name):
                self.ui(f'<object class="GtkButton">{icon}{name}</object>')
                if good:
                    self.assertGood()
                else:
                    self.assertBad('GtkButton (list-add-symbolic)', 'only an icon')

    def test_button_with_image_inside(self):
        self.ui('<object class="GtkButton"><child><object class="GtkImage"/></child></object>')
        self.assertBad('only an icon')
        self.ui('<object class="GtkButton"><property name="child">'
                '<object class="AdwButtonContent"/></property></object>')
        self.assertGood()

    def test_bare_menu_button(self):
        self.ui('<object class="GtkMenuButton"/>')
        self.assertBad('only an icon')

    def test_sign_of_the_main_menu(self):
        for sign, name, good in (('open-menu-symbolic', 'Main Menu', True),
                                 ('open-menu-symbolic', 'Menu of the Tandem', False),
                                 ('view-more-symbolic', 'Menu of the Tandem', True)):
            self.ui(f'<object class="GtkMenuButton"><property name="icon-name">{sign}</property>'
                    f'<property name="tooltip-text">{name}</property></object>')
            if good:
                self.assertGood()
            else:
                self.assertBad('main menu')

    def test_list_that_can_be_empty(self):
        for style, good in (('', False), ('<class name="with-placeholder"/>', True)):
            self.ui(f'<object class="GtkListBox"><style><class name="boxed-list"/>{style}</style>'
                    '<child type="placeholder"><object class="GtkLabel"/></child></object>')
            if good:
                self.assertGood()
            else:
                self.assertBad('with-placeholder')

    def test_submenu_that_stays(self):
        item = '<item><attribute name="label">One</attribute><attribute name="action">a.b</attribute></item>'
        hidden = '<attribute name="hidden-when">action-disabled</attribute>'
        for attributes, good in (
                ('', False),
                (hidden, False),
                (f'<attribute name="action">a.b</attribute>{hidden}', True),
                (f'<attribute name="action">a.c</attribute>{hidden}', False),
                ('<attribute name="action">a.b</attribute>', False)):
            with self.subTest(attributes=attributes):
                self.ui(f'<menu id="menu"><submenu><attribute name="label">More</attribute>{attributes}{item}'
                        '</submenu></menu>')
                if good:
                    self.assertGood()
                else:
                    self.assertBad('submenu (More)')

    def test_not_in_resources(self):
        self.ui('')
        self.write('ui/tdm-b.ui', '<interface/>')
        self.assertBad('ui/tdm-b.ui: no gresource.xml lists it')

    def test_listed_but_absent(self):
        self.ui('')
        self.write('data/more.gresource.xml',
                   '<gresources><gresource><file>tdm-c.ui</file></gresource></gresources>')
        self.assertBad('tdm-c.ui does not exist')

    def test_broken_xml(self):
        self.ui('<object>')
        self.assertBad('mismatched tag')

    def test_nothing_to_check(self):
        self.assertBad('nothing to check')


class Names(TreeTest):
    check = load('check-names')

    def setUp(self):
        super().setUp()
        self.write('ui/app.gresource.xml', '<gresources><gresource prefix="/org/tandemapp/Tandem/ui">'
                   '<file>a.ui</file></gresource></gresources>')
        self.write('ui/icons/funnel-symbolic.svg', '')
        self.code('"/org/tandemapp/Tandem/ui/a.ui"', '"funnel-symbolic"',
                  'install_action (widget_class, "pair.plan", NULL, plan)', '{ "pair.plan", { "<Control>m" } }')
        self.ui('<property name="action-name">pair.plan</property>', '&lt;Control&gt;m')

    def code(self, *lines):
        self.write('src/app/a.c', '\n'.join(lines))

    def add_code(self, line):
        self.write('src/app/b.c', line)

    def ui(self, xml, *keys):
        told = ''.join('<object class="GtkShortcutsShortcut">'
                       f'<property name="accelerator">{key}</property></object>' for key in keys)
        self.write('ui/a.ui', f'<interface>{xml}{told}</interface>')

    def test_good(self):
        self.assertGood()

    def test_resource_under_its_alias_only(self):
        self.write('ui/app.gresource.xml', '<gresources><gresource prefix="/org/tandemapp/Tandem">'
                   '<file alias="gtk/a.ui">a.ui</file></gresource></gresources>')
        self.assertBad('src/app/a.c', 'no gresource.xml has /org/tandemapp/Tandem/ui/a.ui')

    def test_begin_of_a_resource_path(self):
        self.add_code('"/org/tandemapp/Tandem/ui/"')
        self.assertGood()
        self.add_code('"/org/tandemapp/Tandem/menus/"')
        self.assertBad('no gresource.xml has')

    def test_icon_that_is_nowhere(self):
        self.add_code('"heart-of-gold-symbolic"')
        self.assertBad('src/app/b.c', 'no theme has the icon heart-of-gold-symbolic')

    def test_action_that_no_class_has(self):
        self.add_code('gtk_widget_activate_action (page, "pair.plann", NULL);')
        self.assertBad('src/app/b.c', 'no class has the action pair.plann')

    def test_action_of_a_group(self):
        self.add_code('static const GActionEntry entries[] = { { .name = "unplan", .activate = unplan_cb } };\n'
                      'gtk_widget_insert_action_group (page, "pair", group);\n'
                      'gtk_widget_activate_action (page, "pair.unplan", NULL);')
        self.assertGood()

    def test_action_in_a_menu(self):
        self.ui('<attribute name="action">pair.unplan</attribute>', '&lt;Control&gt;m')
        self.assertBad('ui/a.ui', 'no class has the action pair.unplan')

    def test_shortcut_that_is_not_told(self):
        self.ui('')
        self.assertBad('does not tell of the shortcut <control>m of pair.plan')

    def test_shortcut_that_does_not_exist(self):
        self.ui('', '&lt;Control&gt;m', '&lt;Alt&gt;Right')
        self.assertBad('nothing has the shortcut <alt>right')
        self.add_code('add_binding (widget_class, GDK_KEY_Right, GDK_ALT_MASK)')
        self.assertGood()

    def test_nothing_to_check(self):
        self.root = self.root / 'elsewhere'
        self.assertBad('nothing to check')


HEADER = '''msgid ""
msgstr ""
"Project-Id-Version: tandem\\n"
"Language: de\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"
'''
GOOD_PO = HEADER + '''
#, c-format
msgid "%d goals"
msgstr "%d Ziele"

msgctxt "noun"
msgid "Report"
msgstr "Bericht"

#, c-format
msgid "%u meeting"
msgid_plural "%u meetings"
msgstr[0] "%u Treffen"
msgstr[1] "%u Treffen"

msgid "Tandems"
msgstr "Tandems"
'''


def write_translated_tree(test):
    test.write('src/app/tdm-a.c', 'f (_("%d goals"), C_ ("noun", "Report"),\n'
               '   ngettext ("%u meeting", "%u meetings", n));\n')
    test.write('src/app/tdm-none.c', 'f ("not translated");\n')
    test.write('ui/tdm-a.ui', '<interface><object class="GtkLabel">'
               '<property name="label" translatable="yes">Tandems</property>'
               '</object></interface>')
    test.write('po/POTFILES', '# all\nsrc/app/tdm-a.c\nui/tdm-a.ui\n')
    test.write('po/LINGUAS', '# all\nde\n')
    test.write('po/de.po', GOOD_PO)


class Potfiles(TreeTest):
    check = load('check-potfiles')

    def setUp(self):
        super().setUp()
        write_translated_tree(self)

    def test_good(self):
        self.assertGood()

    def test_c_file_missing(self):
        self.write('src/app/tdm-b.c', 'f (N_("New"));\n')
        self.assertBad('src/app/tdm-b.c', 'list it')

    def test_ui_file_missing(self):
        self.write('po/POTFILES', 'src/app/tdm-a.c\n')
        self.assertBad('ui/tdm-a.ui', 'list it')

    def test_data_files_missing(self):
        for name, text in (
                ('data/a.desktop.in', '[Desktop Entry]\nType=Application\nName=Tandem\n'),
                ('data/a.gschema.xml', '<schemalist gettext-domain="tandem"><schema id="a">'
                 '<key name="k" type="b"><summary>Key</summary></key></schema></schemalist>'),
                ('data/a.metainfo.xml.in', '<component><name>Tandem</name></component>')):
            with self.subTest(name=name):
                self.write(name, text)
                self.assertBad(name, 'list it')
                (self.root / name).unlink()

    def test_listed_but_absent(self):
        (self.root / 'ui/tdm-a.ui').unlink()
        self.assertBad('ui/tdm-a.ui does not exist')

    def test_listed_twice(self):
        self.write('po/POTFILES', 'ui/tdm-a.ui\nsrc/app/tdm-a.c\nui/tdm-a.ui\n')
        self.assertBad('listed twice')


class Translations(TreeTest):
    check = load('check-translations')

    def setUp(self):
        super().setUp()
        write_translated_tree(self)

    def po(self, old, new):
        self.assertIn(old, GOOD_PO)
        self.write('po/de.po', GOOD_PO.replace(old, new))

    def test_good(self):
        self.assertGood()

    def test_new_string(self):
        self.write('src/app/tdm-a.c', (self.root / 'src/app/tdm-a.c').read_text() + '_("New")')
        self.assertBad('po/de.po: not translated: New')

    def test_empty_translation(self):
        self.po('"Bericht"', '""')
        self.assertBad('not translated: noun | Report')

    def test_missing_context(self):
        self.po('msgctxt "noun"\n', '')
        self.assertBad('not translated: noun | Report')

    def test_fuzzy(self):
        self.po('msgid "Tandems"', '#, fuzzy\nmsgid "Tandems"')
        self.assertBad('fuzzy: Tandems')

    def test_half_a_plural(self):
        self.po('msgstr[1] "%u Treffen"', 'msgstr[1] ""')
        self.assertNotEqual(self.check.complaints(self.root), [])

    def test_wrong_format(self):
        self.po('"%d Ziele"', '"%s Ziele"')
        self.assertBad('po/de.po', 'format specifications')

    def test_broken_po(self):
        self.write('po/de.po', 'msgid "half')
        self.assertBad('po/de.po')

    def test_no_po(self):
        (self.root / 'po/de.po').unlink()
        self.assertBad('po/de.po')

    def test_no_language(self):
        self.write('po/LINGUAS', '')
        self.assertBad('lists no language')

    def test_no_string(self):
        self.write('po/POTFILES', 'src/app/tdm-none.c\n')
        self.assertBad('no string to translate')


class Roles(TreeTest):
    check = load('check-roles')

    def setUp(self):
        super().setUp()
        write_translated_tree(self)

    def test_good(self):
        self.write('src/app/tdm-a.c', 'f (_("_Mentee Has Been Asked"), _("Reverse mentoring"));\n')
        self.assertGood()

    def test_string_for_the_usual_words_only(self):
        self.write('src/app/tdm-a.c', 'f (_("Call the M_entor"));\n')
        self.assertBad('“Call the Mentor” is not said')

    def test_plural(self):
        self.write('src/app/tdm-a.c', 'f (ngettext ("%u role", "%u mentors called", n));\n')
        self.assertBad('“%u mentors called”')

    def test_translation_that_says_more(self):
        self.write('po/de.po', GOOD_PO.replace('msgstr "Tandems"', 'msgstr "Mentor:innen"'))
        self.assertBad('po/de.po', '“Mentor:innen” says a role that “Tandems” does not')

    def test_nothing_to_check(self):
        self.write('po/POTFILES', '# nothing\n')
        self.assertBad('no string was found')


class Menus(TreeTest):
    check = load('check-menus')

    def setUp(self):
        super().setUp()
        self.menu('ui/a/b.ui', '_Save', '<section>', 'S_end', '</section>', '<submenu>', '_Send', '</submenu>')
        self.write('po/de.po', 'msgid "_Save"\nmsgstr "Sic_hern"\n')

    def menu(self, path, *parts):
        items = [part if part[0] == '<' else f'<item><attribute name="label">{part}</attribute></item>'
                 for part in parts]
        self.write(path, f'<interface><menu id="menu">{"".join(items)}</menu></interface>')

    def test_good(self):
        self.assertGood()

    def test_letter_in_two_sections(self):
        self.menu('ui/a/b.ui', '<section>', '_Save', '</section>', '<section>', 'Clo_se', '</section>')
        self.assertBad('ui/a/b.ui', '“_Save” and “Clo_se”', '(en, menu)')

    def test_letter_of_a_translation(self):
        self.write('po/de.po', 'msgid "_Save"\nmsgstr "Sich_ern"\n')
        self.assertBad('“Sich_ern” and “S_end”', '(de, menu)')

    def test_letter_of_the_main_menu(self):
        self.menu('ui/common/main-menu.ui', 'Clo_se')
        self.assertGood()
        self.write('src/app/a/tdm-b.c', 'tdm_main_menu_append (menu);\n')
        self.assertBad('“_Save” and “Clo_se”')

    def test_nothing_to_check(self):
        self.write('ui/a/b.ui', '<interface/>')
        self.assertBad('no menu was found')


class Flatpak(TreeTest):
    check = load('check-flatpak')

    def setUp(self):
        super().setUp()
        self.write('data/screenshots/a.png', '')
        self.metainfo()
        self.manifest('50', 'org.gnome.ScreenSaver')
        self.write('src/app/notes/tdm-notes-guard.c', 'savers[] = { "org.gnome.ScreenSaver" };\n')

    def metainfo(self, picture='https://example.org/a.png', kind='stable'):
        self.write('data/org.tandemapp.Tandem.metainfo.xml.in',
                   f'<component><screenshots><screenshot><image>{picture}</image><caption>A</caption></screenshot>'
                   f'</screenshots><releases><release version="1" type="{kind}"/></releases></component>')

    def manifest(self, runtime, *names):
        self.write('flatpak/org.tandemapp.Tandem.json', json.dumps({
            'runtime-version': runtime, 'finish-args': [f'--talk-name={name}' for name in names]}))

    def test_good(self):
        self.assertGood()

    def test_no_picture(self):
        self.write('data/org.tandemapp.Tandem.metainfo.xml.in', '<component/>')
        self.assertBad('no screenshots')

    def test_a_picture_that_is_nowhere(self):
        self.metainfo('https://example.org/b.png')
        self.assertBad('b.png')

    def test_an_unfinished_release(self):
        self.metainfo(kind='development')
        self.assertBad('release 1')

    def test_an_old_runtime(self):
        self.manifest('49', 'org.gnome.ScreenSaver')
        self.assertBad('49')

    def test_a_screen_saver_out_of_reach(self):
        self.manifest('50')
        self.assertBad('org.gnome.ScreenSaver')


class Lines(TreeTest):
    check = load('check-lines')

    def test_good(self):
        self.write('src/model/tdm-pair.c', 'ä' * 120 + '\n')
        self.assertGood()

    def test_long(self):
        self.write('src/model/tdm-pair.c', '\n' + 'ä' * 121 + '\n')
        self.assertBad('src/model/tdm-pair.c:2', '121')

    def test_long_in_python(self):
        self.write('tests/ui/driver.py', '#' * 121 + '\n')
        self.assertBad('tests/ui/driver.py:1', '121')

    def test_nothing_to_check(self):
        self.assertBad('no files')


if __name__ == '__main__':
    unittest.main()
