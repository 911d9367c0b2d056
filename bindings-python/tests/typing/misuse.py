"""Mistakes that a type checker must catch, each marked with the mistake. It is checked, never run."""

import private_eks as pe

pe.ClusterSpec(region="ap-northeast-1", node_subnet=["subnet-0a"])  # type: ignore[call-arg]
pe.ClusterSpec(region="ap-northeast-1", nodes=["al2024"])  # type: ignore[list-item]
pe.ClusterSpec(region="ap-northeast-1", features={"karpentr": {}})  # type: ignore[arg-type]
pe.ClusterSpec(region="ap-northeast-1", features={"karpenter": {"queue": "q"}})  # type: ignore[arg-type]
pe.ClusterSpec(region="ap-northeast-1", features=["karpentr"])  # type: ignore[list-item]
pe.ClusterSpec("ap-northeast-1")  # type: ignore[call-arg]
pe.plan({"region": "ap-northeast-1"})  # type: ignore[arg-type]
pe.audit("snapshot.json")  # type: ignore[arg-type]
pe.audit({}, None, True)  # type: ignore[call-arg]
pe.reach({}, source="eni-0a", destination="vpce-0b", port="443")  # type: ignore[arg-type]
pe.audit({}).text = ""  # type: ignore[misc]
pe.audit({}).brocken  # type: ignore[attr-defined]
pe.plan(pe.ClusterSpec(region="ap-northeast-1")).endpoints.append  # type: ignore[attr-defined]
