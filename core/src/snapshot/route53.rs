//! The objects of Route 53's answers, field for field as AWS prints them, as far as anything here reads them.

use std::marker::PhantomData;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::shape::{Identified, ObjectOnly, Shape, shapes};

shapes! {
    /// A hosted zone of `list-hosted-zones`.
    HostedZone by id {
        id: String = "Id",
        name: String = "Name",
        config: HostedZoneConfig = "Config",
    }

    /// Whether a hosted zone is private.
    HostedZoneConfig {
        private_zone: bool = "PrivateZone",
    }

    /// The part of `get-hosted-zone` that names the VPCs, which does not name its owner.
    HostedZoneVpcs {
        vpcs: Vec<HostedZoneVpc> = "VPCs",
    }

    /// A VPC that a hosted zone is associated with.
    HostedZoneVpc {
        vpc_region: String = "VPCRegion",
        vpc_id: String = "VPCId",
    }

    /// The answer of `list-resource-record-sets`, which does not name its owner.
    ResourceRecordSets {
        resource_record_sets: Vec<ResourceRecordSet> = "ResourceRecordSets",
        is_truncated: bool = "IsTruncated",
    }

    /// A record of a hosted zone.
    ResourceRecordSet {
        name: String = "Name",
        record_type: String = "Type",
        resource_records: Vec<ResourceRecord> = "ResourceRecords",
        alias_target: AliasTarget = "AliasTarget",
    }

    /// A value of a record.
    ResourceRecord {
        value: String = "Value",
    }

    /// What an alias record points to.
    AliasTarget {
        hosted_zone_id: String = "HostedZoneId",
        dns_name: String = "DNSName",
    }

    /// A Resolver rule.
    ResolverRule by id {
        id: String = "Id",
        domain_name: String = "DomainName",
        rule_type: String = "RuleType",
        status: String = "Status",
        target_ips: Vec<TargetAddress> = "TargetIps",
    }

    /// Where a Resolver rule forwards to.
    TargetAddress {
        ip: String = "Ip",
        ipv6: String = "Ipv6",
        port: i64 = "Port",
    }

    /// A VPC that a Resolver rule applies to.
    ResolverRuleAssociation by id {
        id: String = "Id",
        resolver_rule_id: String = "ResolverRuleId",
        vpc_id: String = "VPCId",
        status: String = "Status",
    }

    /// A Route 53 Profile, as `list-profiles` summarises it.
    ProfileSummary by id {
        id: String = "Id",
        name: String = "Name",
    }

    /// A VPC that a Profile applies to.
    ProfileAssociation by id {
        id: String = "Id",
        profile_id: String = "ProfileId",
        /// The VPC.
        resource_id: String = "ResourceId",
        status: String = "Status",
    }

    /// A zone, rule or endpoint that a Profile carries to its VPCs.
    ProfileResourceAssociation by id {
        id: String = "Id",
        profile_id: String = "ProfileId",
        resource_arn: String = "ResourceArn",
        resource_type: String = "ResourceType",
        status: String = "Status",
    }
}
