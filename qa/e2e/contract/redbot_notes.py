"""What REDbot has to say of an address that is a warning or worse, a note a line: redbot_notes.py URL [HEADER VALUE]..."""

import sys
from configparser import ConfigParser

import thor
from redbot.resource import HttpResource


def main(url, *headers):
    config = ConfigParser()
    # The store is on this machine.
    config.read_dict({"redbot": {"enable_local_access": "True"}})
    resource = HttpResource(config["redbot"])
    resource.set_request(url, headers=list(zip(headers[::2], headers[1::2])))
    thor.events.EventEmitter.on(resource, "check_done", thor.stop)
    resource.check()
    thor.run()
    if resource.fetch_error:
        print(f"fetch_error {resource.fetch_error.desc}")
    for note in all_of(resource.response.notes):
        if note.level is not None and note.level.value in ("bad", "warning"):
            print(f"{type(note).__name__} ({note.level.value}): {note.summary}")


def all_of(notes):
    for note in notes:
        yield note
        yield from all_of(note.subnotes)


main(*sys.argv[1:])
