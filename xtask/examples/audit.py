>>> import private_eks as pe
>>> snapshot = pe.Snapshot({"Vpcs": [{"VpcId": "vpc-0a"}]}, {"VpcEndpoints": []})
>>> report = pe.audit(snapshot, pe.ClusterSpec(region="ap-northeast-1", vpc="vpc-0a"))
>>> report.verdict is pe.Verdict.MET
False
