"""A program as users write it. It is checked, never run."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import boto3
import private_eks as pe

spec = pe.ClusterSpec(
    region="ap-northeast-1",
    nodes=["al2023", "fargate"],
    features={"irsa": {}, "karpenter": {"interruption_queue": "q"}, "aws-ebs-csi-driver": {"hyper_pod": True}},
    as_of=date(2026, 11, 22),
)
short = pe.ClusterSpec(region="cn-north-1", features=["irsa"], as_of="2026-11-22")

plan = pe.plan(spec)
names: list[str] = [endpoint.service_name for endpoint in plan.endpoints if endpoint.endpoint_type == "Interface"]
region: str = plan.spec.region.value
kinds: tuple[pe.NodeKind, ...] = plan.spec.nodes.value
day: date = plan.as_of

ec2 = boto3.client("ec2")
eks = boto3.client("eks")
vpcs = ec2.describe_vpcs()
snapshot = pe.Snapshot(vpcs, ec2.describe_subnets(), eks.describe_cluster(name="prod"), '{"Subnets": []}', b"{}")
report: pe.Report = pe.audit(snapshot, spec, strict=True)
report = pe.audit(vpcs)
report = pe.audit({"Vpcs": []}, spec=short)
report = pe.audit(pe.Snapshot.read("snapshot", Path("more.json")))
for finding in report.broken + report.unknown:
    for reason in finding.reasons:
        print(finding.subject, reason.because, [cite.url for cite in reason.cites])
if report.verdict is pe.Verdict.BROKEN:
    print(report)
if report.verdict == "met":
    print(plan)
try:
    report.require_met()
except pe.NotMetError as error:
    print(error.report.counts.broken)
except pe.UnknownRegionError as error:
    print(error.code, error.path, error.message)

answer = pe.reach(
    snapshot, source="eni-0a", destination="vpce-0b", port=443, client_ports=pe.PortSpan(first=1024, last=65535)
)
after: pe.Snapshot = pe.apply(snapshot, answer.fixes)
text: str = after.to_json()
known: pe.KnowledgeAnswer = pe.knowledge(as_of=date(2020, 6, 17))
