"""A stand-in for AWS below boto3: the real clients, with answers from a table instead of the network."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from typing import Any

import boto3

Answer = Mapping[str, Any] | Callable[[Mapping[str, Any]], Mapping[str, Any]]

VPC = "vpc-0123456789abcdef0"
CLUSTER = {"cluster": {"name": "prod", "resourcesVpcConfig": {"vpcId": VPC, "subnetIds": ["subnet-0a"]}}}


class Denied(Exception):
    """AWS refuses the call; the text is its code, and a second one its message."""

    def __str__(self) -> str:
        return str(self.args[0])


class _Response:
    def __init__(self, status: int) -> None:
        self.status_code = status
        self.headers: dict[str, str] = {}


class Aws:
    """Answers by operation. What has no answer gives an empty one. It remembers every call."""

    def __init__(self, answers: Mapping[str, Answer | Exception] | None = None) -> None:
        self.answers: dict[str, Answer | Exception] = {"DescribeCluster": CLUSTER, **(answers or {})}
        self.calls: list[tuple[str, Mapping[str, Any]]] = []
        self._lock = threading.Lock()

    def session(self) -> Any:
        session = boto3.Session(aws_access_key_id="example", aws_secret_access_key="example", region_name="eu-west-1")
        session.events.register("provide-client-params", self._asked)
        session.events.register("before-call", self._answer)
        return session

    def asked(self, operation: str) -> list[Mapping[str, Any]]:
        return [parameters for name, parameters in self.calls if name == operation]

    def _asked(self, params: Mapping[str, Any], model: Any, context: dict[str, Any], **_: Any) -> None:
        context["asked"] = dict(params)
        with self._lock:
            self.calls.append((model.name, dict(params)))

    def _answer(self, model: Any, context: Mapping[str, Any], **_: Any) -> tuple[_Response, Mapping[str, Any]]:
        answer = self.answers.get(model.name, {})
        if callable(answer):
            try:
                answer = answer(context["asked"])
            except Denied as denied:
                answer = denied
        if isinstance(answer, Denied):
            message = answer.args[1] if len(answer.args) > 1 else "no"
            return _Response(403), {"Error": {"Code": str(answer), "Message": message}, "ResponseMetadata": {}}
        if isinstance(answer, Exception):
            raise answer
        return _Response(200), {**answer, "ResponseMetadata": {"RequestId": "r"}}
