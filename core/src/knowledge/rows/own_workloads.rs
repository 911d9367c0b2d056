//! Claims about workloads of your own that call AWS.

use crate::day::Day;
use crate::knowledge::claim::{Claim, Confidence, Level, Says, Since, Subject, Support, claims};
use crate::knowledge::condition::Condition::{All, Always, Credentials, Is, Partition};
use crate::knowledge::feature::{IRSA, OWN_WORKLOADS, POD_IDENTITY};
use crate::knowledge::option::{
    BEDROCK_RUNTIME_CALLS, CLOUDFRONT_CALLS, DYNAMODB_CALLS, EVENTS_CALLS, IAM_CALLS, LAMBDA_CALLS, S3_TABLES_CALLS,
    SAGEMAKER_API_CALLS, SAGEMAKER_RUNTIME_CALLS, SNS_CALLS, SQS_CALLS,
};
use crate::knowledge::partition::AWS;
use crate::knowledge::service::{self, EndpointType};
use crate::knowledge::source::{PRIVATE_CLUSTERS, PRIVATELINK};

claims! {
    OWN_WORKLOADS_CREDENTIALS_IRSA = Claim {
        id: "own-workloads-credentials-irsa",
        about: Subject::Feature(&OWN_WORKLOADS),
        statement: "with IAM roles for service accounts, its pods trade their token at STS",
        since: Since::FirstKnown(Day::new(2026, 11, 22)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&PRIVATE_CLUSTERS, "endpoints")],
        says: Says::Needs {
            service: &service::STS,
            endpoint: EndpointType::Interface,
            level: Level::Conditional,
            when: Credentials(&OWN_WORKLOADS, &IRSA),
        },
    };

    OWN_WORKLOADS_CREDENTIALS_POD_IDENTITY = Claim {
        id: "own-workloads-credentials-pod-identity",
        about: Subject::Feature(&OWN_WORKLOADS),
        statement: "with EKS Pod Identity, the agent on its node fetches credentials from the EKS Auth API",
        since: Since::FirstKnown(Day::new(2026, 11, 22)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&PRIVATE_CLUSTERS, "endpoints")],
        says: Says::Needs {
            service: &service::EKS_AUTH,
            endpoint: EndpointType::Interface,
            level: Level::Conditional,
            when: Credentials(&OWN_WORKLOADS, &POD_IDENTITY),
        },
    };

    OWN_WORKLOADS_NEEDS_BEDROCK_RUNTIME = Claim {
        id: "own-workloads-needs-bedrock-runtime",
        about: Subject::Feature(&OWN_WORKLOADS),
        statement: "subnets need an endpoint for each AWS service that pods call: Amazon Bedrock",
        since: Since::FirstKnown(Day::new(2026, 11, 22)),
        until: None,
        confidence: Confidence::Inferred,
        cites: &[(&PRIVATE_CLUSTERS, "endpoints"), (&PRIVATELINK, "services")],
        says: Says::Needs {
            service: &service::BEDROCK_RUNTIME,
            endpoint: EndpointType::Interface,
            level: Level::Conditional,
            when: Is(&OWN_WORKLOADS, &BEDROCK_RUNTIME_CALLS, "true"),
        },
    };

    OWN_WORKLOADS_NEEDS_CLOUDFRONT = Claim {
        id: "own-workloads-needs-cloudfront",
        about: Subject::Feature(&OWN_WORKLOADS),
        statement: "subnets need an endpoint for each AWS service that pods call: Amazon CloudFront",
        since: Since::FirstKnown(Day::new(2026, 11, 22)),
        until: None,
        confidence: Confidence::Unverified,
        cites: &[(&PRIVATE_CLUSTERS, "endpoints"), (&PRIVATELINK, "services")],
        says: Says::Needs {
            service: &service::CLOUDFRONT,
            endpoint: EndpointType::Interface,
            level: Level::Conditional,
            when: All(&[Is(&OWN_WORKLOADS, &CLOUDFRONT_CALLS, "true"), Partition(&[&AWS])]),
        },
    };

    OWN_WORKLOADS_NEEDS_DYNAMODB = Claim {
        id: "own-workloads-needs-dynamodb",
        about: Subject::Feature(&OWN_WORKLOADS),
        statement: "subnets need an endpoint for each AWS service that pods call: Amazon DynamoDB",
        since: Since::FirstKnown(Day::new(2026, 11, 22)),
        until: None,
        confidence: Confidence::Inferred,
        cites: &[(&PRIVATE_CLUSTERS, "endpoints"), (&PRIVATELINK, "services")],
        says: Says::Needs {
            service: &service::DYNAMODB,
            endpoint: EndpointType::Gateway,
            level: Level::Conditional,
            when: Is(&OWN_WORKLOADS, &DYNAMODB_CALLS, "true"),
        },
    };

    OWN_WORKLOADS_NEEDS_EVENTS = Claim {
        id: "own-workloads-needs-events",
        about: Subject::Feature(&OWN_WORKLOADS),
        statement: "subnets need an endpoint for each AWS service that pods call: Amazon EventBridge",
        since: Since::FirstKnown(Day::new(2026, 11, 22)),
        until: None,
        confidence: Confidence::Inferred,
        cites: &[(&PRIVATE_CLUSTERS, "endpoints"), (&PRIVATELINK, "services")],
        says: Says::Needs {
            service: &service::EVENTS,
            endpoint: EndpointType::Interface,
            level: Level::Conditional,
            when: Is(&OWN_WORKLOADS, &EVENTS_CALLS, "true"),
        },
    };

    OWN_WORKLOADS_NEEDS_IAM = Claim {
        id: "own-workloads-needs-iam",
        about: Subject::Feature(&OWN_WORKLOADS),
        statement: "subnets need an endpoint for each AWS service that pods call: the IAM API",
        since: Since::FirstKnown(Day::new(2026, 11, 22)),
        until: None,
        confidence: Confidence::Unverified,
        cites: &[(&PRIVATE_CLUSTERS, "endpoints"), (&PRIVATELINK, "services")],
        says: Says::Needs {
            service: &service::IAM,
            endpoint: EndpointType::Interface,
            level: Level::Conditional,
            when: All(&[Is(&OWN_WORKLOADS, &IAM_CALLS, "true"), Partition(&[&AWS])]),
        },
    };

    OWN_WORKLOADS_NEEDS_LAMBDA = Claim {
        id: "own-workloads-needs-lambda",
        about: Subject::Feature(&OWN_WORKLOADS),
        statement: "subnets need an endpoint for each AWS service that pods call: AWS Lambda",
        since: Since::FirstKnown(Day::new(2026, 11, 22)),
        until: None,
        confidence: Confidence::Inferred,
        cites: &[(&PRIVATE_CLUSTERS, "endpoints"), (&PRIVATELINK, "services")],
        says: Says::Needs {
            service: &service::LAMBDA,
            endpoint: EndpointType::Interface,
            level: Level::Conditional,
            when: Is(&OWN_WORKLOADS, &LAMBDA_CALLS, "true"),
        },
    };

    OWN_WORKLOADS_NEEDS_S3TABLES = Claim {
        id: "own-workloads-needs-s3tables",
        about: Subject::Feature(&OWN_WORKLOADS),
        statement: "subnets need an endpoint for each AWS service that pods call: Amazon S3 Tables",
        since: Since::FirstKnown(Day::new(2026, 11, 22)),
        until: None,
        confidence: Confidence::Unverified,
        cites: &[(&PRIVATE_CLUSTERS, "endpoints"), (&PRIVATELINK, "services")],
        says: Says::Needs {
            service: &service::S3TABLES,
            endpoint: EndpointType::Interface,
            level: Level::Conditional,
            when: Is(&OWN_WORKLOADS, &S3_TABLES_CALLS, "true"),
        },
    };

    OWN_WORKLOADS_NEEDS_SAGEMAKER_API = Claim {
        id: "own-workloads-needs-sagemaker-api",
        about: Subject::Feature(&OWN_WORKLOADS),
        statement: "subnets need an endpoint for each AWS service that pods call: the SageMaker API",
        since: Since::FirstKnown(Day::new(2026, 11, 22)),
        until: None,
        confidence: Confidence::Inferred,
        cites: &[(&PRIVATE_CLUSTERS, "endpoints"), (&PRIVATELINK, "services")],
        says: Says::Needs {
            service: &service::SAGEMAKER_API,
            endpoint: EndpointType::Interface,
            level: Level::Conditional,
            when: Is(&OWN_WORKLOADS, &SAGEMAKER_API_CALLS, "true"),
        },
    };

    OWN_WORKLOADS_NEEDS_SAGEMAKER_RUNTIME = Claim {
        id: "own-workloads-needs-sagemaker-runtime",
        about: Subject::Feature(&OWN_WORKLOADS),
        statement: "subnets need an endpoint for each AWS service that pods call: SageMaker endpoints for inference",
        since: Since::FirstKnown(Day::new(2026, 11, 22)),
        until: None,
        confidence: Confidence::Inferred,
        cites: &[(&PRIVATE_CLUSTERS, "endpoints"), (&PRIVATELINK, "services")],
        says: Says::Needs {
            service: &service::SAGEMAKER_RUNTIME,
            endpoint: EndpointType::Interface,
            level: Level::Conditional,
            when: Is(&OWN_WORKLOADS, &SAGEMAKER_RUNTIME_CALLS, "true"),
        },
    };

    OWN_WORKLOADS_NEEDS_SNS = Claim {
        id: "own-workloads-needs-sns",
        about: Subject::Feature(&OWN_WORKLOADS),
        statement: "subnets need an endpoint for each AWS service that pods call: Amazon SNS",
        since: Since::FirstKnown(Day::new(2026, 11, 22)),
        until: None,
        confidence: Confidence::Inferred,
        cites: &[(&PRIVATE_CLUSTERS, "endpoints"), (&PRIVATELINK, "services")],
        says: Says::Needs {
            service: &service::SNS,
            endpoint: EndpointType::Interface,
            level: Level::Conditional,
            when: Is(&OWN_WORKLOADS, &SNS_CALLS, "true"),
        },
    };

    OWN_WORKLOADS_NEEDS_SQS = Claim {
        id: "own-workloads-needs-sqs",
        about: Subject::Feature(&OWN_WORKLOADS),
        statement: "subnets need an endpoint for each AWS service that pods call: Amazon SQS",
        since: Since::FirstKnown(Day::new(2026, 11, 22)),
        until: None,
        confidence: Confidence::Inferred,
        cites: &[(&PRIVATE_CLUSTERS, "endpoints"), (&PRIVATELINK, "services")],
        says: Says::Needs {
            service: &service::SQS,
            endpoint: EndpointType::Interface,
            level: Level::Conditional,
            when: Is(&OWN_WORKLOADS, &SQS_CALLS, "true"),
        },
    };

    OWN_WORKLOADS_SUPPORTED = Claim {
        id: "own-workloads-supported",
        about: Subject::Feature(&OWN_WORKLOADS),
        statement: "workloads may call each AWS service that has an endpoint in their subnets",
        since: Since::FirstKnown(Day::new(2026, 11, 22)),
        until: None,
        confidence: Confidence::Read,
        cites: &[(&PRIVATE_CLUSTERS, "endpoints")],
        says: Says::Supports { support: Support::Supported, when: Always },
    };
}
