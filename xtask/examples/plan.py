>>> import private_eks as pe
>>> plan = pe.plan(pe.ClusterSpec(region="ap-northeast-1", features=["irsa"]))
>>> [endpoint.service_name for endpoint in plan.endpoints if endpoint.service == "sts"]
['com.amazonaws.ap-northeast-1.sts']
