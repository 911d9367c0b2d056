//! The operation `matrix`: which interfaces reach which endpoints, all with all, by what they have in common. It gives
//! verdicts and no reasons; those `reach` gives.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::answer::PortSpan;
use super::ask::asked;
use super::classes::{Class, classes};
use super::destination::Destination;
use super::end::Groups;
use super::pairs::{Called, Row};
use super::path::Asked;
use super::resolve::{Network, bare};
use crate::error::{Error, ErrorCode};
use crate::snapshot::{SecurityGroup, Snapshot};
use crate::verdict::Verdict;

/// Which interfaces reach which endpoints on a port. The request of the operation `matrix`.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct MatrixRequest {
    /// What exists; left out when a handle is asked.
    #[serde(default)]
    pub snapshot: Option<Snapshot>,
    /// `tcp`, `udp`, `icmp`, `icmpv6`, a number, or `-1` for all. Not stated: `tcp`.
    #[serde(default)]
    pub protocol: Option<String>,
    /// The destination port, for `tcp` and `udp`. Not stated: 443 for `tcp`.
    #[serde(default)]
    pub port: Option<u16>,
    /// The ports from which clients may call, to which replies come back. Not stated: 32768 to 60999, the range of Linux.
    #[serde(default)]
    pub client_ports: Option<PortSpan>,
    /// Whether a document without a word on its completeness proves nothing. Not stated: `false`.
    #[serde(default)]
    pub strict: bool,
}

/// Which interfaces reach which endpoints. The answer of the operation `matrix`.
#[derive(Clone, Debug, Eq, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct MatrixAnswer {
    /// The endpoints, in order of id.
    pub endpoints: Vec<String>,
    /// All interfaces, those that are alike together: each is in one class.
    pub classes: Vec<MatrixClass>,
}

/// Interfaces of one subnet that carry the same groups and reach the same endpoints.
#[derive(Clone, Debug, Eq, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct MatrixClass {
    /// The subnet; `null` where the documents do not say.
    pub subnet: Option<String>,
    /// The security groups; `null` where the documents do not say, or where none apply.
    pub groups: Option<Vec<String>>,
    /// The interfaces, in order of id.
    pub interfaces: Vec<String>,
    /// For each endpoint, in the order of `endpoints`, what `reach` says of each of these interfaces.
    pub verdicts: Vec<Verdict>,
}

/// Says which interfaces reach which endpoints on a port, by what they have in common: the operation `matrix`.
///
/// # Errors
/// A protocol without a port, or a document with a block that is none.
pub fn matrix(snapshot: &Snapshot, request: &MatrixRequest) -> Result<MatrixAnswer, Error> {
    let network = Network::of(snapshot, request.strict).map_err(|error| error.under("snapshot"))?;
    Ok(network.matrix(request)?.answer())
}

/// Every interface of a network against every endpoint: verdicts by class, which can be asked anew for what a changed
/// group concerns.
pub struct Matrix<'a> {
    asked: Asked,
    called: Called<'a>,
    classes: Vec<(Class<'a>, Vec<Row>)>,
    /// The classes that carry a group.
    carriers: BTreeMap<String, Vec<usize>>,
    /// Those of which nobody knows what they carry.
    undecided: Vec<usize>,
}

impl<'a> Network<'a> {
    /// Says which interfaces reach which endpoints, as [`reach()`](crate::reach()) would say of each pair, without the
    /// reasons: worked out once for interfaces that are alike.
    ///
    /// ```
    /// use private_eks::{MatrixRequest, Network, Snapshot, Verdict};
    ///
    /// let snapshot = Snapshot::parse(r#"{
    ///     "Subnets": [{"SubnetId": "subnet-0a", "VpcId": "vpc-0a", "CidrBlock": "10.0.0.0/24"}],
    ///     "NetworkInterfaces": [{
    ///         "NetworkInterfaceId": "eni-0a", "SubnetId": "subnet-0a", "VpcId": "vpc-0a",
    ///         "PrivateIpAddress": "10.0.0.9", "Groups": []
    ///     }],
    ///     "VpcEndpoints": [{
    ///         "VpcEndpointId": "vpce-0a", "VpcEndpointType": "Interface", "VpcId": "vpc-0a", "State": "available",
    ///         "SubnetIds": ["subnet-0a"], "Groups": []
    ///     }]
    /// }"#)?;
    /// let answer = Network::of(&snapshot, false)?.matrix(&MatrixRequest::default())?.answer();
    /// assert_eq!(answer.endpoints, ["vpce-0a"]);
    /// // It carries no security group, which lets nothing out.
    /// assert_eq!(answer.classes[0].verdicts, [Verdict::Broken]);
    /// # Ok::<(), private_eks::Error>(())
    /// ```
    ///
    /// # Errors
    /// As [`matrix()`]; and a request that asks otherwise strictly than the network was resolved.
    pub fn matrix(&self, request: &MatrixRequest) -> Result<Matrix<'a>, Error> {
        self.asks_alike(request.strict)?;
        let is_tcp = request.protocol.as_deref().is_none_or(|name| matches!(name, "tcp" | "6"));
        let port = request.port.or(is_tcp.then_some(443));
        let asked = asked(request.protocol.as_deref(), port, request.client_ports)?.unexplained();
        self.all_pairs(asked).map_err(|error| error.under("snapshot"))
    }

    fn all_pairs(&self, asked: Asked) -> Result<Matrix<'a>, Error> {
        let destinations = self.endpoints().map(|endpoint| Destination::of_endpoint(self, endpoint));
        let called = Called::of(destinations.collect::<Result<_, _>>()?, &asked);
        let (mut carriers, mut undecided): (BTreeMap<String, Vec<usize>>, _) = (BTreeMap::new(), Vec::new());
        let mut rows = Vec::new();
        for (at, class) in classes(self, self.interfaces())?.into_iter().enumerate() {
            match &class.end.groups {
                Groups::These(ids) => ids.iter().for_each(|id| carriers.entry(id.clone()).or_default().push(at)),
                Groups::Unknown => undecided.push(at),
                Groups::Unfiltered => {}
            }
            let row = called.rows(self, &class, &asked)?;
            rows.push((class, row));
        }
        Ok(Matrix { asked, called, classes: rows, carriers, undecided })
    }

    /// Takes a security group in place of the one with its id, and works out anew what it concerns: the classes that
    /// carry it, or all of them where an interface of an endpoint does. Gives these; the matrix has them too.
    ///
    /// It is the rules of a group that change so. Who carries which group stands with the interfaces, of which a
    /// snapshot has to be resolved anew.
    ///
    /// ```
    /// use private_eks::{MatrixRequest, Network, Snapshot, Verdict};
    ///
    /// let snapshot = Snapshot::parse(r#"{
    ///     "Subnets": [{"SubnetId": "subnet-0a", "VpcId": "vpc-0a", "CidrBlock": "10.0.0.0/24"}],
    ///     "SecurityGroups": [{"GroupId": "sg-0a", "IpPermissions": [], "IpPermissionsEgress": []}],
    ///     "NetworkInterfaces": [
    ///         {"NetworkInterfaceId": "eni-0a", "SubnetId": "subnet-0a", "VpcId": "vpc-0a",
    ///          "PrivateIpAddress": "10.0.0.9", "Groups": [{"GroupId": "sg-0a"}]},
    ///         {"NetworkInterfaceId": "eni-0b", "SubnetId": "subnet-0a", "VpcId": "vpc-0a",
    ///          "PrivateIpAddress": "10.0.0.10", "Groups": [{"GroupId": "sg-0a"}], "InterfaceType": "vpc_endpoint"}
    ///     ],
    ///     "VpcEndpoints": [{
    ///         "VpcEndpointId": "vpce-0a", "VpcEndpointType": "Interface", "VpcId": "vpc-0a", "State": "available",
    ///         "NetworkInterfaceIds": ["eni-0b"], "Groups": [{"GroupId": "sg-0a"}]
    ///     }]
    /// }"#)?;
    /// let mut changed = snapshot.security_groups.as_ref().unwrap()[0].clone();
    /// let all = serde_json::json!([{"IpProtocol": "-1", "IpRanges": [{"CidrIp": "0.0.0.0/0"}]}]);
    /// changed.ip_permissions = serde_json::from_value(all.clone()).unwrap();
    /// changed.ip_permissions_egress = serde_json::from_value(all).unwrap();
    ///
    /// let mut network = Network::of(&snapshot, false)?;
    /// let mut matrix = network.matrix(&MatrixRequest::default())?;
    /// assert_eq!(matrix.answer().classes[0].verdicts, [Verdict::Broken]);
    /// let concerned = network.recheck(&mut matrix, &changed)?;
    /// assert_eq!(concerned[0].verdicts, [Verdict::Met]);
    /// # Ok::<(), private_eks::Error>(())
    /// ```
    ///
    /// # Errors
    /// A group without an id, or with a block that is none.
    pub fn recheck(&mut self, matrix: &mut Matrix<'a>, group: &'a SecurityGroup) -> Result<Vec<MatrixClass>, Error> {
        let Some(id) = group.group_id.as_deref() else {
            let message = "a security group without `GroupId` takes no group's place";
            return Err(Error::new(ErrorCode::ErrInvalidInput, "group", message));
        };
        self.replace_group(id, group);
        let concerned: Vec<usize> = if matrix.called.carries(id) {
            (0..matrix.classes.len()).collect()
        } else {
            let carriers = matrix.carriers.get(bare(id)).into_iter().flatten();
            carriers.chain(&matrix.undecided).copied().collect()
        };
        let mut anew = Vec::new();
        for at in concerned {
            let Some((class, rows)) = matrix.classes.get_mut(at) else { continue };
            *rows = matrix.called.rows(self, class, &matrix.asked).map_err(|error| error.under("snapshot"))?;
            anew.extend(by_verdicts(class, rows));
        }
        Ok(anew)
    }
}

impl Matrix<'_> {
    /// The matrix as plain data.
    pub fn answer(&self) -> MatrixAnswer {
        let classes = self.classes.iter().flat_map(|(class, rows)| by_verdicts(class, rows)).collect();
        MatrixAnswer { endpoints: self.called.names(), classes }
    }
}

/// The members of a class by what they reach.
fn by_verdicts(class: &Class<'_>, rows: &[Row]) -> Vec<MatrixClass> {
    let groups = match &class.end.groups {
        Groups::These(ids) => Some(ids.to_vec()),
        Groups::Unfiltered | Groups::Unknown => None,
    };
    let mut parts: Vec<(Vec<Verdict>, Vec<String>)> = Vec::new();
    let is_one = rows.iter().all(|row| matches!(row, Row::All(_)));
    for (at, member) in class.members.iter().enumerate() {
        let id = member.network_interface_id.clone().unwrap_or_default();
        if let (true, Some((_, ids))) = (is_one, parts.last_mut()) {
            ids.push(id);
            continue;
        }
        let verdicts: Vec<Verdict> = rows.iter().map(|row| row.of(at)).collect();
        match parts.iter_mut().find(|(known, _)| *known == verdicts) {
            Some((_, ids)) => ids.push(id),
            None => parts.push((verdicts, vec![id])),
        }
    }
    let subnet = class.members.first().and_then(|member| member.subnet_id.clone());
    let class =
        |(verdicts, interfaces)| MatrixClass { subnet: subnet.clone(), groups: groups.clone(), interfaces, verdicts };
    parts.into_iter().map(class).collect()
}
