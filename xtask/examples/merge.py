>>> import private_eks as pe
>>> page = pe.NamedDocument(name="vpcs.json", text='{"Vpcs": [{"VpcId": "vpc-0a"}]}')
>>> pe.merge([page]).document
{'Vpcs': [{'VpcId': 'vpc-0a'}]}
