//! The instance types of EC2 and how many pods a node of each can have addresses for. Which type a node has is not
//! known here.

use schemars::JsonSchema;
use serde::Serialize;

use crate::error::{Error, ErrorCode, nearest};
use crate::knowledge::tables::instance_types::INSTANCE_TYPES;

/// An instance type.
#[derive(Debug, PartialEq)]
pub struct InstanceTypeRow {
    /// The name, such as `m5.large`.
    pub id: &'static str,
    /// How many network interfaces the default network card takes; those of other cards carry no pods.
    pub interfaces: u16,
    /// How many IPv4 addresses each interface takes, its own included.
    pub addresses: u16,
    /// How many virtual CPUs it has.
    pub vcpus: u16,
    /// What runs it.
    pub hypervisor: Hypervisor,
}

/// What runs an instance.
#[derive(Clone, Copy, Debug, Eq, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Hypervisor {
    /// The Nitro hypervisor.
    Nitro,
    /// Xen.
    Xen,
    /// None: the instance is the machine.
    BareMetal,
}

/// The addresses that come with a prefix in place of one address: a /28.
const PREFIX: u32 = 16;
/// Pods that use the network of their node and need no address: the VPC CNI and kube-proxy.
const ON_THE_NODES_NETWORK: u32 = 2;
/// More vCPUs than these make a large node.
const SMALL_VCPUS: u16 = 30;

/// Every instance type, in order of name.
pub fn instance_types() -> impl Iterator<Item = &'static InstanceTypeRow> {
    INSTANCE_TYPES.iter()
}

/// The instance type with this name.
///
/// ```
/// let row = private_eks::instance_type("m5.large")?;
/// assert_eq!(row.maximum_pods(false), 29);
/// # Ok::<(), private_eks::Error>(())
/// ```
///
/// # Errors
/// It is not on the list. Types that are newer than the list are unknown, and nothing stands in for them.
pub fn instance_type(id: &str) -> Result<&'static InstanceTypeRow, Error> {
    let found = INSTANCE_TYPES.binary_search_by_key(&id, |row| row.id).ok().and_then(|at| INSTANCE_TYPES.get(at));
    found.ok_or_else(|| {
        let near = nearest(id, instance_types().map(|row| row.id));
        let message = format!("`{id}` is no instance type that is known{near}");
        Error::new(ErrorCode::ErrUnknownInstanceType, "", message)
    })
}

impl InstanceTypeRow {
    /// How many pods a node has addresses for, one address a pod. With custom networking the first interface carries
    /// none. The first address of an interface is its own.
    pub fn maximum_pods(&self, custom_networking: bool) -> u32 {
        self.pod_addresses(custom_networking) + ON_THE_NODES_NETWORK
    }

    /// The same where the VPC CNI assigns prefixes in place of addresses, which takes the Nitro hypervisor; nothing
    /// for others. More than [`recommended_pods`](Self::recommended_pods) is not advised.
    pub fn maximum_pods_with_prefixes(&self, custom_networking: bool) -> Option<u32> {
        let prefixes = self.pod_addresses(custom_networking);
        (self.hypervisor == Hypervisor::Nitro).then(|| prefixes * PREFIX + ON_THE_NODES_NETWORK)
    }

    /// How many pods a node with prefixes should have at most, whatever its addresses.
    pub fn recommended_pods(&self) -> u32 {
        if self.vcpus > SMALL_VCPUS { 250 } else { 110 }
    }

    fn pod_addresses(&self, custom_networking: bool) -> u32 {
        let interfaces = u32::from(self.interfaces).saturating_sub(u32::from(custom_networking));
        interfaces * u32::from(self.addresses).saturating_sub(1)
    }
}

/// Declares `INSTANCE_TYPES`, the list in order of name.
macro_rules! instance_type_rows {
    ($($id:literal, $interfaces:literal, $addresses:literal, $vcpus:literal, $hypervisor:ident;)*) => {
        /// Every instance type, in order of name.
        pub(crate) static INSTANCE_TYPES: &[$crate::knowledge::InstanceTypeRow] = &[$( $crate::knowledge::InstanceTypeRow {
            id: $id,
            interfaces: $interfaces,
            addresses: $addresses,
            vcpus: $vcpus,
            hypervisor: $crate::knowledge::Hypervisor::$hypervisor,
        } ),*];
    };
}

pub(crate) use instance_type_rows;

#[cfg(test)]
mod tests {
    use super::*;

    /// The sample values of the nodes' own tables: nodeadm's instance-info, the VPC CNI's `misc/eni-max-pods.txt` and
    /// the table of Amazon Linux 2, which agree on them. They are another source than that of the rows.
    #[test]
    fn the_samples_of_the_nodes_own_tables_come_out() {
        for (id, pods) in [
            ("t3.micro", 4),
            ("t3.medium", 17),
            ("m7g.medium", 8),
            ("m5.large", 29),
            ("m5.xlarge", 58),
            ("m5.8xlarge", 234),
            ("m5.24xlarge", 737),
            ("p5.48xlarge", 100),
            ("c6in.32xlarge", 394),
            ("trn1.32xlarge", 247),
            ("p6-b200.48xlarge", 198),
            ("c8gn.48xlarge", 590),
        ] {
            assert_eq!(instance_type(id).unwrap().maximum_pods(false), pods, "{id}");
        }
    }

    /// m5.large takes 3 interfaces with 10 addresses each: 2 · 9 + 2 with custom networking, 3 · 9 · 16 + 2 with
    /// prefixes, 2 · 9 · 16 + 2 with both.
    #[test]
    fn custom_networking_takes_an_interface_and_prefixes_give_sixteenfold() {
        let row = instance_type("m5.large").unwrap();
        assert_eq!((row.interfaces, row.addresses, row.vcpus), (3, 10, 2));
        assert_eq!(row.maximum_pods(true), 20);
        assert_eq!(row.maximum_pods_with_prefixes(false), Some(434));
        assert_eq!(row.maximum_pods_with_prefixes(true), Some(290));
        assert_eq!(row.recommended_pods(), 110);
        assert_eq!(instance_type("m5.8xlarge").unwrap().recommended_pods(), 250);
        assert_eq!(instance_type("m4.large").unwrap().maximum_pods_with_prefixes(false), None);
        assert_eq!(instance_type("m5.metal").unwrap().maximum_pods_with_prefixes(false), None);
    }

    #[test]
    fn the_list_is_in_order_and_every_type_takes_pods() {
        assert!(INSTANCE_TYPES.windows(2).all(|pair| pair[0].id < pair[1].id));
        assert!(INSTANCE_TYPES.len() > 1000);
        assert!(instance_types().all(|row| row.interfaces > 0 && row.addresses > 1 && row.vcpus > 0));
    }

    #[test]
    fn an_unknown_type_is_an_error_that_names_its_neighbours() {
        let error = instance_type("m5.larg").err().unwrap();
        assert_eq!(error.code(), ErrorCode::ErrUnknownInstanceType);
        assert!(error.message().contains("`m5.large`"), "{error}");
    }
}
