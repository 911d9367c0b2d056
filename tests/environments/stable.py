"""Gives a snapshot the same ids and times in every run: the emulator draws them by lot. Relations between ids stay."""

from __future__ import annotations

import json
import re
from collections import Counter
from typing import Any

TIME = "2026-11-01T00:00:00+00:00"
_KINDS = "acl|aclassoc|dopt|eni|eni-attach|i|lt|pl|r|rtb|rtbassoc|sg|sgr|subnet|vol|vpc|vpc-cidr-assoc|vpce|vpce-svc"
_ID = re.compile(rf"(?<![a-z0-9-])({_KINDS})-([0-9a-f]{{17}})(?![0-9a-f])")
_UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
_MAC = re.compile(r"(?:[0-9a-f]{2}:){5}[0-9a-f]{2}")
_TIME = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)")


def stable(snapshot: dict[str, Any]) -> dict[str, Any]:
    """The snapshot with ids in the order in which they first occur, counted by kind."""
    known: dict[str, str] = {}
    count: Counter[str] = Counter()

    def number(kind: str, text: str) -> int:
        if text not in known:
            count[kind] += 1
            known[text] = str(count[kind])
        return int(known[text])

    text = json.dumps(snapshot)
    text = _TIME.sub(TIME, text)
    text = _ID.sub(lambda match: f"{match[1]}-{number(match[1], match[0]):017x}", text)
    text = _UUID.sub(lambda match: f"00000000-0000-4000-8000-{number('uuid', match[0]):012x}", text)
    text = _MAC.sub(lambda match: f"02:00:00:00:00:{number('mac', match[0]):02x}", text)
    renamed: dict[str, Any] = json.loads(text)
    return renamed
