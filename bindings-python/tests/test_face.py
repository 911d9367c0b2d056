"""What the Python face promises beside the answers: data that behaves, errors that say where, boto3's documents."""

from __future__ import annotations

import copy
import json
import os
import pickle
import sys
from collections.abc import Iterator, Mapping
from dataclasses import MISSING, FrozenInstanceError, fields, is_dataclass, replace
from datetime import date, datetime, timezone
from enum import Enum
from pathlib import Path
from types import MappingProxyType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

import private_eks as pe
import pytest
from private_eks import _errors

VPCS = {"Vpcs": [{"VpcId": "vpc-0a", "CidrBlock": "10.0.0.0/16"}]}
SUBNETS = {"Subnets": [{"SubnetId": "subnet-0b", "VpcId": "vpc-0a"}]}


def sample(hint: Any, **given: Any) -> Any:
    """The smallest value of a type, so that a test names only the fields that it is about."""
    if get_origin(hint) in (UnionType, Union):
        return None if type(None) in get_args(hint) else sample(get_args(hint)[0])
    if get_origin(hint) is Literal:
        return get_args(hint)[0]
    kind = get_origin(hint) or hint
    if kind is tuple:
        return ()
    if kind is Mapping:
        return {}
    if is_dataclass(kind):
        hints = get_type_hints(kind)
        chosen = dict(zip(getattr(kind, "__parameters__", ()), get_args(hint), strict=False))
        missing = [item.name for item in fields(kind) if item.default is MISSING and item.name not in given]
        return kind(**{name: sample(chosen.get(hints[name], hints[name])) for name in missing}, **given)
    return {str: "x", int: 1, bool: True, date: date(2026, 11, 22), pe.Verdict: pe.Verdict.MET}[kind]


def report(verdict: str, *words: str) -> pe.Report:
    """A report with findings of these verdicts."""
    counts = pe.Counts(**{word: words.count(word) for word in ("broken", "unknown", "met")})
    findings = tuple(sample(pe.Finding, rule=f"rule-{at}", verdict=pe.Verdict(word)) for at, word in enumerate(words))
    text = "a report <of sorts>"
    made: pe.Report = sample(pe.Report, verdict=pe.Verdict(verdict), counts=counts, findings=findings, text=text)
    return made


class TestVerdict:
    def test_refuses_to_be_a_boolean(self) -> None:
        for verdict in pe.Verdict:
            with pytest.raises(TypeError, match="never a boolean"):
                bool(verdict)

    def test_is_its_word(self) -> None:
        assert pe.Verdict("met") is pe.Verdict.MET
        assert report("broken").verdict == "broken"
        assert str(pe.Verdict.UNKNOWN) == "unknown"
        assert f"{pe.Verdict.UNKNOWN}" == "unknown"


class TestReport:
    def test_findings_are_told_apart_by_verdict(self) -> None:
        given = report("broken", "broken", "unknown", "met", "met")
        assert [finding.rule for finding in given.broken] == ["rule-0"]
        assert [finding.rule for finding in given.unknown] == ["rule-1"]
        assert [finding.rule for finding in given.met] == ["rule-2", "rule-3"]

    def test_require_met_stops_on_broken_and_on_unknown(self) -> None:
        report("met", "met").require_met()
        for verdict in ("broken", "unknown"):
            given = report(verdict, verdict)
            with pytest.raises(pe.NotMetError, match=f"the verdict is {verdict}") as caught:
                given.require_met()
            assert caught.value.report is given
            assert pickle.loads(pickle.dumps(caught.value)).report == given

    def test_prints_as_its_text_and_shows_it_escaped(self) -> None:
        given = report("met")
        assert str(given) == "a report <of sorts>"
        assert given._repr_html_() == "<pre>a report &lt;of sorts&gt;</pre>"
        assert "a report" not in repr(given)

    def test_is_plain_frozen_data(self) -> None:
        given = report("met", "met")
        assert given == report("met", "met")
        assert given != report("met")
        assert hash(given) == hash(report("met", "met"))
        assert pickle.loads(pickle.dumps(given)) == given
        assert copy.deepcopy(given) == given
        assert replace(given, text="").text == ""
        with pytest.raises(FrozenInstanceError):
            given.text = ""  # type: ignore[misc]

    def test_values_have_their_types_after_the_wire(self) -> None:
        spec = sample(
            pe.ResolvedSpec,
            nodes=pe.Sourced(value=("al2023",), origin="default", from_=""),
            node_subnets=pe.Sourced(value=("subnet-0b",), origin="inferred", from_="nodegroups"),
        )
        given = replace(report("met", "met"), spec=spec)
        again = pe.Report.from_json(given.to_json())
        assert again == given
        assert again.to_json() == given.to_json()
        assert again.knowledge.as_of == date(2026, 11, 22)
        assert again.findings[0].verdict is pe.Verdict.MET
        assert again.spec.node_subnets is not None
        assert again.spec.node_subnets.value == ("subnet-0b",)
        assert json.loads(given.to_json())["spec"]["nodeSubnets"]["from"] == "nodegroups"

    def test_reading_says_where_the_fault_is(self) -> None:
        wire = json.loads(report("met", "met").to_json())
        wire["findings"][0]["verdict"] = "fine"
        with pytest.raises(pe.InvalidInputError) as caught:
            pe.Report.from_json(json.dumps(wire))
        assert caught.value.path == "findings[0].verdict"
        with pytest.raises(pe.InvalidInputError, match="`counts` is missing"):
            pe.Report.from_json('{"verdict": "met"}')
        with pytest.raises(pe.InvalidJsonError):
            pe.Report.from_json("{")


class TestSpec:
    def test_a_misspelt_field_is_no_field(self) -> None:
        with pytest.raises(TypeError, match="node_subnet"):
            pe.ClusterSpec(region="ap-northeast-1", node_subnet=["subnet-0b"])  # type: ignore[call-arg]
        with pytest.raises(pe.InvalidInputError, match="`ClusterSpec` has no `nodez`"):
            pe.ClusterSpec.from_json('{"region": "ap-northeast-1", "nodez": []}')

    def test_goes_to_the_wire_and_back(self) -> None:
        wire = (
            '{"region":"ap-northeast-1","nodes":["al2023"],'
            '"features":{"aws-ebs-csi-driver":{"hyperPod":true},"karpenter":{"interruptionQueue":"q"}},'
            '"asOf":"2026-11-22"}'
        )
        spec = pe.ClusterSpec(
            region="ap-northeast-1",
            nodes=("al2023",),
            features={"aws-ebs-csi-driver": {"hyper_pod": True}, "karpenter": {"interruption_queue": "q"}},
            as_of=date(2026, 11, 22),
        )
        assert spec.to_json() == wire
        assert pe.ClusterSpec.from_json(wire) == spec
        assert pe.ClusterSpec(region="x", features=["irsa"]).to_json() == '{"region":"x","features":["irsa"]}'

    def test_a_key_that_is_not_ours_is_not_renamed(self) -> None:
        with pytest.raises(pe.InvalidInputError) as caught:
            pe.plan(pe.ClusterSpec(region="ap-northeast-1", features={"karpenter": {"interruption_queu": "q"}}))  # type: ignore[typeddict-unknown-key]
        assert caught.value.path == "features.karpenter.interruption_queu"


class TestErrors:
    def test_every_code_has_a_class_that_survives_pickling(self) -> None:
        assert len(_errors.BY_CODE) == len(set(_errors.BY_CODE.values()))
        for code, kind in _errors.BY_CODE.items():
            error = kind(code, "spec.region", "no such region")
            again = pickle.loads(pickle.dumps(error))
            assert (type(again), again.code, again.path, again.message) == (kind, code, "spec.region", "no such region")
            assert str(again) == "spec.region: no such region"
            assert issubclass(kind, ValueError) == (code != "ERR_INTERNAL")
            assert getattr(pe, kind.__name__) is kind

    def test_a_code_of_a_newer_core_is_the_root(self) -> None:
        from private_eks import _wire

        with pytest.raises(pe.PrivateEksError) as caught:
            _wire.refuse({"code": "ERR_NEW", "path": "", "message": "new"})
        assert type(caught.value) is pe.PrivateEksError
        assert caught.value.code == "ERR_NEW"


class TestSnapshot:
    def test_takes_objects_texts_and_bytes(self) -> None:
        whole = pe.Snapshot(VPCS, json.dumps(SUBNETS))
        for document in (
            json.dumps(SUBNETS).encode(),
            json.dumps(SUBNETS).encode("utf-16"),
            "\ufeff" + json.dumps(SUBNETS),
        ):
            assert pe.Snapshot(MappingProxyType(VPCS), document) == whole
        assert whole.document == {**VPCS, **SUBNETS}
        assert repr(whole) == "<Snapshot of Vpcs, Subnets>"

    def test_is_data(self) -> None:
        snapshot = pe.Snapshot(VPCS)
        assert pickle.loads(pickle.dumps(snapshot)) == snapshot
        assert copy.deepcopy(snapshot) == snapshot
        assert hash(snapshot) == hash(pe.Snapshot(VPCS))
        assert snapshot != pe.Snapshot(SUBNETS)
        assert snapshot != VPCS

    def test_takes_what_boto3_gives(self) -> None:
        class State(Enum):
            AVAILABLE = "available"

        made = datetime(2026, 11, 22, 1, 2, 3, tzinfo=timezone.utc)
        snapshot = pe.Snapshot(
            {
                "Vpcs": ({"VpcId": "vpc-0a", "State": State.AVAILABLE, "Day": date(2026, 11, 22)},),
                "VpcEndpoints": [
                    {"VpcEndpointId": "vpce-0c", "CreationTimestamp": made, "RouteTableIds": {"rtb-0b", "rtb-0a"}}
                ],
                "ResponseMetadata": {"HTTPStatusCode": 200},
            }
        )
        assert snapshot.document["VpcEndpoints"] == [
            {"VpcEndpointId": "vpce-0c", "RouteTableIds": ["rtb-0a", "rtb-0b"]}
        ]

    def test_what_is_no_json_is_refused_where_it_is(self) -> None:
        for value, place in [
            ({"Vpcs": [{"VpcId": object()}]}, "documents[0].Vpcs[0].VpcId"),
            ({"Vpcs": [{"VpcId": float("nan")}]}, "documents[0].Vpcs[0].VpcId"),
            ({"Vpcs": {1, "a"}}, "documents[0].Vpcs"),
            ({"Vpcs": [{("a",): 1}]}, "documents[0].Vpcs[0]"),
            ({"Vpcs": b"x"}, "documents[0].Vpcs"),
        ]:
            with pytest.raises(pe.InvalidInputError) as caught:
                pe.Snapshot(value)
            assert caught.value.path == place
        itself: dict[str, object] = {}
        itself["Vpcs"] = [itself]
        with pytest.raises(pe.InvalidInputError, match="holds itself"):
            pe.Snapshot(itself)
        for text in ("{", b"\x80", "\ud800", "", '"x'):
            with pytest.raises(pe.InvalidJsonError):
                pe.Snapshot(text)

    def test_deep_nesting_is_refused(self) -> None:
        deep: list[object] = []
        for _ in range(100_000):
            deep = [deep]
        with pytest.raises(pe.NestingTooDeepError):
            pe.Snapshot({"Vpcs": deep})
        with pytest.raises(pe.PrivateEksError):
            pe.Snapshot('{"Vpcs": ' + "[" * 100_000 + "]" * 100_000 + "}")
        with pytest.raises(pe.NestingTooDeepError):
            pe.Report.from_json("[" * 100_000 + "]" * 100_000)

    def test_reads_files_and_folders(self, tmp_path: Path) -> None:
        (tmp_path / "sub").mkdir()
        (tmp_path / "vpcs.json").write_text(json.dumps(VPCS))
        (tmp_path / "sub" / "subnets.json").write_text(json.dumps(SUBNETS))
        assert pe.Snapshot.read(tmp_path) == pe.Snapshot(VPCS, SUBNETS)
        assert pe.Snapshot.read(str(tmp_path / "vpcs.json"), tmp_path / "sub").document == {**VPCS, **SUBNETS}

    def test_what_is_no_json_in_a_folder_is_listed_as_not_assessed(self, tmp_path: Path) -> None:
        for name in ("sub", ".git"):
            (tmp_path / name).mkdir()
        (tmp_path / "vpcs.json").write_text(json.dumps({**VPCS, "collection": {"region": "eu-west-1"}}))
        for name in ("vpcs.txt", "sub/subnets.yaml", ".notes", ".git/config"):
            (tmp_path / name).write_text("no JSON")
        snapshot = pe.Snapshot.read(tmp_path)
        unread = ["sub/subnets.yaml", "vpcs.txt"]
        assert snapshot.document == {**VPCS, "collection": {"region": "eu-west-1", "unread": unread}}
        (told,) = (line for line in pe.audit(snapshot).not_assessed if "`vpcs.txt`" in line)
        assert all(f"`{name}`" in told for name in unread)
        (tmp_path / "vpcs.json").unlink()
        with pytest.raises(pe.EmptySnapshotError):
            pe.Snapshot.read(tmp_path)

    if sys.platform == "linux":  # elsewhere every name of a file is Unicode

        def test_a_name_that_is_no_unicode_is_spelt_out(self, tmp_path: Path) -> None:
            (tmp_path / "vpcs.json").write_text(json.dumps(VPCS))
            Path(os.fsdecode(os.fsencode(tmp_path) + b"/vpcs-\xff.txt")).write_text("no JSON")
            assert pe.Snapshot.read(tmp_path).document["collection"] == {"unread": ["vpcs-\\xff.txt"]}

    def test_a_folder_holds_its_json_in_any_case_and_names_the_links_that_it_does_not_follow(
        self, tmp_path: Path
    ) -> None:
        folder, elsewhere = tmp_path / "documents", tmp_path / "elsewhere"
        for made in (folder, elsewhere):
            made.mkdir()
        (folder / "VPCS.JSON").write_text(json.dumps(VPCS))
        (elsewhere / "subnets.txt").write_text(json.dumps(SUBNETS))
        (folder / "subnets.Json").symlink_to(elsewhere / "subnets.txt")
        (folder / "back").symlink_to(folder)
        (folder / "away.json").symlink_to(elsewhere)
        assert pe.Snapshot.read(folder).document == {
            **VPCS,
            **SUBNETS,
            "collection": {"unread": ["away.json", "back"]},
        }

    def test_what_cannot_be_read_in_a_folder_is_an_error_that_names_it(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        (tmp_path / "vpcs.json").write_text(json.dumps(VPCS))
        (tmp_path / "gone.json").symlink_to(tmp_path / "nowhere")
        with pytest.raises(FileNotFoundError) as dangling:
            pe.Snapshot.read(tmp_path)
        assert str(dangling.value.filename) == str(tmp_path / "gone.json")
        (tmp_path / "gone.json").unlink()
        closed = tmp_path / "closed"
        closed.mkdir()
        listed = Path.iterdir

        # Permissions do not hold the administrator, as whom tests may run.
        def refuses(path: Path) -> Iterator[Path]:
            if path == closed:
                raise PermissionError(13, "Permission denied", str(path))
            return listed(path)

        monkeypatch.setattr(Path, "iterdir", refuses)
        with pytest.raises(PermissionError) as refused:
            pe.Snapshot.read(tmp_path)
        assert str(refused.value.filename) == str(closed)

    def test_a_fault_in_a_file_names_it(self, tmp_path: Path) -> None:
        with pytest.raises(FileNotFoundError, match=r"gone\.json"):
            pe.Snapshot.read(tmp_path / "gone.json")
        with pytest.raises(pe.EmptySnapshotError) as caught:
            pe.Snapshot.read(tmp_path)
        assert caught.value.path == str(tmp_path)
        for name, text, kind in [
            ("text.json", b"{", pe.InvalidJsonError),
            ("bytes.json", b"\x80", pe.InvalidJsonError),
            ("type.json", b'{"Vpcs": 1}', pe.InvalidInputError),
            ("aws.json", b'{"__type": "AccessDeniedException"}', pe.AwsError),
        ]:
            (tmp_path / name).write_bytes(text)
            with pytest.raises(kind) as fault:
                pe.Snapshot.read(tmp_path / name)
            assert fault.value.path.startswith(str(tmp_path / name))

    def test_a_handle_and_a_mapping_are_asked_alike(self) -> None:
        assert pe.redact(pe.Snapshot(VPCS)) == pe.redact(VPCS)
        assert pe.redact({}).document == {}

    def test_a_text_is_no_snapshot_and_is_not_repeated(self) -> None:
        for text in ("vpcs.json", json.dumps(VPCS), json.dumps(VPCS).encode()):
            with pytest.raises(pe.InvalidInputError, match=r"Snapshot\.read\(path\).*Snapshot\(text\)") as caught:
                pe.audit(text)  # type: ignore[arg-type]
            assert caught.value.path == "snapshot"
            assert "vpc" not in str(caught.value)

    def test_fixes_are_data_that_callers_can_write(self) -> None:
        fix = pe.Fix(
            id="fix-1",
            service="ec2",
            operation="CreateTags",
            parameters=MappingProxyType({"Resources": ["vpc-0a"]}),
            description="tag",
        )
        assert json.loads(fix.to_json())["parameters"] == {"Resources": ["vpc-0a"]}
        assert fix.mends == ()
