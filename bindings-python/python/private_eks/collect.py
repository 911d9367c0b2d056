"""Collects every document that an audit reads, with boto3. The table of calls is the core's; this only makes them.

A call that is denied or fails leaves its part out, and `collection` in the documents says so. It changes nothing.
"""

from __future__ import annotations

import json
import os
import stat
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from datetime import datetime, timezone
from pathlib import Path
from typing import Any

from . import _wire
from ._models import CollectionAnswer, CollectionCall
from ._operations import collection
from .snapshot import Snapshot

Progress = Callable[[int, int, str], None]
"""Told after each call: how many are done, how many are known so far, and which call it was."""

VPC_NOT_KNOWN = "the VPC of the cluster is not known"
"""Why the parts of a VPC are missing where the cluster could not be described and nobody named the VPC."""

_WORKERS = 8
_DENIED = ("AccessDenied", "Unauthorized", "NotAuthorized")
_NO_IDENTITY = (
    "AuthFailure",
    "ExpiredToken",
    "ExpiredTokenException",
    "InvalidClientTokenId",
    "InvalidSignatureException",
    "SignatureDoesNotMatch",
    "UnrecognizedClientException",
)


class CollectError(Exception):
    """Nothing could be collected: boto3 is missing, there are no credentials, or there is no such cluster."""


def collect(
    cluster: str,
    *,
    region: str,
    vpc: str | None = None,
    profile: str | None = None,
    session: Any = None,
    endpoint_url: str | None = None,
    progress: Progress | None = None,
) -> Snapshot:
    """Collects every document that an audit of a cluster reads.

    Args:
        cluster: The name of the cluster.
        region: The region that it is in.
        vpc: The id of its VPC, for a caller who may not describe the cluster.
        profile: The profile of the AWS configuration to use.
        session: A `boto3.Session` to use instead.
        endpoint_url: The address of an emulator.
        progress: Is told after each call.

    Raises:
        CollectError: Nothing could be collected.
        PrivateEksError: The region or the name is wrong.
    """
    return Snapshot(
        documents(
            cluster,
            region=region,
            vpc=vpc,
            profile=profile,
            session=session,
            endpoint_url=endpoint_url,
            progress=progress,
        )
    )


def documents(
    cluster: str,
    *,
    region: str,
    vpc: str | None = None,
    profile: str | None = None,
    session: Any = None,
    endpoint_url: str | None = None,
    progress: Progress | None = None,
) -> dict[str, Any]:
    """Collects the same as `collect`, and gives it as AWS answered it, with every field."""
    table = collection(cluster=cluster, region=region)
    clients = _clients(table, region, profile, session, endpoint_url)
    return _Collector(table, clients, region, vpc, progress or (lambda done, known, call: None)).run()


def write(document: Mapping[str, Any], path: str | os.PathLike[str]) -> None:
    """Writes documents to a file that only its owner can read: the whole of them, or nothing."""
    target = writable(path)
    text = printed(document)
    # A file of `mkstemp` has the mode 0600 from its first moment.
    handle, partial = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.parent)
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        os.replace(partial, target)
    except BaseException:
        os.unlink(partial)
        raise


def printed(document: Mapping[str, Any]) -> str:
    """Documents as the text that a file of them holds."""
    return json.dumps(json.loads(_wire.dump(document)), indent=2, ensure_ascii=False) + "\n"


def writable(path: str | os.PathLike[str]) -> Path:
    """The file to write; refuses what cannot become one, so that nothing is asked of AWS in vain."""
    target = Path(path)
    if target.exists() and not stat.S_ISREG(target.stat().st_mode):
        raise CollectError(f"`{target}` is no regular file; name a file to write")
    if not target.parent.is_dir():
        raise CollectError(f"`{target.parent}`, where `{target.name}` would go, is no folder; make it first")
    return target


@dataclass
class _Part:
    """What was collected of a part, and what is missing."""

    items: list[Any] = field(default_factory=list)
    keyed: dict[str, Any] = field(default_factory=dict)
    single: Any = None
    described: set[str] = field(default_factory=set)
    answered: bool = False
    missing: dict[str, str] = field(default_factory=dict)
    """The state of what is missing by the words that say why."""
    said: dict[str, str] = field(default_factory=dict)
    """What AWS said by the same words. Of many calls that fail alike the first one speaks."""

    def value(self, keep: str) -> Any:
        if keep == "single":
            return self.single
        if keep == "keyed":
            return self.keyed
        return [item for item in self.items if not (isinstance(item, str) and item in self.described)]

    def collected(self) -> dict[str, str]:
        if not self.missing:
            return {"state": "complete"}
        state = "partial" if self.answered else next(iter(self.missing.values()))
        return {"state": state, "detail": "; ".join(self.reasons())}

    def reasons(self) -> list[str]:
        return [f"{why}: {self.said[why]}" if self.said.get(why) else why for why in self.missing]


@dataclass(frozen=True)
class _Task:
    """A call with its row."""

    call: CollectionCall
    row: tuple[str, ...] = ()


@dataclass(frozen=True)
class _Outcome:
    """An answer, all pages together, or why there is none."""

    answer: dict[str, Any] | None = None
    state: str = ""
    detail: str = ""
    code: str = ""
    message: str = ""
    """What AWS or the way to it said of a call that failed. A denied one is left alone: that names the caller."""


class _Collector:
    """One collection. Calls run in rounds: what is made for the answers of others waits for them."""

    def __init__(
        self,
        table: CollectionAnswer,
        clients: Mapping[str, Any],
        region: str,
        vpc: str | None,
        progress: Progress,
    ) -> None:
        self.table = table
        self.clients = clients
        self.region = region
        self.vpc = vpc
        self.stated_vpc = vpc
        self.progress = progress
        self.done = 0
        self.known = 0
        self.outcomes: dict[str, list[tuple[_Task, _Outcome]]] = {}
        self.unmade: dict[str, str] = {}
        """The calls that could not be made, and why."""

    def run(self) -> dict[str, Any]:
        time = datetime.now(timezone.utc).replace(microsecond=0)
        waiting = list(self.table.calls)
        pool = ThreadPoolExecutor(_WORKERS)
        try:
            while waiting:
                ready = [call for call in waiting if self._ready(call)]
                waiting = [call for call in waiting if call not in ready]
                self._round(pool, [task for call in ready for task in self._tasks(call)])
                if self.table.vpc.call in {call.id for call in ready}:
                    self._settle_cluster()
                self._refuse_unknown_vpc(ready)
        finally:
            # After a round every call has been answered. Whoever interrupts one does not wait for those that hang.
            pool.shutdown(wait=False, cancel_futures=True)
        return self._documents(time)

    def _ready(self, call: CollectionCall) -> bool:
        first = self.table.vpc.call
        if _names_vpc(call) and self.vpc is None and first not in self.outcomes:
            return False
        return call.each is None or call.each.call in self.outcomes

    def _tasks(self, call: CollectionCall) -> Iterator[_Task]:
        self.outcomes[call.id] = []
        if _names_vpc(call) and self.vpc is None:
            self.unmade[call.id] = VPC_NOT_KNOWN
        elif call.each is None:
            yield _Task(call)
        else:
            rows: dict[tuple[str, ...], None] = {}
            same_part = any(one.id == call.each.call and one.part == call.part for one in self.table.calls)
            # A call of the same part has told its fault itself.
            if not same_part and not self._whole(call.each.call):
                not_whole = f"the answer to {call.each.call} is not whole"
                self.unmade[call.id] = self.unmade.get(call.each.call, not_whole)
            for _, outcome in self.outcomes[call.each.call]:
                if outcome.answer is not None:
                    rows.update(dict.fromkeys(_rows(call.each.query, outcome.answer)))
            yield from (_Task(call, row) for row in rows)

    def _whole(self, call: str) -> bool:
        answers = (outcome.answer is not None and not outcome.state for _, outcome in self.outcomes[call])
        return call not in self.unmade and all(answers)

    def _round(self, pool: ThreadPoolExecutor, tasks: list[_Task]) -> None:
        self.known += len(tasks)
        running = [(task, pool.submit(self._make, task)) for task in tasks]
        for task, future in running:
            outcome = future.result()
            self.outcomes[task.call.id].append((task, outcome))
            self.done += 1
            self.progress(self.done, self.known, task.call.id)

    def _make(self, task: _Task) -> _Outcome:
        from botocore.exceptions import BotoCoreError, ClientError  # type: ignore[import-untyped, unused-ignore]
        from botocore.parsers import ResponseParserError  # type: ignore[import-untyped, unused-ignore]

        call = task.call
        need = call.permission or call.id
        try:
            return self._ask(task)
        except ClientError as error:
            code = str(error.response.get("Error", {}).get("Code", "")) or "an error without a code"
            if any(word in code for word in _DENIED):
                return _Outcome(state="denied", detail=f"{need}: {code}", code=code)
            message = str(error.response.get("Error", {}).get("Message") or "")
            return _Outcome(state="failed", detail=f"{need}: {code}", code=code, message=message)
        except (BotoCoreError, ResponseParserError) as error:
            name = type(error).__name__
            return _Outcome(state="failed", detail=f"{need}: {name}", code=name, message=str(error))

    def _ask(self, task: _Task) -> _Outcome:
        call = task.call
        client = self.clients[call.service]
        known = client.meta.service_model.operation_model(call.operation).input_shape
        parameters = {
            key: self._filled(value, task.row)
            for key, value in call.parameters.items()
            if key not in call.newer or (known is not None and key in known.members)
        }
        whole: dict[str, Any] = {}
        more = False
        for page in _pages(client, call, parameters):
            more = bool(call.truncated and page.get(call.truncated))
            page = {key: value for key, value in page.items() if key != "ResponseMetadata"}
            for key, value in page.items():
                if isinstance(whole.get(key), list):
                    whole[key] = whole[key] + value
                else:
                    whole[key] = value
        if more:
            return _Outcome(whole, "partial", f"{call.permission}: there is more than was given")
        return _Outcome(whole)

    def _filled(self, value: Any, row: tuple[str, ...]) -> Any:
        if isinstance(value, str):
            value = value.replace("{vpc}", self.vpc or "")
            for at, text in enumerate(row, start=1):
                value = text if value == f"{{{at}}}" else value
            return value
        if isinstance(value, Mapping):
            return {key: self._filled(item, row) for key, item in value.items()}
        return [self._filled(item, row) for item in value] if isinstance(value, (list, tuple)) else value

    def _settle_cluster(self) -> None:
        """Finds the VPC, and refuses to go on where every further call would fail alike."""
        ((_, outcome),) = self.outcomes[self.table.vpc.call]
        if outcome.answer is None:
            if outcome.code == "ResourceNotFoundException":
                raise CollectError(f"there is no such cluster in `{self.region}`; name one of `aws eks list-clusters`")
            if outcome.code in _NO_IDENTITY or "Credential" in outcome.code or "Token" in outcome.code:
                raise CollectError(f"AWS does not know the caller: {outcome.code}; check the credentials")
            return
        if self.vpc is None:
            found = _search(self.table.vpc.query, outcome.answer)
            self.vpc = found if isinstance(found, str) and found else self._vpc_of_subnets(outcome.answer)

    def _refuse_unknown_vpc(self, made: Iterable[CollectionCall]) -> None:
        """A VPC that AWS does not know would leave empty lists, which read as if there were nothing.

        Route 53 says `InvalidVPCId` too where the VPC is another account's, so that only EC2 is asked.
        """
        if self.stated_vpc is None:
            return
        calls = (call for call in made if call.service == "ec2" and _names_vpc(call))
        for outcome in (outcome for call in calls for _, outcome in self.outcomes[call.id]):
            if outcome.code.startswith(("InvalidVpcID", "InvalidVpcId")) or (outcome.answer or {}).get("Vpcs") == []:
                raise CollectError(
                    f"AWS knows no VPC `{self.stated_vpc}` in `{self.region}`; name the cluster's with `--vpc`, in "
                    "Python `vpc`"
                )

    def _vpc_of_subnets(self, answer: Mapping[str, Any]) -> str | None:
        """AWS always names the VPC; an emulator may not."""
        subnets = _search("cluster.resourcesVpcConfig.subnetIds", answer)
        for call in self.table.calls:
            if subnets and call.operation == "DescribeSubnets":
                outcome = self._make(_Task(replace(call, parameters={"SubnetIds": subnets})))
                found = _search("Subnets[0].VpcId", outcome.answer or {})
                return found if isinstance(found, str) else None
        return None

    def _documents(self, time: datetime) -> dict[str, Any]:
        parts: dict[str, _Part] = {}
        keeps: dict[str, str] = {}
        account: str | None = None
        for call in self.table.calls:
            outcomes = self.outcomes[call.id]
            if call.part is None:
                for _, outcome in outcomes:
                    account = (outcome.answer or {}).get(call.result, account)
                continue
            part = parts.setdefault(call.part, _Part())
            if call.keep != "nothing":
                keeps[call.part] = call.keep
            if call.id in self.unmade:
                part.missing.setdefault(self.unmade[call.id], "failed")
            for task, outcome in outcomes:
                _put(part, task, outcome)
        if not any(part.answered for part in parts.values()):
            why = next((reason for part in parts.values() for reason in part.reasons()), "")
            raise CollectError(f"no call was answered: {why}")
        whose = {"account": account, "region": self.region, "time": time.strftime("%Y-%m-%dT%H:%M:%SZ")}
        document: dict[str, Any] = {
            "collection": {
                **{key: value for key, value in whose.items() if value is not None},
                "parts": {key: part.collected() for key, part in parts.items()},
            }
        }
        for key, part in parts.items():
            if part.answered or not part.missing:
                document[key] = part.value(keeps[key])
        return document


def _put(part: _Part, task: _Task, outcome: _Outcome) -> None:
    """Puts an answer where the table says that it belongs."""
    call = task.call
    if outcome.state:
        part.missing.setdefault(outcome.detail, outcome.state)
        part.said.setdefault(outcome.detail, outcome.message)
    if outcome.answer is None or call.keep == "nothing":
        return
    part.answered = True
    result = outcome.answer.get(call.result)
    if call.keep == "list":
        part.items.extend(item for item in result or [] if item not in part.items)
    elif call.keep == "object":
        part.items.append(result)
        part.described.update(task.row[:1])
    elif call.keep == "answer":
        part.items.append(outcome.answer)
    elif call.keep == "single":
        part.single = result
    else:
        part.keyed[task.row[0]] = {call.result: result if result is not None else []}


def _pages(client: Any, call: CollectionCall, parameters: dict[str, Any]) -> Iterable[dict[str, Any]]:
    if client.can_paginate(call.method):
        yield from client.get_paginator(call.method).paginate(**parameters)
        return
    while True:
        page = getattr(client, call.method)(**parameters)
        yield page
        token = page.get(call.pages.output_token) if call.pages and call.pages.input_token else None
        if not token or call.pages is None:
            return
        parameters = {**parameters, call.pages.input_token: token}


def _rows(query: str, answer: Mapping[str, Any]) -> Iterator[tuple[str, ...]]:
    for row in _search(query, answer) or []:
        if row and all(isinstance(text, str) and text for text in row):
            yield tuple(row)


def _search(query: str, answer: Mapping[str, Any]) -> Any:
    import jmespath  # type: ignore[import-untyped, unused-ignore]

    return jmespath.search(query, answer)


def _names_vpc(call: CollectionCall) -> bool:
    return "{vpc}" in json.dumps(call.parameters)


def _clients(
    table: CollectionAnswer, region: str, profile: str | None, session: Any, endpoint_url: str | None
) -> dict[str, Any]:
    """One client for each service. They are made here because a session, unlike a client, is for one thread."""
    try:
        import boto3  # type: ignore[import-untyped, unused-ignore]
        from botocore.config import Config  # type: ignore[import-untyped, unused-ignore]
        from botocore.exceptions import BotoCoreError
    except ImportError:
        raise CollectError("boto3 is missing; install `private-eks[aws]`") from None
    config = Config(
        connect_timeout=10,
        read_timeout=60,
        max_pool_connections=_WORKERS,
        retries={"mode": "standard", "total_max_attempts": 4},
    )
    try:
        session = session or boto3.Session(profile_name=profile, region_name=region)
        return {
            service: session.client(service, region_name=region, endpoint_url=endpoint_url, config=config)
            for service in sorted({call.service for call in table.calls})
        }
    except (BotoCoreError, ValueError) as error:
        raise CollectError(f"no client of AWS could be made: {error}") from None
