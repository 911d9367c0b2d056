//! The endpoint services that the library offers: types, TCP port, name; and where the name is another.
//! Made from aws-cdk-lib 2.276.0 and botocore 1.44.5 by `xtask/tables/generate.py endpoint_services`; do not edit.

use crate::knowledge::endpoint_service::{OtherNameRow, endpoint_service_rows, other_name_rows};

endpoint_service_rows! {
    "access-analyzer", [Interface], 443, "com.amazonaws.{region}.{service}";
    "account", [Interface], 443, "com.amazonaws.{region}.{service}";
    "acm", [Interface], 443, "com.amazonaws.{region}.{service}";
    "acm-fips", [Interface], 443, "com.amazonaws.{region}.{service}";
    "acm-pca", [Interface], 443, "com.amazonaws.{region}.{service}";
    "acm-pca-fips", [Interface], 443, "com.amazonaws.{region}.{service}";
    "airflow.api", [Interface], 443, "com.amazonaws.{region}.{service}";
    "airflow.api-fips", [Interface], 443, "com.amazonaws.{region}.{service}";
    "airflow.env", [Interface], 443, "com.amazonaws.{region}.{service}";
    "airflow.env-fips", [Interface], 443, "com.amazonaws.{region}.{service}";
    "airflow.ops", [Interface], 443, "com.amazonaws.{region}.{service}";
    "analytics-omics", [Interface], 443, "com.amazonaws.{region}.{service}";
    "app-integrations", [Interface], 443, "com.amazonaws.{region}.{service}";
    "appconfig", [Interface], 443, "com.amazonaws.{region}.{service}";
    "appconfigdata", [Interface], 443, "com.amazonaws.{region}.{service}";
    "application-autoscaling", [Interface], 443, "com.amazonaws.{region}.{service}";
    "application-signals", [Interface], 443, "com.amazonaws.{region}.{service}";
    "applicationinsights", [Interface], 443, "com.amazonaws.{region}.{service}";
    "appmesh", [Interface], 443, "com.amazonaws.{region}.{service}";
    "appmesh-envoy-management", [Interface], 443, "com.amazonaws.{region}.{service}";
    "apprunner", [Interface], 443, "com.amazonaws.{region}.{service}";
    "apprunner.requests", [Interface], 443, "com.amazonaws.{region}.{service}";
    "appstream.api", [Interface], 443, "com.amazonaws.{region}.{service}";
    "appstream.streaming", [Interface], 443, "com.amazonaws.{region}.{service}";
    "appsync-api", [Interface], 443, "com.amazonaws.{region}.{service}";
    "apptest", [Interface], 443, "com.amazonaws.{region}.{service}";
    "aps", [Interface], 443, "com.amazonaws.{region}.{service}";
    "aps-workspaces", [Interface], 443, "com.amazonaws.{region}.{service}";
    "arsenal-discovery", [Interface], 443, "com.amazonaws.{region}.{service}";
    "athena", [Interface], 443, "com.amazonaws.{region}.{service}";
    "auditmanager", [Interface], 443, "com.amazonaws.{region}.{service}";
    "autoscaling", [Interface], 443, "com.amazonaws.{region}.{service}";
    "autoscaling-plans", [Interface], 443, "com.amazonaws.{region}.{service}";
    "awsconnector", [Interface], 443, "com.amazonaws.{region}.{service}";
    "b2bi", [Interface], 443, "com.amazonaws.{region}.{service}";
    "backup", [Interface], 443, "com.amazonaws.{region}.{service}";
    "backup-gateway", [Interface], 443, "com.amazonaws.{region}.{service}";
    "batch", [Interface], 443, "com.amazonaws.{region}.{service}";
    "bcm-data-exports", [Interface], 443, "aws.api.{region}.{service}";
    "bcm-pricing-calculator", [Interface], 443, "com.amazonaws.{region}.{service}";
    "bedrock", [Interface], 443, "com.amazonaws.{region}.{service}";
    "bedrock-agent", [Interface], 443, "com.amazonaws.{region}.{service}";
    "bedrock-agent-runtime", [Interface], 443, "com.amazonaws.{region}.{service}";
    "bedrock-agentcore", [Interface], 443, "com.amazonaws.{region}.{service}";
    "bedrock-agentcore.gateway", [Interface], 443, "com.amazonaws.{region}.{service}";
    "bedrock-data-automation", [Interface], 443, "com.amazonaws.{region}.{service}";
    "bedrock-data-automation-fips", [Interface], 443, "com.amazonaws.{region}.{service}";
    "bedrock-data-automation-runtime", [Interface], 443, "com.amazonaws.{region}.{service}";
    "bedrock-data-automation-runtime-fips", [Interface], 443, "com.amazonaws.{region}.{service}";
    "bedrock-fips", [Interface], 443, "com.amazonaws.{region}.{service}";
    "bedrock-runtime", [Interface], 443, "com.amazonaws.{region}.{service}";
    "bedrock-runtime-fips", [Interface], 443, "com.amazonaws.{region}.{service}";
    "billing", [Interface], 443, "com.amazonaws.{region}.{service}";
    "billingconductor", [Interface], 443, "com.amazonaws.{region}.{service}";
    "braket", [Interface], 443, "com.amazonaws.{region}.{service}";
    "cases", [Interface], 443, "com.amazonaws.{region}.{service}";
    "cassandra", [Interface], 9142, "com.amazonaws.{region}.{service}";
    "cassandra-fips", [Interface], 9142, "com.amazonaws.{region}.{service}";
    "ce", [Interface], 443, "com.amazonaws.{region}.{service}";
    "cleanrooms", [Interface], 443, "com.amazonaws.{region}.{service}";
    "cleanrooms-ml", [Interface], 443, "com.amazonaws.{region}.{service}";
    "cloudcontrolapi", [Interface], 443, "com.amazonaws.{region}.{service}";
    "cloudcontrolapi-fips", [Interface], 443, "com.amazonaws.{region}.{service}";
    "clouddirectory", [Interface], 443, "com.amazonaws.{region}.{service}";
    "cloudformation", [Interface], 443, "com.amazonaws.{region}.{service}";
    "cloudhsmv2", [Interface], 443, "com.amazonaws.{region}.{service}";
    "cloudtrail", [Interface], 443, "com.amazonaws.{region}.{service}";
    "codeartifact.api", [Interface], 443, "com.amazonaws.{region}.{service}";
    "codeartifact.repositories", [Interface], 443, "com.amazonaws.{region}.{service}";
    "codebuild", [Interface], 443, "com.amazonaws.{region}.{service}";
    "codebuild-fips", [Interface], 443, "com.amazonaws.{region}.{service}";
    "codecatalyst", [Interface], 443, "aws.api.global.{service}";
    "codecatalyst.git", [Interface], 443, "com.amazonaws.{region}.{service}";
    "codecatalyst.packages", [Interface], 443, "com.amazonaws.{region}.{service}";
    "codecommit", [Interface], 443, "com.amazonaws.{region}.{service}";
    "codecommit-fips", [Interface], 443, "com.amazonaws.{region}.{service}";
    "codeconnections.api", [Interface], 443, "com.amazonaws.{region}.{service}";
    "codedeploy", [Interface], 443, "com.amazonaws.{region}.{service}";
    "codedeploy-commands-secure", [Interface], 443, "com.amazonaws.{region}.{service}";
    "codeguru-profiler", [Interface], 443, "com.amazonaws.{region}.{service}";
    "codeguru-reviewer", [Interface], 443, "com.amazonaws.{region}.{service}";
    "codepipeline", [Interface], 443, "com.amazonaws.{region}.{service}";
    "codestar-connections.api", [Interface], 443, "com.amazonaws.{region}.{service}";
    "codewhisperer", [Interface], 443, "com.amazonaws.{region}.{service}";
    "cognito-identity", [Interface], 443, "com.amazonaws.{region}.{service}";
    "cognito-identity-fips", [Interface], 443, "com.amazonaws.{region}.{service}";
    "cognito-idp", [Interface], 443, "com.amazonaws.{region}.{service}";
    "cognito-idp-fips", [Interface], 443, "com.amazonaws.{region}.{service}";
    "comprehend", [Interface], 443, "com.amazonaws.{region}.{service}";
    "comprehendmedical", [Interface], 443, "com.amazonaws.{region}.{service}";
    "compute-optimizer", [Interface], 443, "com.amazonaws.{region}.{service}";
    "config", [Interface], 443, "com.amazonaws.{region}.{service}";
    "connect-campaigns", [Interface], 443, "com.amazonaws.{region}.{service}";
    "console", [Interface], 443, "com.amazonaws.{region}.{service}";
    "control-storage-omics", [Interface], 443, "com.amazonaws.{region}.{service}";
    "controlcatalog", [Interface], 443, "com.amazonaws.{region}.{service}";
    "cost-optimization-hub", [Interface], 443, "com.amazonaws.{region}.{service}";
    "data-servicediscovery", [Interface], 443, "com.amazonaws.{region}.{service}";
    "data-servicediscovery-fips", [Interface], 443, "com.amazonaws.{region}.{service}";
    "databrew", [Interface], 443, "com.amazonaws.{region}.{service}";
    "dataexchange", [Interface], 443, "com.amazonaws.{region}.{service}";
    "datasync", [Interface], 443, "com.amazonaws.{region}.{service}";
    "datazone", [Interface], 443, "com.amazonaws.{region}.{service}";
    "deadline.management", [Interface], 443, "com.amazonaws.{region}.{service}";
    "deadline.scheduling", [Interface], 443, "com.amazonaws.{region}.{service}";
    "deviceadvisor.iot", [Interface], 443, "com.amazonaws.{region}.{service}";
    "devops-guru", [Interface], 443, "com.amazonaws.{region}.{service}";
    "dicom-medical-imaging", [Interface], 443, "com.amazonaws.{region}.{service}";
    "discovery", [Interface], 443, "com.amazonaws.{region}.{service}";
    "dms", [Interface], 443, "com.amazonaws.{region}.{service}";
    "dms-fips", [Interface], 443, "com.amazonaws.{region}.{service}";
    "drs", [Interface], 443, "com.amazonaws.{region}.{service}";
    "ds", [Interface], 443, "com.amazonaws.{region}.{service}";
    "ds-data", [Interface], 443, "com.amazonaws.{region}.{service}";
    "dsql", [Interface], 443, "com.amazonaws.{region}.{service}";
    "dynamodb", [Gateway, Interface], 443, "com.amazonaws.{region}.{service}";
    "dynamodb-fips", [Interface], 443, "com.amazonaws.{region}.{service}";
    "dynamodb-streams", [Interface], 443, "com.amazonaws.{region}.{service}";
    "ebs", [Interface], 443, "com.amazonaws.{region}.{service}";
    "ec2", [Interface], 443, "com.amazonaws.{region}.{service}";
    "ec2messages", [Interface], 443, "com.amazonaws.{region}.{service}";
    "ecr-public.api", [Interface], 443, "com.amazonaws.{region}.{service}";
    "ecr.api", [Interface], 443, "com.amazonaws.{region}.{service}";
    "ecr.dkr", [Interface], 443, "com.amazonaws.{region}.{service}";
    "ecs", [Interface], 443, "com.amazonaws.{region}.{service}";
    "ecs-agent", [Interface], 443, "com.amazonaws.{region}.{service}";
    "ecs-telemetry", [Interface], 443, "com.amazonaws.{region}.{service}";
    "eks", [Interface], 443, "com.amazonaws.{region}.{service}";
    "eks-auth", [Interface], 443, "com.amazonaws.{region}.{service}";
    "eks-proxy", [Interface], 443, "com.amazonaws.{region}.{service}";
    "elastic-inference.runtime", [Interface], 443, "com.amazonaws.{region}.{service}";
    "elasticache", [Interface], 443, "com.amazonaws.{region}.{service}";
    "elasticache-fips", [Interface], 443, "com.amazonaws.{region}.{service}";
    "elasticbeanstalk", [Interface], 443, "com.amazonaws.{region}.{service}";
    "elasticbeanstalk-health", [Interface], 443, "com.amazonaws.{region}.{service}";
    "elasticfilesystem", [Interface], 443, "com.amazonaws.{region}.{service}";
    "elasticfilesystem-fips", [Interface], 443, "com.amazonaws.{region}.{service}";
    "elasticloadbalancing", [Interface], 443, "com.amazonaws.{region}.{service}";
    "elasticmapreduce", [Interface], 443, "com.amazonaws.{region}.{service}";
    "email", [Interface], 443, "com.amazonaws.{region}.{service}";
    "email-fips", [Interface], 443, "com.amazonaws.{region}.{service}";
    "email-smtp", [Interface], 443, "com.amazonaws.{region}.{service}";
    "emr-containers", [Interface], 443, "com.amazonaws.{region}.{service}";
    "emr-serverless", [Interface], 443, "com.amazonaws.{region}.{service}";
    "emr-serverless-services.livy", [Interface], 443, "com.amazonaws.{region}.{service}";
    "emr-serverless.dashboard", [Interface], 443, "com.amazonaws.{region}.{service}";
    "emrwal.prod", [Interface], 443, "com.amazonaws.{region}.{service}";
    "entityresolution", [Interface], 443, "com.amazonaws.{region}.{service}";
    "events", [Interface], 443, "com.amazonaws.{region}.{service}";
    "evidently", [Interface], 443, "com.amazonaws.{region}.{service}";
    "evidently-dataplane", [Interface], 443, "com.amazonaws.{region}.{service}";
    "execute-api", [Interface], 443, "com.amazonaws.{region}.{service}";
    "experiments", [Interface], 443, "aws.sagemaker.{region}.{service}";
    "finspace", [Interface], 443, "com.amazonaws.{region}.{service}";
    "finspace-api", [Interface], 443, "com.amazonaws.{region}.{service}";
    "fis", [Interface], 443, "com.amazonaws.{region}.{service}";
    "forecast", [Interface], 443, "com.amazonaws.{region}.{service}";
    "forecast-fips", [Interface], 443, "com.amazonaws.{region}.{service}";
    "forecastquery", [Interface], 443, "com.amazonaws.{region}.{service}";
    "forecastquery-fips", [Interface], 443, "com.amazonaws.{region}.{service}";
    "frauddetector", [Interface], 443, "com.amazonaws.{region}.{service}";
    "freetier", [Interface], 443, "aws.api.{region}.{service}";
    "fsx", [Interface], 443, "com.amazonaws.{region}.{service}";
    "fsx-fips", [Interface], 443, "com.amazonaws.{region}.{service}";
    "geo.geofencing", [Interface], 443, "com.amazonaws.{region}.{service}";
    "geo.maps", [Interface], 443, "com.amazonaws.{region}.{service}";
    "geo.metadata", [Interface], 443, "com.amazonaws.{region}.{service}";
    "geo.places", [Interface], 443, "com.amazonaws.{region}.{service}";
    "geo.routes", [Interface], 443, "com.amazonaws.{region}.{service}";
    "geo.tracking", [Interface], 443, "com.amazonaws.{region}.{service}";
    "git-codecommit", [Interface], 443, "com.amazonaws.{region}.{service}";
    "git-codecommit-fips", [Interface], 443, "com.amazonaws.{region}.{service}";
    "glue", [Interface], 443, "com.amazonaws.{region}.{service}";
    "glue.dashboard", [Interface], 443, "com.amazonaws.{region}.{service}";
    "grafana", [Interface], 443, "com.amazonaws.{region}.{service}";
    "grafana-workspace", [Interface], 443, "com.amazonaws.{region}.{service}";
    "greengrass", [Interface], 443, "com.amazonaws.{region}.{service}";
    "groundstation", [Interface], 443, "com.amazonaws.{region}.{service}";
    "guardduty", [Interface], 443, "com.amazonaws.{region}.{service}";
    "guardduty-data", [Interface], 443, "com.amazonaws.{region}.{service}";
    "guardduty-data-fips", [Interface], 443, "com.amazonaws.{region}.{service}";
    "guardduty-fips", [Interface], 443, "com.amazonaws.{region}.{service}";
    "healthlake", [Interface], 443, "com.amazonaws.{region}.{service}";
    "iam", [Interface], 443, "com.amazonaws.{service}";
    "identitystore", [Interface], 443, "com.amazonaws.{region}.{service}";
    "imagebuilder", [Interface], 443, "com.amazonaws.{region}.{service}";
    "inspector-scan", [Interface], 443, "com.amazonaws.{region}.{service}";
    "inspector2", [Interface], 443, "com.amazonaws.{region}.{service}";
    "internetmonitor", [Interface], 443, "com.amazonaws.{region}.{service}";
    "internetmonitor-fips", [Interface], 443, "com.amazonaws.{region}.{service}";
    "invoicing", [Interface], 443, "com.amazonaws.{region}.{service}";
    "iot.credentials", [Interface], 443, "com.amazonaws.{region}.{service}";
    "iot.data", [Interface], 443, "com.amazonaws.{region}.{service}";
    "iot.fleethub.api", [Interface], 443, "com.amazonaws.{region}.{service}";
    "iotfleetwise", [Interface], 443, "com.amazonaws.{region}.{service}";
    "iotroborunner", [Interface], 443, "com.amazonaws.{region}.{service}";
    "iotsitewise.api", [Interface], 443, "com.amazonaws.{region}.{service}";
    "iotsitewise.data", [Interface], 443, "com.amazonaws.{region}.{service}";
    "iottwinmaker.api", [Interface], 443, "com.amazonaws.{region}.{service}";
    "iottwinmaker.data", [Interface], 443, "com.amazonaws.{region}.{service}";
    "iotwireless.api", [Interface], 443, "com.amazonaws.{region}.{service}";
    "kafka", [Interface], 443, "com.amazonaws.{region}.{service}";
    "kafka-fips", [Interface], 443, "com.amazonaws.{region}.{service}";
    "kafkaconnect", [Interface], 443, "com.amazonaws.{region}.{service}";
    "kendra", [Interface], 443, "com.amazonaws.{region}.{service}";
    "kendra-ranking", [Interface], 443, "aws.api.{region}.{service}";
    "kinesis-firehose", [Interface], 443, "com.amazonaws.{region}.{service}";
    "kinesis-streams", [Interface], 443, "com.amazonaws.{region}.{service}";
    "kinesis-streams-fips", [Interface], 443, "com.amazonaws.{region}.{service}";
    "kms", [Interface], 443, "com.amazonaws.{region}.{service}";
    "kms-fips", [Interface], 443, "com.amazonaws.{region}.{service}";
    "lakeformation", [Interface], 443, "com.amazonaws.{region}.{service}";
    "lambda", [Interface], 443, "com.amazonaws.{region}.{service}";
    "launchwizard", [Interface], 443, "com.amazonaws.{region}.{service}";
    "license-manager", [Interface], 443, "com.amazonaws.{region}.{service}";
    "license-manager-fips", [Interface], 443, "com.amazonaws.{region}.{service}";
    "license-manager-linux-subscriptions", [Interface], 443, "com.amazonaws.{region}.{service}";
    "license-manager-linux-subscriptions-fips", [Interface], 443, "com.amazonaws.{region}.{service}";
    "license-manager-user-subscriptions", [Interface], 443, "com.amazonaws.{region}.{service}";
    "logs", [Interface], 443, "com.amazonaws.{region}.{service}";
    "lookoutequipment", [Interface], 443, "com.amazonaws.{region}.{service}";
    "lookoutmetrics", [Interface], 443, "com.amazonaws.{region}.{service}";
    "lookoutvision", [Interface], 443, "com.amazonaws.{region}.{service}";
    "lorawan.cups", [Interface], 443, "com.amazonaws.{region}.{service}";
    "lorawan.lns", [Interface], 443, "com.amazonaws.{region}.{service}";
    "m2", [Interface], 443, "com.amazonaws.{region}.{service}";
    "macie2", [Interface], 443, "com.amazonaws.{region}.{service}";
    "mail-manager", [Interface], 443, "com.amazonaws.{region}.{service}";
    "mail-manager-fips", [Interface], 443, "com.amazonaws.{region}.{service}";
    "managedblockchain-query", [Interface], 443, "com.amazonaws.{region}.{service}";
    "managedblockchain.bitcoin.mainnet", [Interface], 443, "com.amazonaws.{region}.{service}";
    "managedblockchain.bitcoin.testnet", [Interface], 443, "com.amazonaws.{region}.{service}";
    "mediaconnect", [Interface], 443, "com.amazonaws.{region}.{service}";
    "medical-imaging", [Interface], 443, "com.amazonaws.{region}.{service}";
    "memory-db", [Interface], 443, "com.amazonaws.{region}.{service}";
    "memorydb-fips", [Interface], 443, "com.amazonaws.{region}.{service}";
    "mgn", [Interface], 443, "com.amazonaws.{region}.{service}";
    "migrationhub-orchestrator", [Interface], 443, "com.amazonaws.{region}.{service}";
    "migrationhub-strategy", [Interface], 443, "com.amazonaws.{region}.{service}";
    "models-v2-lex", [Interface], 443, "com.amazonaws.{region}.{service}";
    "monitoring", [Interface], 443, "com.amazonaws.{region}.{service}";
    "mq", [Interface], 443, "com.amazonaws.{region}.{service}";
    "neptune-graph", [Interface], 443, "com.amazonaws.{region}.{service}";
    "neptune-graph-data", [Interface], 443, "com.amazonaws.{region}.{service}";
    "neptune-graph-fips", [Interface], 443, "com.amazonaws.{region}.{service}";
    "network-firewall", [Interface], 443, "com.amazonaws.{region}.{service}";
    "network-firewall-fips", [Interface], 443, "com.amazonaws.{region}.{service}";
    "networkflowmonitor", [Interface], 443, "com.amazonaws.{region}.{service}";
    "networkflowmonitorreports", [Interface], 443, "com.amazonaws.{region}.{service}";
    "networkmonitor", [Interface], 443, "com.amazonaws.{region}.{service}";
    "nimble", [Interface], 443, "com.amazonaws.{region}.{service}";
    "notebook", [Interface], 443, "aws.sagemaker.{region}.{service}";
    "observabilityadmin", [Interface], 443, "com.amazonaws.{region}.{service}";
    "organizations", [Interface], 443, "com.amazonaws.{region}.{service}";
    "organizations-fips", [Interface], 443, "com.amazonaws.{region}.{service}";
    "outposts", [Interface], 443, "com.amazonaws.{region}.{service}";
    "panorama", [Interface], 443, "com.amazonaws.{region}.{service}";
    "partner-app", [Interface], 443, "aws.sagemaker.{region}.{service}";
    "payment-cryptography.controlplane", [Interface], 443, "com.amazonaws.{region}.{service}";
    "payment-cryptography.dataplane", [Interface], 443, "com.amazonaws.{region}.{service}";
    "pca-connector-ad", [Interface], 443, "com.amazonaws.{region}.{service}";
    "pca-connector-scep", [Interface], 443, "com.amazonaws.{region}.{service}";
    "pcs", [Interface], 443, "com.amazonaws.{region}.{service}";
    "pcs-fips", [Interface], 443, "com.amazonaws.{region}.{service}";
    "personalize", [Interface], 443, "com.amazonaws.{region}.{service}";
    "personalize-events", [Interface], 443, "com.amazonaws.{region}.{service}";
    "personalize-runtime", [Interface], 443, "com.amazonaws.{region}.{service}";
    "pi", [Interface], 443, "com.amazonaws.{region}.{service}";
    "pi-fips", [Interface], 443, "com.amazonaws.{region}.{service}";
    "pinpoint", [Interface], 443, "com.amazonaws.{region}.{service}";
    "pinpoint-sms-voice-v2", [Interface], 443, "com.amazonaws.{region}.{service}";
    "pipes", [Interface], 443, "com.amazonaws.{region}.{service}";
    "pipes-data", [Interface], 443, "com.amazonaws.{region}.{service}";
    "pipes-fips", [Interface], 443, "com.amazonaws.{region}.{service}";
    "polly", [Interface], 443, "com.amazonaws.{region}.{service}";
    "pricing.api", [Interface], 443, "com.amazonaws.{region}.{service}";
    "private-networks", [Interface], 443, "com.amazonaws.{region}.{service}";
    "profile", [Interface], 443, "com.amazonaws.{region}.{service}";
    "proton", [Interface], 443, "com.amazonaws.{region}.{service}";
    "q", [Interface], 443, "com.amazonaws.{region}.{service}";
    "qapps", [Interface], 443, "com.amazonaws.{region}.{service}";
    "qbusiness", [Interface], 443, "aws.api.{region}.{service}";
    "qldb.session", [Interface], 443, "com.amazonaws.{region}.{service}";
    "quicksight-website", [Interface], 443, "com.amazonaws.{region}.{service}";
    "ram", [Interface], 443, "com.amazonaws.{region}.{service}";
    "rbin", [Interface], 443, "com.amazonaws.{region}.{service}";
    "rds", [Interface], 443, "com.amazonaws.{region}.{service}";
    "rds-data", [Interface], 443, "com.amazonaws.{region}.{service}";
    "redshift", [Interface], 443, "com.amazonaws.{region}.{service}";
    "redshift-data", [Interface], 443, "com.amazonaws.{region}.{service}";
    "redshift-data-fips", [Interface], 443, "com.amazonaws.{region}.{service}";
    "redshift-fips", [Interface], 443, "com.amazonaws.{region}.{service}";
    "redshift-serverless", [Interface], 443, "com.amazonaws.{region}.{service}";
    "redshift-serverless-fips", [Interface], 443, "com.amazonaws.{region}.{service}";
    "refactor-spaces", [Interface], 443, "com.amazonaws.{region}.{service}";
    "rekognition", [Interface], 443, "com.amazonaws.{region}.{service}";
    "rekognition-fips", [Interface], 443, "com.amazonaws.{region}.{service}";
    "repostspace", [Interface], 443, "com.amazonaws.{region}.{service}";
    "resource-groups", [Interface], 443, "com.amazonaws.{region}.{service}";
    "resource-groups-fips", [Interface], 443, "com.amazonaws.{region}.{service}";
    "robomaker", [Interface], 443, "com.amazonaws.{region}.{service}";
    "rolesanywhere", [Interface], 443, "com.amazonaws.{region}.{service}";
    "rum", [Interface], 443, "com.amazonaws.{region}.{service}";
    "rum-dataplane", [Interface], 443, "com.amazonaws.{region}.{service}";
    "runtime-medical-imaging", [Interface], 443, "com.amazonaws.{region}.{service}";
    "runtime-v2-lex", [Interface], 443, "com.amazonaws.{region}.{service}";
    "s3", [Gateway, Interface], 443, "com.amazonaws.{region}.{service}";
    "s3-global.accesspoint", [Interface], 443, "com.amazonaws.{service}";
    "s3-outposts", [Interface], 443, "com.amazonaws.{region}.{service}";
    "s3express", [Gateway], 443, "com.amazonaws.{region}.{service}";
    "s3tables", [Interface], 443, "com.amazonaws.{region}.{service}";
    "s3vectors", [Interface], 443, "com.amazonaws.{region}.{service}";
    "sagemaker-data-science-assistant", [Interface], 443, "com.amazonaws.{region}.{service}";
    "sagemaker-geospatial", [Interface], 443, "com.amazonaws.{region}.{service}";
    "sagemaker.api", [Interface], 443, "com.amazonaws.{region}.{service}";
    "sagemaker.api-fips", [Interface], 443, "com.amazonaws.{region}.{service}";
    "sagemaker.featurestore-runtime", [Interface], 443, "com.amazonaws.{region}.{service}";
    "sagemaker.metrics", [Interface], 443, "com.amazonaws.{region}.{service}";
    "sagemaker.runtime", [Interface], 443, "com.amazonaws.{region}.{service}";
    "sagemaker.runtime-fips", [Interface], 443, "com.amazonaws.{region}.{service}";
    "savingsplans", [Interface], 443, "com.amazonaws.{service}";
    "schemas", [Interface], 443, "com.amazonaws.{region}.{service}";
    "scn", [Interface], 443, "com.amazonaws.{region}.{service}";
    "secretsmanager", [Interface], 443, "com.amazonaws.{region}.{service}";
    "securityhub", [Interface], 443, "com.amazonaws.{region}.{service}";
    "securitylake", [Interface], 443, "com.amazonaws.{region}.{service}";
    "securitylake-fips", [Interface], 443, "com.amazonaws.{region}.{service}";
    "serverlessrepo", [Interface], 443, "com.amazonaws.{region}.{service}";
    "service.user-subscriptions", [Interface], 443, "com.amazonaws.{region}.{service}";
    "servicecatalog", [Interface], 443, "com.amazonaws.{region}.{service}";
    "servicecatalog-appregistry", [Interface], 443, "com.amazonaws.{region}.{service}";
    "servicediscovery", [Interface], 443, "com.amazonaws.{region}.{service}";
    "servicediscovery-fips", [Interface], 443, "com.amazonaws.{region}.{service}";
    "shield", [Interface], 443, "com.amazonaws.{region}.{service}";
    "shield-fips", [Interface], 443, "com.amazonaws.{region}.{service}";
    "signin", [Interface], 443, "com.amazonaws.{region}.{service}";
    "simspaceweaver", [Interface], 443, "com.amazonaws.{region}.{service}";
    "sms", [Interface], 443, "com.amazonaws.{region}.{service}";
    "sms-fips", [Interface], 443, "com.amazonaws.{region}.{service}";
    "snow-device-management", [Interface], 443, "com.amazonaws.{region}.{service}";
    "sns", [Interface], 443, "com.amazonaws.{region}.{service}";
    "social-messaging", [Interface], 443, "com.amazonaws.{region}.{service}";
    "sqs", [Interface], 443, "com.amazonaws.{region}.{service}";
    "sqs-fips", [Interface], 443, "com.amazonaws.{region}.{service}";
    "ssm", [Interface], 443, "com.amazonaws.{region}.{service}";
    "ssm-contacts", [Interface], 443, "com.amazonaws.{region}.{service}";
    "ssm-fips", [Interface], 443, "com.amazonaws.{region}.{service}";
    "ssm-incidents", [Interface], 443, "com.amazonaws.{region}.{service}";
    "ssm-quicksetup", [Interface], 443, "com.amazonaws.{region}.{service}";
    "ssmmessages", [Interface], 443, "com.amazonaws.{region}.{service}";
    "states", [Interface], 443, "com.amazonaws.{region}.{service}";
    "storage-omics", [Interface], 443, "com.amazonaws.{region}.{service}";
    "storagegateway", [Interface], 443, "com.amazonaws.{region}.{service}";
    "streaming-rekognition", [Interface], 443, "com.amazonaws.{region}.{service}";
    "streaming-rekognition-fips", [Interface], 443, "com.amazonaws.{region}.{service}";
    "sts", [Interface], 443, "com.amazonaws.{region}.{service}";
    "sts-fips", [Interface], 443, "com.amazonaws.{region}.{service}";
    "studio", [Interface], 443, "aws.sagemaker.{region}.{service}";
    "swf", [Interface], 443, "com.amazonaws.{region}.{service}";
    "swf-fips", [Interface], 443, "com.amazonaws.{region}.{service}";
    "sync-states", [Interface], 443, "com.amazonaws.{region}.{service}";
    "synthetics", [Interface], 443, "com.amazonaws.{region}.{service}";
    "synthetics-fips", [Interface], 443, "com.amazonaws.{region}.{service}";
    "tagging", [Interface], 443, "com.amazonaws.{region}.{service}";
    "tags-omics", [Interface], 443, "com.amazonaws.{region}.{service}";
    "tax", [Interface], 443, "com.amazonaws.{region}.{service}";
    "textract", [Interface], 443, "com.amazonaws.{region}.{service}";
    "textract-fips", [Interface], 443, "com.amazonaws.{region}.{service}";
    "thinclient.api", [Interface], 443, "com.amazonaws.{region}.{service}";
    "timestream-influxdb", [Interface], 443, "com.amazonaws.{region}.{service}";
    "timestream-influxdb-fips", [Interface], 443, "com.amazonaws.{region}.{service}";
    "tnb", [Interface], 443, "com.amazonaws.{region}.{service}";
    "transcribe", [Interface], 443, "com.amazonaws.{region}.{service}";
    "transcribestreaming", [Interface], 443, "com.amazonaws.{region}.{service}";
    "transfer", [Interface], 443, "com.amazonaws.{region}.{service}";
    "transfer.server", [Interface], 443, "com.amazonaws.{region}.{service}";
    "translate", [Interface], 443, "com.amazonaws.{region}.{service}";
    "trustedadvisor", [Interface], 443, "com.amazonaws.{region}.{service}";
    "verifiedpermissions", [Interface], 443, "com.amazonaws.{region}.{service}";
    "voiceid", [Interface], 443, "com.amazonaws.{region}.{service}";
    "vpc-lattice", [Interface], 443, "com.amazonaws.{region}.{service}";
    "wafv2", [Interface], 443, "com.amazonaws.{region}.{service}";
    "wafv2-fips", [Interface], 443, "com.amazonaws.{region}.{service}";
    "wellarchitected", [Interface], 443, "com.amazonaws.{region}.{service}";
    "wisdom", [Interface], 443, "com.amazonaws.{region}.{service}";
    "workflows-omics", [Interface], 443, "com.amazonaws.{region}.{service}";
    "workmail", [Interface], 443, "com.amazonaws.{region}.{service}";
    "workspaces", [Interface], 443, "com.amazonaws.{region}.{service}";
    "workspaces-web", [Interface], 443, "com.amazonaws.{region}.{service}";
    "workspaces-web-fips", [Interface], 443, "com.amazonaws.{region}.{service}";
    "xray", [Interface], 443, "com.amazonaws.{region}.{service}";
}

other_name_rows! {
    "cn-north-1", "cn.com.amazonaws.{region}.{service}", [
        "application-autoscaling", "appmesh-envoy-management", "athena", "autoscaling", "awsconnector", "backup",
        "batch", "cassandra", "cloudcontrolapi", "cloudformation", "codedeploy-commands-secure", "databrew", "dms",
        "ebs", "ec2", "ecr.api", "ecr.dkr", "eks", "elasticache", "elasticbeanstalk", "elasticfilesystem",
        "elasticfilesystem-fips", "emr-containers", "execute-api", "fsx", "imagebuilder", "iot.data", "iotsitewise.api",
        "iotsitewise.data", "kinesis-streams", "lambda", "license-manager", "monitoring", "rds", "redshift",
        "redshift-data", "s3", "sagemaker.api", "sagemaker.featurestore-runtime", "sagemaker.runtime", "securityhub",
        "servicecatalog", "sms", "sqs", "states", "sts", "sync-states", "synthetics", "transcribestreaming", "transfer",
        "xray",
    ];
    "cn-north-1", "cn.com.amazonaws.{region}.{service}.cn", [
        "transcribe",
    ];
    "cn-northwest-1", "cn.com.amazonaws.{region}.{service}", [
        "account", "application-autoscaling", "appmesh-envoy-management", "athena", "autoscaling", "awsconnector",
        "backup", "batch", "cassandra", "cloudcontrolapi", "cloudformation", "codedeploy-commands-secure", "databrew",
        "dms", "ebs", "ec2", "ecr.api", "ecr.dkr", "eks", "elasticache", "elasticbeanstalk", "elasticfilesystem",
        "elasticfilesystem-fips", "emr-containers", "execute-api", "fsx", "imagebuilder", "iot.data", "kinesis-streams",
        "lambda", "license-manager", "monitoring", "polly", "rds", "redshift", "redshift-data", "s3", "sagemaker.api",
        "sagemaker.featurestore-runtime", "sagemaker.runtime", "securityhub", "servicecatalog", "sms", "sqs", "states",
        "sts", "sync-states", "synthetics", "transcribestreaming", "transfer", "workspaces", "xray",
    ];
    "cn-northwest-1", "cn.com.amazonaws.{region}.{service}.cn", [
        "transcribe",
    ];
    "eu-isoe-west-1", "uk.adc-e.cloud.{region}.{service}", [
        "ebs", "ecr.api", "ecr.dkr", "execute-api",
    ];
    "eusc-de-east-1", "eu.amazonaws.{region}.{service}", [
        "ecr.api", "ecr.dkr", "execute-api", "securityhub",
    ];
    "us-iso-east-1", "gov.ic.c2s.{region}.{service}", [
        "application-autoscaling", "athena", "autoscaling", "comprehend", "ebs", "ec2", "ecr.api", "ecr.dkr",
        "elasticfilesystem", "elasticfilesystem-fips", "execute-api", "sagemaker.api", "sagemaker.runtime", "sns",
        "sqs", "textract", "textract-fips", "transcribe", "workspaces",
    ];
    "us-iso-west-1", "gov.ic.c2s.{region}.{service}", [
        "autoscaling", "ebs", "ec2", "ecr.api", "ecr.dkr", "elasticfilesystem", "elasticfilesystem-fips", "execute-api",
        "monitoring", "sns", "sqs", "workspaces",
    ];
    "us-isob-east-1", "gov.sgov.sc2s.{region}.{service}", [
        "application-autoscaling", "autoscaling", "ebs", "ec2", "ecr.api", "ecr.dkr", "elasticfilesystem",
        "elasticfilesystem-fips", "execute-api", "sagemaker.api", "sagemaker.runtime", "sns", "sqs", "workspaces",
    ];
    "us-isob-west-1", "gov.sgov.sc2s.{region}.{service}", [
        "ecr.api", "ecr.dkr", "elasticfilesystem-fips", "execute-api",
    ];
    "us-isof-east-1", "gov.ic.hci.csp.{region}.{service}", [
        "ebs", "ecr.api", "ecr.dkr", "execute-api",
    ];
    "us-isof-south-1", "gov.ic.hci.csp.{region}.{service}", [
        "ebs", "ecr.api", "ecr.dkr", "execute-api",
    ];
}
