"""Prints one page to a PDF file with WebKitGTK, as its own print command does: webkit-print.py <address> <file>."""

import sys

import gi

gi.require_version("Gtk", "3.0")
gi.require_version("WebKit2", "4.1")
from gi.repository import GLib, Gtk, WebKit2  # noqa: E402

address, target = sys.argv[1:3]
window = Gtk.OffscreenWindow()
view = WebKit2.WebView()
view.set_size_request(1280, 900)
window.add(view)
window.show_all()
failure = []


def paper():
    settings = Gtk.PrintSettings()
    settings.set(Gtk.PRINT_SETTINGS_PRINTER, "Print to File")
    settings.set(Gtk.PRINT_SETTINGS_OUTPUT_FILE_FORMAT, "pdf")
    settings.set(Gtk.PRINT_SETTINGS_OUTPUT_URI, GLib.filename_to_uri(target))
    setup = Gtk.PageSetup()
    setup.set_paper_size_and_default_margins(Gtk.PaperSize.new("iso_a4"))
    operation = WebKit2.PrintOperation.new(view)
    operation.set_print_settings(settings)
    operation.set_page_setup(setup)
    operation.connect("finished", lambda *_: Gtk.main_quit())
    operation.connect("failed", lambda _, error: (failure.append(error.message), Gtk.main_quit()))
    operation.print_()
    return False


def loaded(_, event):
    if event == WebKit2.LoadEvent.FINISHED:
        GLib.timeout_add(1500, paper)


view.connect("load-changed", loaded)
GLib.timeout_add_seconds(90, lambda: (failure.append("no answer within 90 s"), Gtk.main_quit()))
view.load_uri(address)
Gtk.main()
if failure:
    sys.exit(failure[0])
