//! What a wish contradicts: faults of the network that it states, and features that do not go together. A fault is found
//! in what is stated only; what would be needed to say is named.

use std::collections::BTreeSet;

use crate::knowledge::{Circumstances, Claim, Confidence, Fault, IpFamily, Level, NodeKind, Says, Support, Truth};
use crate::net::{Addresses, Cidr};
use crate::plan::answer::{PlanFinding, Reason, SubnetAddresses, SupportStatement};
use crate::plan::reasons::reason;
use crate::plan::resolve::Wish;
use crate::plan::surroundings::{AMAZON_DNS, Surroundings};
use crate::verdict::Verdict;

/// What is wrong, and where in the wish.
struct Wrong {
    paths: Vec<String>,
    message: String,
}

/// The findings, in order of claim. The claims are those whose subject is there.
pub(super) fn found(
    claims: &[&Claim],
    about: &Circumstances,
    wish: &Wish,
    support: &[SupportStatement],
    addresses: &[SubnetAddresses],
) -> Vec<PlanFinding> {
    let mut findings = Vec::new();
    for claim in claims {
        let Says::Forbids { fault } = &claim.says else { continue };
        if *fault == Fault::NotOffered {
            findings.extend(not_offered(claim, claims, about, wish));
        }
        let verdict = if *fault == Fault::ZoneUnstated { Verdict::Unknown } else { Verdict::Broken };
        for wrong in faults(*fault, wish, addresses) {
            findings.push(PlanFinding {
                id: claim.id.to_owned(),
                verdict,
                paths: wrong.paths,
                message: format!("{}: {}", wrong.message, claim.statement),
                reasons: vec![reason(claim, Level::Required, String::new())],
            });
        }
    }
    for statement in support {
        findings.extend(statement.reasons.iter().filter_map(|reason| {
            let (verdict, wrong) = match statement.support {
                Support::Ended | Support::Unsupported => (Verdict::Broken, true),
                // What works in part is a contradiction where something else in the wish makes it so.
                Support::Limited if reason.confidence == Confidence::Read => {
                    (Verdict::Broken, !reason.condition.is_empty())
                }
                Support::Limited => (Verdict::Unknown, !reason.condition.is_empty()),
                Support::Supported | Support::Unknown => (Verdict::Unknown, statement.support == Support::Unknown),
            };
            // A condition that is not decided contradicts nothing; `support` says what it depends on.
            let wrong = wrong && reason.level != Level::Conditional;
            wrong.then(|| PlanFinding {
                id: reason.claim.to_owned(),
                verdict,
                paths: vec![path(&statement.subject, wish)],
                message: reason.because.to_owned(),
                reasons: vec![reason.clone()],
            })
        }));
    }
    findings.sort_by(|a, b| (&a.id, &a.paths).cmp(&(&b.id, &b.paths)));
    findings
}

/// What is called, by the wish or by a feature of it, and has no endpoint in the region.
fn not_offered(claim: &Claim, claims: &[&Claim], about: &Circumstances, wish: &Wish) -> Vec<PlanFinding> {
    let finding = |path: String, what: &str, why: &str, reasons: Vec<Reason>| PlanFinding {
        id: claim.id.to_owned(),
        verdict: Verdict::Unknown,
        paths: vec![path],
        message: format!("{what}, and {why}: {}", claim.statement),
        reasons: reasons.into_iter().chain([reason(claim, Level::Required, String::new())]).collect(),
    };
    let called = wish.called().into_iter().flatten();
    let called = called.filter_map(|service| Some((service.id(), service.is_missing_in(about.region)?)));
    let called = called.map(|(id, missing)| {
        finding("services".to_owned(), &format!("`services` names `{id}`"), &missing.why, Vec::new())
    });
    let needed = claims.iter().filter_map(|own| {
        let Says::Needs { service, level, when, .. } = &own.says else { return None };
        let missing = service.is_missing_in(about.region)?;
        let judged = when.judge_elsewhere(about).unwrap_or_else(|| when.judge(about));
        let what = format!("`{}` needs `{}`", own.about.id(), service.id);
        let because = vec![reason(own, *level, judged.words)];
        (judged.truth == Truth::Yes).then(|| finding(path(own.about.id(), wish), &what, &missing.why, because))
    });
    called.chain(needed).collect()
}

/// Where the wish states a subject, or what it was inferred from.
fn path(subject: &str, wish: &Wish) -> String {
    match subject {
        "base" => "region".to_owned(),
        kind if NodeKind::ALL.iter().any(|own| own.as_str() == kind) => "nodes".to_owned(),
        feature => match wish.features.get(feature) {
            Some(own) if own.from.starts_with("features.") => own.from.clone(),
            _ => format!("features.{feature}"),
        },
    }
}

fn faults(fault: Fault, wish: &Wish, addresses: &[SubnetAddresses]) -> Vec<Wrong> {
    let around = &wish.surroundings;
    match fault {
        Fault::OneZone => one_zone(around).into_iter().collect(),
        Fault::ZoneOf(refused) => zones_of(refused, around),
        Fault::WavelengthZone => wavelength_zones(around),
        Fault::FewerAddressesThan(least) => small(least, around, addresses),
        Fault::ZoneUnstated => zone_unstated(around),
        Fault::SubnetsAstray => subnets_astray(around),
        Fault::ServicesInVpc => services_in_vpc(around).into_iter().collect(),
        Fault::ServicesAstray => services_astray(wish).into_iter().collect(),
        Fault::WithoutAmazonDns => without_amazon_dns(around).into_iter().collect(),
        // Found by what is needed, above.
        Fault::NotOffered => Vec::new(),
        Fault::ServicesAround => services_around(around),
        Fault::VpcAstray => vpc_astray(around),
        Fault::WithoutIpv6 => without_ipv6(wish).into_iter().collect(),
        Fault::CentralVpcAstray => central_vpc_astray(wish),
        Fault::RemoteAstray => remote_astray(around),
    }
}

/// The subnets of the cluster; where no role is stated, all that are described are its own.
fn of_cluster(around: &Surroundings) -> Vec<String> {
    let stated = [&around.cluster_subnets, &around.node_subnets, &around.pod_subnets];
    if stated.iter().all(|ids| ids.is_empty()) {
        return around.subnets.keys().cloned().collect();
    }
    around.cluster_subnets.clone()
}

fn zone_unstated(around: &Surroundings) -> Vec<Wrong> {
    let ids = around.node_subnets.iter().chain(&around.pod_subnets);
    let unstated = |id: &&String| around.subnets.get(*id).and_then(|own| own.zone_key()).is_none();
    let wrong = |id: &String| Wrong {
        paths: vec![format!("subnets[{id}].availabilityZone")],
        message: format!("the zone of `{id}` is not stated, so no endpoint is placed for it"),
    };
    ids.filter(unstated).collect::<BTreeSet<_>>().into_iter().map(wrong).collect()
}

fn one_zone(around: &Surroundings) -> Option<Wrong> {
    let ids = of_cluster(around);
    let zones: BTreeSet<_> = ids.iter().map(|id| around.subnets.get(id).and_then(|own| own.zone_key())).collect();
    let known = !ids.is_empty() && !zones.contains(&None);
    let message = match (ids.len(), zones.len()) {
        (1, _) => "one subnet is stated for the cluster".to_owned(),
        (_, 1) if known => format!("all subnets of the cluster lie in `{}`", zones.first().copied().flatten()?),
        _ => return None,
    };
    Some(Wrong { paths: vec!["clusterSubnets".to_owned()], message })
}

fn zones_of(refused: &[&str], around: &Surroundings) -> Vec<Wrong> {
    let of = |id: &String| {
        let zone = around.subnets.get(id)?.zone_id.as_deref().filter(|zone| refused.contains(zone))?;
        Some(Wrong {
            paths: vec!["clusterSubnets".to_owned(), format!("subnets[{id}].availabilityZoneId")],
            message: format!("`{id}` lies in `{zone}`"),
        })
    };
    of_cluster(around).iter().filter_map(of).collect()
}

/// Names of Wavelength Zones, and their ids, have `-wl` in them.
fn wavelength_zones(around: &Surroundings) -> Vec<Wrong> {
    let of = |id: &String| {
        let subnet = around.subnets.get(id)?;
        let zone = [&subnet.zone, &subnet.zone_id].into_iter().flatten().find(|zone| zone.contains("-wl"))?;
        Some(Wrong {
            paths: vec!["clusterSubnets".to_owned(), format!("subnets[{id}].availabilityZone")],
            message: format!("`{id}` lies in `{zone}`"),
        })
    };
    of_cluster(around).iter().filter_map(of).collect()
}

fn small(least: u64, around: &Surroundings, addresses: &[SubnetAddresses]) -> Vec<Wrong> {
    let of = |id: &String| {
        let block = around.subnets.get(id)?.cidr?;
        let own = addresses.iter().find(|own| own.subnet == *id)?;
        let free = own.size?.saturating_sub(own.reserved + own.endpoints);
        (free < least).then(|| Wrong {
            paths: vec![format!("subnets[{id}].cidr")],
            message: format!("`{id}` has {free} free addresses in `{block}` beside {} endpoints", own.endpoints),
        })
    };
    of_cluster(around).iter().filter_map(of).collect()
}

/// Each subnet is told to overlap once, however many others it overlaps.
fn subnets_astray(around: &Surroundings) -> Vec<Wrong> {
    let mut wrong = Vec::new();
    let mut blocks: Vec<_> = around.subnets.iter().filter_map(|(id, subnet)| Some((subnet.cidr?, id))).collect();
    blocks.sort_unstable();
    let vpc = around.vpc_cidrs.as_ref().map(|blocks| set(blocks));
    // In order of address, a block overlaps an earlier one only if it overlaps the one that reaches furthest.
    let mut furthest: Option<(Cidr, &String)> = None;
    for (block, id) in blocks {
        if vpc.as_ref().is_some_and(|vpc| !vpc.covers(&Addresses::from(block))) {
            wrong.push(Wrong {
                paths: vec![format!("subnets[{id}].cidr"), "vpcCidrs".to_owned()],
                message: format!("`{block}` of `{id}` lies outside the CIDR blocks of the VPC"),
            });
        }
        if !(16..=28).contains(&block.prefix_len()) {
            wrong.push(Wrong {
                paths: vec![format!("subnets[{id}].cidr")],
                message: format!("`{block}` of `{id}` is no block for a subnet"),
            });
        }
        match furthest {
            Some((other, theirs)) if other.contains(block.first()) => wrong.push(Wrong {
                paths: vec![format!("subnets[{theirs}].cidr"), format!("subnets[{id}].cidr")],
                message: format!("`{other}` of `{theirs}` and `{block}` of `{id}` overlap"),
            }),
            _ => furthest = Some((block, id)),
        }
    }
    wrong
}

fn services_in_vpc(around: &Surroundings) -> Option<Wrong> {
    let services = around.service_cidr?;
    let vpc = around.vpc_cidrs.iter().flatten();
    let of_subnets = around.subnets.values().filter_map(|subnet| subnet.cidr.as_ref());
    let mut blocks = vpc.chain(of_subnets);
    let block = blocks.find(|block| Addresses::from(**block).overlaps(&Addresses::from(services)))?;
    Some(Wrong {
        paths: vec!["serviceCidr".to_owned(), "vpcCidrs".to_owned()],
        message: format!("`{services}` overlaps `{block}`"),
    })
}

fn services_around(around: &Surroundings) -> Vec<Wrong> {
    let Some(services) = around.service_cidr else { return Vec::new() };
    let mut named: Vec<(String, Cidr)> = Vec::new();
    let mut name = |path: String, blocks: Option<&Vec<Cidr>>| {
        named.extend(blocks.into_iter().flatten().map(|block| (path.clone(), *block)));
    };
    name("endpointVpc.cidrs".to_owned(), around.endpoint_vpc.as_ref().and_then(|vpc| vpc.cidrs.as_ref()));
    name("proxy.cidrs".to_owned(), around.proxy.as_ref().and_then(|proxy| proxy.cidrs.as_ref()));
    for (at, destination) in around.destinations.iter().enumerate() {
        name(format!("destinations[{at}].cidrs"), destination.cidrs.as_ref());
    }
    let callers = around.callers.iter().flatten().enumerate();
    named.extend(callers.map(|(at, (block, _))| (format!("callers[{at}].cidr"), *block)));
    let servers = around.dns_servers.iter().flatten().enumerate();
    named.extend(servers.filter_map(|(at, server)| {
        Some((format!("dnsServers[{at}]"), Cidr::from(server.parse::<std::net::IpAddr>().ok()?)))
    }));
    let overlaps = |(_, block): &(String, Cidr)| Addresses::from(*block).overlaps(&Addresses::from(services));
    let wrong = |(path, block): (String, Cidr)| Wrong {
        paths: vec!["serviceCidr".to_owned(), path],
        message: format!("`{services}` overlaps `{block}`"),
    };
    named.into_iter().filter(overlaps).map(wrong).collect()
}

fn vpc_astray(around: &Surroundings) -> Vec<Wrong> {
    let fits = |block: &Cidr| {
        let lengths = if block.is_ipv4() { 16..=28 } else { 44..=60 };
        lengths.contains(&block.prefix_len())
    };
    let wrong =
        |block: &Cidr| Wrong { paths: vec!["vpcCidrs".to_owned()], message: format!("`{block}` is no block of a VPC") };
    around.vpc_cidrs.iter().flatten().filter(|block| !fits(block)).map(wrong).collect()
}

fn without_ipv6(wish: &Wish) -> Option<Wrong> {
    let ipv6 = wish.ip_family.as_ref().is_some_and(|family| family.value == IpFamily::Ipv6);
    let blocks = wish.surroundings.vpc_cidrs.as_ref()?;
    (ipv6 && blocks.iter().all(|block| block.is_ipv4())).then(|| Wrong {
        paths: vec!["ipFamily".to_owned(), "vpcCidrs".to_owned()],
        message: "the family is IPv6, and no block of the VPC is".to_owned(),
    })
}

fn services_astray(wish: &Wish) -> Option<Wrong> {
    let services = wish.surroundings.service_cidr?;
    let family = wish.ip_family.as_ref().map(|family| family.value);
    let message = match (services.is_ipv4(), family) {
        (false, Some(IpFamily::Ipv4)) => format!("`{services}` is no block of the IPv4 family"),
        (true, Some(IpFamily::Ipv6)) => {
            format!("`{services}` is no block of the IPv6 family, which EKS chooses itself")
        }
        (true, _) if !(12..=24).contains(&services.prefix_len()) || !private().covers(&Addresses::from(services)) => {
            format!("`{services}` is no such block")
        }
        _ => return None,
    };
    Some(Wrong { paths: vec!["serviceCidr".to_owned()], message })
}

fn without_amazon_dns(around: &Surroundings) -> Option<Wrong> {
    let servers = around.dns_servers.as_ref()?;
    (!servers.iter().any(|server| server == AMAZON_DNS)).then(|| Wrong {
        paths: vec!["dnsServers".to_owned()],
        message: format!("`{AMAZON_DNS}` is not among the name servers"),
    })
}

fn central_vpc_astray(wish: &Wish) -> Vec<Wrong> {
    let Some(central) = &wish.surroundings.endpoint_vpc else { return Vec::new() };
    let mut wrong = Vec::new();
    if let Some(id) = central.spec.id.as_ref().filter(|id| wish.vpc.as_ref().is_some_and(|vpc| vpc.value == **id)) {
        wrong.push(Wrong {
            paths: vec!["endpointVpc.id".to_owned(), "vpc".to_owned()],
            message: format!("`{id}` is the VPC of the cluster; leave `endpointVpc` out where it holds the endpoints"),
        });
    }
    let own = wish.surroundings.vpc_cidrs.as_deref().map(set).unwrap_or_default();
    let theirs = central.cidrs.iter().flatten();
    wrong.extend(theirs.filter(|block| own.overlaps(&Addresses::from(**block))).map(|block| Wrong {
        paths: vec!["endpointVpc.cidrs".to_owned(), "vpcCidrs".to_owned()],
        message: format!("`{block}` overlaps the CIDR blocks of the VPC"),
    }));
    wrong
}

fn remote_astray(around: &Surroundings) -> Vec<Wrong> {
    let fields = [("remoteNodeCidrs", &around.remote_node_cidrs), ("remotePodCidrs", &around.remote_pod_cidrs)];
    let mut wrong = Vec::new();
    for (field, block) in
        fields.into_iter().flat_map(|(field, own)| own.iter().flatten().map(move |block| (field, block)))
    {
        let own = Addresses::from(*block);
        let taken = [("vpcCidrs", around.vpc_cidrs.clone()), ("serviceCidr", around.service_cidr.map(|own| vec![own]))];
        for (path, theirs) in
            taken.into_iter().flat_map(|(path, own)| own.into_iter().flatten().map(move |b| (path, b)))
        {
            if own.overlaps(&Addresses::from(theirs)) {
                wrong.push(Wrong {
                    paths: vec![field.to_owned(), path.to_owned()],
                    message: format!("`{block}` overlaps `{theirs}`"),
                });
            }
        }
        if !private().covers(&own) {
            wrong.push(Wrong { paths: vec![field.to_owned()], message: format!("`{block}` is not private") });
        }
    }
    wrong
}

fn set(blocks: &[Cidr]) -> Addresses {
    blocks.iter().fold(Addresses::empty(), |all, block| all.union(&Addresses::from(*block)))
}

/// The private blocks of RFC 1918.
fn private() -> Addresses {
    let blocks = [([10, 0, 0, 0], 8), ([172, 16, 0, 0], 12), ([192, 168, 0, 0], 16)];
    let blocks = blocks.map(|(first, length)| Cidr::around(std::net::Ipv4Addr::from(first).into(), length));
    set(&blocks)
}
