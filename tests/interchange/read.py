"""Reads calendar files with Python's icalendar and prints what stands in them as JSON.

Every argument is a file; the output is one list per file, in the shape of readers.mjs.
"""

import json
import sys
from datetime import datetime, timezone

from icalendar import Calendar


def moment(event, name):
    if name not in event:
        return None
    value = event.decoded(name)
    if not isinstance(value, datetime):
        return value.isoformat()
    if value.tzinfo is None:
        return value.isoformat()
    return value.astimezone(timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")


def text(event, name):
    return str(event[name]) if name in event else None


def all_of(event, name):
    value = event.get(name, [])
    return [str(one) for one in (value if isinstance(value, list) else [value])]


def entry(event):
    if event.errors:
        raise SystemExit(f"{event.get('UID')}: {event.errors}")
    categories = event.get("CATEGORIES")
    return {
        "uid": text(event, "UID"),
        "start": moment(event, "DTSTART"),
        "end": moment(event, "DTEND"),
        "title": text(event, "SUMMARY"),
        "description": text(event, "DESCRIPTION"),
        "place": text(event, "LOCATION"),
        "url": text(event, "URL"),
        "categories": [str(one) for one in categories.cats] if categories else [],
        "status": text(event, "STATUS"),
        "transparency": text(event, "TRANSP"),
        "sequence": event.get("SEQUENCE"),
        "stamp": moment(event, "DTSTAMP"),
        "parents": all_of(event, "RELATED-TO"),
    }


def entries(file):
    with open(file, "rb") as source:
        calendar = Calendar.from_ical(source.read())
    if calendar.errors:
        raise SystemExit(f"{file}: {calendar.errors}")
    return [entry(event) for event in calendar.walk("VEVENT")]


json.dump([entries(file) for file in sys.argv[1:]], sys.stdout)
