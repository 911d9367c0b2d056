//! What a node can be told so that it does not make a call while it boots: one vocabulary for the rows that speak of
//! calls and for what generates user data. Whether a node is told so is not known here.

/// What avoids a call.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Switch {
    /// Nothing does.
    Nothing,
    /// The endpoint, the certificate authority and, where the node reads it, the service CIDR.
    ClusterData,
    /// The address of the DNS, for Bottlerocket.
    DnsAddress,
    /// nodeadm's feature gate.
    InstanceIdNodeName,
    /// Bottlerocket's name from the instance id.
    InstanceIdHostname,
    /// No host container of Bottlerocket.
    NoHostContainers,
    /// No metrics of Bottlerocket.
    NoMetrics,
    /// A repository of updates of one's own.
    OwnUpdates,
    /// Time servers of one's own.
    OwnTimeServers,
    /// A type of instance that the image knows.
    KnownType,
    /// An image of one's own.
    OwnImage,
    /// Credentials of a hybrid node from IAM Roles Anywhere.
    RolesAnywhere,
    /// Credentials of a hybrid node from Systems Manager.
    SystemsManager,
}

impl Switch {
    /// It in words; empty for nothing.
    pub(crate) const fn words(self) -> &'static str {
        match self {
            Self::Nothing => "",
            Self::ClusterData => "the endpoint, the certificate authority and the service CIDR in the user data",
            Self::DnsAddress => "settings.kubernetes.cluster-dns-ip",
            Self::InstanceIdNodeName => {
                "the feature gate InstanceIdNodeName; the role of the node then needs an access entry of type EC2"
            }
            Self::InstanceIdHostname => "settings.kubernetes.hostname-override-source = \"instance-id\"",
            Self::NoHostContainers => "settings.host-containers.control.enabled = false, and admin likewise",
            Self::NoMetrics => "settings.metrics.send-metrics = false",
            Self::OwnUpdates => "settings.updates.metadata-base-url and targets-base-url",
            Self::OwnTimeServers => "settings.ntp.time-servers = [\"169.254.169.123\"]",
            Self::KnownType => "a type of instance that the image lists",
            Self::OwnImage => "an image of your own that holds the pause image",
            Self::RolesAnywhere => "spec.hybrid.iamRolesAnywhere in place of ssm",
            Self::SystemsManager => "spec.hybrid.ssm in place of iamRolesAnywhere",
        }
    }
}
