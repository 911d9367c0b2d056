// Written by `cargo xtask generate` from the table of operations; do not edit.

/** A day of the calendar, such as `2020-06-17`. */
export type Day = string;

/** What AWS shapes: an object with AWS's own keys. */
export type AwsDocument = { readonly [key: string]: unknown };

/** The options of a feature that has none: `{}`. */
export type NoOptions = { readonly [option: string]: never };

/** What a caller got wrong: a stable code, the place in the input, and a sentence that says what would be right. */
export declare class PrivateEksError extends Error {
    constructor(code: ErrorCode, path: string, message: string);
    /** The stable name of the kind of fault, such as `ERR_UNKNOWN_REGION`. */
    readonly code: ErrorCode;
    /** Where in the input the fault is, such as `spec.features.karpenter`; empty when it is the input as a whole. */
    readonly path: string;
}

/** A report that `requireMet` refused. It says that something is broken or unknown, not that a call was wrong. */
export declare class NotMetError extends Error {
    constructor(report: Report);
    /** The report. */
    readonly report: Report;
}

/**
 * What exists, as documents give it, parsed once and asked many times: the output of `describe-*` calls, of the AWS
 * CLI or of the AWS SDK. Each document is one object, or its JSON, whose keys are AWS's own response keys; pages and
 * parts are merged.
 */
export declare class Snapshot {
    constructor(...documents: (string | Uint8Array | object)[]);
    /**
     * Reads files, and every `*.json` below folders; a fault is reported under the file's name. The other files of a
     * folder are listed as unread, and a report says that they were not assessed; hidden ones are passed over.
     */
    static read(...paths: string[]): Snapshot;
    /** The snapshot as one object, as AWS shapes it; a copy. */
    readonly document: AwsDocument;
    /** The same as `document`, for `JSON.stringify`. */
    toJSON(): AwsDocument;
    /** The snapshot as one JSON document, the same text for the same documents. */
    toString(): string;
}

/**
 * The stable name of a kind of fault. New kinds may be added.
 *
 * - `ERR_AWS_ERROR`: A document is an error that AWS returned, not an answer.
 * - `ERR_DUPLICATE_ID`: Two objects carry one id and differ.
 * - `ERR_EMPTY_SNAPSHOT`: There is nothing to look at: no document, or none with a part that is read.
 * - `ERR_INTERNAL`: A fault of this library. Please report it.
 * - `ERR_INVALID_CERTIFICATE`: A text is not base64 of PEM with certificates and nothing else.
 * - `ERR_INVALID_CIDR`: A text is no CIDR block, or it has host bits where they must be zero.
 * - `ERR_INVALID_DAY`: A text is no calendar day of the form `2020-06-17`.
 * - `ERR_INVALID_INPUT`: The input has the wrong shape: a wrong type, a missing field, or an option that does not
 *   exist.
 * - `ERR_INVALID_JSON`: A text is not JSON.
 * - `ERR_INVALID_REFERENCE`: A text is no image reference.
 * - `ERR_MIXED_DOCUMENTS`: Documents of more than one cluster, region or account were given as one snapshot.
 * - `ERR_NESTING_TOO_DEEP`: Lists and objects lie too deep in each other to be read safely.
 * - `ERR_UNKNOWN_EDITION`: No edition of the page was read for that day.
 * - `ERR_UNKNOWN_FEATURE`: A feature id that no row of the knowledge has.
 * - `ERR_UNKNOWN_ID`: An id that no object of the snapshot has.
 * - `ERR_UNKNOWN_INSTANCE_TYPE`: An instance type that the list does not have.
 * - `ERR_UNKNOWN_OPERATION`: An operation that the table does not have.
 * - `ERR_UNKNOWN_REGION`: A region that no partition has.
 * - `ERR_UNKNOWN_REGISTRY`: No source that was read names the account of the region's registry.
 * - `ERR_UNKNOWN_SERVICE`: A service that no list of endpoint services has.
 * - `ERR_UNRESOLVED_TOKEN`: A value is a placeholder that is only known at deployment.
 */
export type ErrorCode =
    | 'ERR_AWS_ERROR'
    | 'ERR_DUPLICATE_ID'
    | 'ERR_EMPTY_SNAPSHOT'
    | 'ERR_INTERNAL'
    | 'ERR_INVALID_CERTIFICATE'
    | 'ERR_INVALID_CIDR'
    | 'ERR_INVALID_DAY'
    | 'ERR_INVALID_INPUT'
    | 'ERR_INVALID_JSON'
    | 'ERR_INVALID_REFERENCE'
    | 'ERR_MIXED_DOCUMENTS'
    | 'ERR_NESTING_TOO_DEEP'
    | 'ERR_UNKNOWN_EDITION'
    | 'ERR_UNKNOWN_FEATURE'
    | 'ERR_UNKNOWN_ID'
    | 'ERR_UNKNOWN_INSTANCE_TYPE'
    | 'ERR_UNKNOWN_OPERATION'
    | 'ERR_UNKNOWN_REGION'
    | 'ERR_UNKNOWN_REGISTRY'
    | 'ERR_UNKNOWN_SERVICE'
    | 'ERR_UNRESOLVED_TOKEN';

/**
 * Says everything that must exist for a cluster without internet access, as of a day, with reasons and cites.
 * @param spec What a caller wants of a cluster without internet access. A region alone is a wish.
 * @example
 * ```js
 * const { endpoints } = plan({ region: 'ap-northeast-1', features: ['irsa'] });
 * console.log(endpoints.map(({ serviceName }) => serviceName));
 * ```
 */
export declare function plan(spec: ClusterSpec): Plan;

/** What `audit` takes by name. */
export interface AuditOptions {
    /** Whether a document without a word on its completeness proves nothing. Not stated: `false`. */
    readonly strict?: boolean | undefined;
}

/**
 * Holds what exists against what must exist: what is missing, why, and what would mend it.
 * @param snapshot What exists: a `Snapshot`, or one object whose keys are AWS's own response keys.
 * @param spec What is wanted. What it does not state is inferred from the documents, and the report says from what.
 * @example
 * ```js
 * const report = audit(Snapshot.read('snapshot/'), { region: 'ap-northeast-1' });
 * console.log(`${report}`);
 * report.requireMet(); // throws when something is broken or unknown
 * ```
 */
export declare function audit(snapshot: Snapshot | object, spec?: ClusterSpec | null, options?: AuditOptions): Report;

/** The same as `audit`, worked out beside the event loop. */
export declare function auditAsync(snapshot: Snapshot | object, spec?: ClusterSpec | null, options?: AuditOptions): Promise<Report>;

/** What `reach` takes by name. */
export interface ReachOptions {
    /**
     * Who opens the connection: the id of an interface, an instance, a subnet, a security group or an endpoint, a
     * CIDR block, an address, `cluster` for the control plane, or `internet`.
     */
    readonly source: string;
    /** Who is called: any of these, or the name of a service as a client calls it. */
    readonly destination: string;
    /** `tcp`, `udp`, `icmp`, `icmpv6`, a number, or `-1` for all. Not stated: `tcp`. */
    readonly protocol?: string | undefined;
    /**
     * The name by which the client calls a destination that is given by its id: whether it leads there is a verdict
     * of its own. Not stated: none, or the destination itself where that is a name.
     */
    readonly name?: string | undefined;
    /** The destination port, for `tcp` and `udp`. */
    readonly port?: number | undefined;
    /** The groups that the source carries. Not stated: those of the interfaces that the documents show. */
    readonly sourceGroups?: readonly string[] | undefined;
    /**
     * The ports from which the client may call, to which replies come back. Not stated: 32768 to 60999, the range
     * of Linux.
     */
    readonly clientPorts?: PortSpan | undefined;
    /** Whether a document without a word on its completeness proves nothing. Not stated: `false`. */
    readonly strict?: boolean | undefined;
}

/**
 * Says whether one thing can talk to another on a port; if not, who stops it and what would open it.
 * @param snapshot What exists: a `Snapshot`, or one object whose keys are AWS's own response keys.
 */
export declare function reach(snapshot: Snapshot | object, options: ReachOptions): ReachAnswer;

/** The same as `reach`, worked out beside the event loop. */
export declare function reachAsync(snapshot: Snapshot | object, options: ReachOptions): Promise<ReachAnswer>;

/** What `exits` takes by name. */
export interface ExitsOptions {
    /** Where traffic starts: whatever `reach` takes as a source. */
    readonly source: string;
    /**
     * The ids of gateways, connections and endpoints that may lead out and are no exits: the networks that are
     * meant to be reached.
     */
    readonly named?: readonly string[] | undefined;
    /** Whether a document without a word on its completeness proves nothing. Not stated: `false`. */
    readonly strict?: boolean | undefined;
}

/**
 * Finds every way out of where something stands, or proves that there is none by what the tables do with every
 * address.
 * @param snapshot What exists: a `Snapshot`, or one object whose keys are AWS's own response keys.
 */
export declare function exits(snapshot: Snapshot | object, options: ExitsOptions): ExitsAnswer;

/** The same as `exits`, worked out beside the event loop. */
export declare function exitsAsync(snapshot: Snapshot | object, options: ExitsOptions): Promise<ExitsAnswer>;

/** What `matrix` takes by name. */
export interface MatrixOptions {
    /** `tcp`, `udp`, `icmp`, `icmpv6`, a number, or `-1` for all. Not stated: `tcp`. */
    readonly protocol?: string | undefined;
    /** The destination port, for `tcp` and `udp`. Not stated: 443 for `tcp`. */
    readonly port?: number | undefined;
    /**
     * The ports from which clients may call, to which replies come back. Not stated: 32768 to 60999, the range of
     * Linux.
     */
    readonly clientPorts?: PortSpan | undefined;
    /** Whether a document without a word on its completeness proves nothing. Not stated: `false`. */
    readonly strict?: boolean | undefined;
}

/**
 * Says which interfaces reach which endpoints on a port, all with all, by what they have in common; `reach` says
 * why.
 * @param snapshot What exists: a `Snapshot`, or one object whose keys are AWS's own response keys.
 */
export declare function matrix(snapshot: Snapshot | object, options?: MatrixOptions): MatrixAnswer;

/** The same as `matrix`, worked out beside the event loop. */
export declare function matrixAsync(snapshot: Snapshot | object, options?: MatrixOptions): Promise<MatrixAnswer>;

/**
 * Gives what lets a node join its cluster without asking the EKS API, and says what it still calls at boot.
 * @param spec A node that is to join a cluster.
 */
export declare function bootstrap(spec: NodeSpec): Bootstrap;

/** What `flags` takes by name. */
export interface FlagsOptions {
    /** The address of the API server. */
    readonly endpoint: string;
    /** The certificate authority in base64, as `certificateAuthority.data` has it. */
    readonly certificateAuthority: string;
}

/**
 * Gives the two flags of the bootstrap script that keep a node from asking the EKS API, and nothing else.
 * @param system The operating system: `al2`, `ubuntu` or `windows`; the others have no script with arguments.
 */
export declare function flags(system: NodeSystem, options: FlagsOptions): FlagsAnswer;

/** What `knowledge` takes by name. */
export interface KnowledgeOptions {
    /** The day for which to answer with what was true then. Not stated: the day of the newest row. */
    readonly asOf?: Day | undefined;
    /**
     * The day of the edition of AWS's page to replay, such as `2020-06-17`; then `asOf` is that day. An edition
     * without a date goes by the day on which it was read.
     */
    readonly edition?: Day | undefined;
    /** The region for which to list every endpoint service with its name there. */
    readonly region?: string | undefined;
    /** The instance types of which to say how many pods a node takes, such as `m5.large`. */
    readonly instanceTypes?: readonly string[] | undefined;
}

/** Says what is true as of a day, or replays an edition of AWS's page, each statement with its cites. */
export declare function knowledge(options?: KnowledgeOptions): KnowledgeAnswer;

/** What `diff` takes by name. */
export interface DiffOptions {
    /** The earlier day, such as `2020-06-17`. */
    readonly earlier: Day;
    /** The later day. Not stated: the day of the newest row. */
    readonly later?: Day | undefined;
}

/** Says what became true, what ended and what AWS's page reworded between two days, and why. */
export declare function diff(options: DiffOptions): DiffAnswer;

/** What `inspect` takes by name. */
export interface InspectOptions {
    /** The user data: base64, as AWS prints it, or the text itself. */
    readonly userData: string;
    /** The operating system of the image, where it is known. Not stated: what the user data shows. */
    readonly family?: NodeFamily | undefined;
    /**
     * Whether it is of a managed node group whose launch template names no AMI, so that EKS merges its own part
     * into it.
     */
    readonly mergedByEks?: boolean | undefined;
    /** The day for which to say how certificates stand. Not stated: nothing is said. */
    readonly asOf?: Day | undefined;
}

/** Says what user data would do when a node boots with it, and what is wrong with it. */
export declare function inspect(options: InspectOptions): Inspection;

/** What `access` takes by name. */
export interface AccessOptions {
    /** The name of the cluster. */
    readonly cluster: string;
    /** The region that it is in, such as `ap-northeast-1`. */
    readonly region: string;
    /**
     * The authentication mode, as describe-cluster prints it. It is never guessed: what is right in one is nothing
     * in another.
     */
    readonly authenticationMode: AuthenticationMode;
    /** The account of the cluster, twelve digits. Roles of nodes must be in it. */
    readonly account?: string | undefined;
    /** The nodes, each with its role. */
    readonly nodes?: readonly AccessNode[] | undefined;
    /** The people and tools that are let in. */
    readonly principals?: readonly AccessPrincipal[] | undefined;
    /** Whether the aws-auth ConfigMap is used where the mode has both. Not stated: access entries are. */
    readonly preferConfigMap?: boolean | undefined;
    /**
     * The aws-auth ConfigMap that is there, as `kubectl get --output yaml` or `json` prints it. Not stated: nothing
     * is replaced, and the command fails where there is one.
     */
    readonly awsAuth?: string | undefined;
}

/** Says what lets nodes and people in, by access entries or the aws-auth ConfigMap, and from where it is made. */
export declare function access(options: AccessOptions): Access;

/** What `classify` takes by name. */
export interface ClassifyOptions {
    /** The image references, as they stand in `image:`. */
    readonly references: readonly string[];
}

/**
 * Says where images lie as a cluster without internet access sees it, whether its nodes get there, and what would
 * help.
 * @param cluster The cluster.
 */
export declare function classify(cluster: ImageCluster, options: ClassifyOptions): Classification;

/** What `mirror` takes by name. */
export interface MirrorOptions {
    /** The host of the registry that the cluster reaches, such as `111122223333.dkr.ecr.eu-west-1.amazonaws.com`. */
    readonly registry: string;
    /** What the names of the copies begin with, such as `mirror`. Not stated: nothing. */
    readonly prefix?: string | undefined;
    /** How a copy is named after its source. Not stated: `host-in-path`. */
    readonly naming?: MirrorNaming | undefined;
    /** How repositories of Amazon ECR come to be. Not stated: `create-each`. */
    readonly repositories?: MirrorRepositories | undefined;
    /** The tool whose commands are given. Not stated: `skopeo`. */
    readonly tool?: MirrorTool | undefined;
    /** Whether signatures, attestations and lists of contents that hang on a tag of their own are copied too. */
    readonly attachments?: boolean | undefined;
    /** The images. */
    readonly images: readonly MirrorImage[];
    /** What the registry holds already, for what remains to be done. Not stated: unknown, so everything is copied. */
    readonly present?: readonly PresentImage[] | undefined;
}

/**
 * Says what is to be done so that images lie in a registry that the cluster reaches, whole and under names that
 * lead back.
 */
export declare function mirror(options: MirrorOptions): MirrorPlan;

/** What `find` takes by name. */
export interface FindOptions {
    /** Fields of custom resources that name images, beside those that are known. Not stated: none. */
    readonly fields?: readonly ImageField[] | undefined;
}

/**
 * Finds the images that manifests, values of Helm, kustomizations and lists name, each with its place to the byte.
 * @param files The texts: manifests as YAML or JSON, values of Helm, kustomizations, or plain lists of references.
 */
export declare function find(files: readonly ManifestFile[], options?: FindOptions): FoundImages;

/** What `rewrite` takes by name. */
export interface RewriteOptions {
    /**
     * From each image to the one in its place. An image is meant by the reference as it is written, or else by
     * another that pulls the same. Where neither side has a tag or a digest all of the repository are meant, and
     * keep theirs.
     */
    readonly images: { readonly [key: string]: string };
    /** Fields of custom resources that name images, beside those that are known. Not stated: none. */
    readonly fields?: readonly ImageField[] | undefined;
}

/**
 * Puts images in the place of others in manifests, values and kustomizations: the bytes of their scalars and no
 * other.
 * @param files The texts, as for `find`.
 */
export declare function rewrite(files: readonly ManifestFile[], options: RewriteOptions): Rewritten;

/** What `collection` takes by name. */
export interface CollectionOptions {
    /**
     * The name of the cluster. Not stated: the policy is for any, the script asks, and `{cluster}` remains in the
     * calls.
     */
    readonly cluster?: string | undefined;
    /** The region that it is in, such as `ap-northeast-1`. Not stated: as for `cluster`, with `{region}`. */
    readonly region?: string | undefined;
}

/** Says which calls collect what an audit reads, the least policy that they need, and a shell script of them. */
export declare function collection(options?: CollectionOptions): CollectionAnswer;

/**
 * Merges pages, files and folders of documents into one snapshot.
 * @param documents The documents: pages, files, whole snapshots.
 */
export declare function merge(documents: readonly NamedDocument[]): Snapshot;

/** The same as `merge`, worked out beside the event loop. */
export declare function mergeAsync(documents: readonly NamedDocument[]): Promise<Snapshot>;

/**
 * Gives the snapshot as it would be after fixes were made.
 * @param snapshot What exists: a `Snapshot`, or one object whose keys are AWS's own response keys.
 * @param fixes The fixes, made one after the other.
 */
export declare function apply(snapshot: Snapshot | object, fixes: readonly Fix[]): Snapshot;

/** The same as `apply`, worked out beside the event loop. */
export declare function applyAsync(snapshot: Snapshot | object, fixes: readonly Fix[]): Promise<Snapshot>;

/**
 * Gives the snapshot without secrets: ids and the relations of addresses stay, names, tags and user data go.
 * @param snapshot What exists: a `Snapshot`, or one object whose keys are AWS's own response keys.
 */
export declare function redact(snapshot: Snapshot | object): Snapshot;

/** The same as `redact`, worked out beside the event loop. */
export declare function redactAsync(snapshot: Snapshot | object): Promise<Snapshot>;

/** What a caller wants of a cluster without internet access. A region alone is a wish. */
export interface ClusterSpec {
    /** The region, such as `ap-northeast-1` or `cn-north-1`. */
    readonly region: string;
    /** The name of the cluster. */
    readonly name?: string | undefined;
    /** The version of Kubernetes, such as `1.33`. */
    readonly kubernetesVersion?: string | undefined;
    /** The account that owns the cluster, twelve digits. Endpoint policies are narrowed to it. */
    readonly account?: string | undefined;
    /** The VPC that the nodes are in, such as `vpc-0123456789abcdef0`. */
    readonly vpc?: string | undefined;
    /** The CIDR blocks of the VPC. */
    readonly vpcCidrs?: readonly string[] | undefined;
    /** The subnets, each with what is known of it. The other fields name them by id. */
    readonly subnets?: readonly SubnetSpec[] | undefined;
    /** The ids of the subnets that the cluster is given, for the network interfaces of its control plane. */
    readonly clusterSubnets?: readonly string[] | undefined;
    /**
     * The kinds of node. Not stated: `al2023`, or what the documents show. An empty list is a wish only beside a
     * feature that brings nodes of its own, `auto-mode` or `hybrid-nodes`.
     */
    readonly nodes?: readonly NodeKind[] | undefined;
    /** The ids of the subnets that nodes run in. They may differ from the cluster's own subnets. */
    readonly nodeSubnets?: readonly string[] | undefined;
    /** The ids of the subnets that pods take addresses from, with custom networking. Not stated: those of the nodes. */
    readonly podSubnets?: readonly string[] | undefined;
    /** The ids of the security groups that nodes carry. Not stated: what node groups and instances show. */
    readonly nodeSecurityGroups?: readonly string[] | undefined;
    /**
     * The ids of the security groups that pods carry, with security groups for pods or custom networking. Not
     * stated: those of the nodes.
     */
    readonly podSecurityGroups?: readonly string[] | undefined;
    /** The IP family of pods and services. */
    readonly ipFamily?: IpFamily | undefined;
    /** The CIDR block of services. It is never guessed. */
    readonly serviceCidr?: string | undefined;
    /** The CIDR blocks of hybrid nodes. */
    readonly remoteNodeCidrs?: readonly string[] | undefined;
    /** The CIDR blocks of pods on hybrid nodes. */
    readonly remotePodCidrs?: readonly string[] | undefined;
    /** Whether clients use the host names for FIPS. Not stated: no. */
    readonly fips?: boolean | undefined;
    /** The authentication mode. Not stated: `API`, and `CONFIG_MAP` on days before access entries. */
    readonly authenticationMode?: AuthenticationMode | undefined;
    /** How what the control plane calls leaves it. Not stated: `AWS_MANAGED`, the default of EKS. */
    readonly controlPlaneEgressMode?: ControlPlaneEgressMode | undefined;
    /**
     * The callers outside the cluster, such as a bastion, a peered VPC or a network on premises; an empty list says
     * that there are none.
     */
    readonly callers?: readonly Caller[] | undefined;
    /**
     * The name servers that the DHCP options list: addresses, and `AmazonProvidedDNS`. Not stated:
     * `AmazonProvidedDNS` alone.
     */
    readonly dnsServers?: readonly string[] | undefined;
    /** The HTTP proxy that nodes and pods send requests through. */
    readonly proxy?: ProxySpec | undefined;
    /** What is not of AWS and that the cluster calls, such as a registry or a Git server. */
    readonly destinations?: readonly DestinationSpec[] | undefined;
    /** The VPC that holds the interface endpoints, where it is not that of the cluster. */
    readonly endpointVpc?: EndpointVpcSpec | undefined;
    /**
     * The features and add-ons by id, each with its options; a plain list of ids is the short form. Stated features
     * are the whole wish: nothing is added from documents.
     */
    readonly features?: Features | readonly FeatureId[] | undefined;
    /**
     * The AWS services that workloads call besides what the features need, by the suffix of their endpoint service,
     * such as `sqs` or `bedrock-runtime`.
     */
    readonly services?: readonly string[] | undefined;
    /** The day for which to answer. Not stated: the day of the newest knowledge. */
    readonly asOf?: Day | undefined;
}

/** A subnet that a wish describes. */
export interface SubnetSpec {
    /** The id, or a name of your own for one that does not exist yet. */
    readonly id: string;
    /** The IPv4 CIDR block. */
    readonly cidr?: string;
    /** The Availability Zone by name, such as `eu-west-1a`. */
    readonly availabilityZone?: string;
    /** The Availability Zone by id, such as `euw1-az1`: names differ from account to account, ids do not. */
    readonly availabilityZoneId?: string;
}

/**
 * A kind of node: its operating system, or what runs it.
 *
 * - `al2`: Amazon Linux 2.
 * - `al2023`: Amazon Linux 2023.
 * - `bottlerocket`: Bottlerocket.
 * - `windows`: Windows Server.
 * - `fargate`: AWS Fargate, which has no nodes of yours.
 */
export type NodeKind = 'al2' | 'al2023' | 'bottlerocket' | 'windows' | 'fargate';

/**
 * The IP family of pods and services.
 *
 * - `ipv4`: IPv4.
 * - `ipv6`: IPv6.
 */
export type IpFamily = 'ipv4' | 'ipv6';

/**
 * How a cluster knows who may call its API server. A mode with access entries cannot be left again.
 *
 * - `API`: Access entries.
 * - `API_AND_CONFIG_MAP`: Access entries, and the aws-auth ConfigMap.
 * - `CONFIG_MAP`: The aws-auth ConfigMap.
 */
export type AuthenticationMode = 'API' | 'API_AND_CONFIG_MAP' | 'CONFIG_MAP';

/**
 * How what the control plane calls outside of itself leaves it.
 *
 * - `AWS_MANAGED`: Through the network of AWS.
 * - `CUSTOMER_ISOLATED`: The API has this mode; no text that was read says what it means.
 * - `CUSTOMER_ROUTED`: Through the VPC of the cluster. It cannot be undone.
 */
export type ControlPlaneEgressMode = 'AWS_MANAGED' | 'CUSTOMER_ISOLATED' | 'CUSTOMER_ROUTED';

/** Callers outside the cluster. */
export interface Caller {
    /** Their CIDR block, such as that of a peered VPC or of a network on premises. */
    readonly cidr: string;
    /** Whether they call the API server. Not stated: yes. */
    readonly apiServer?: boolean;
    /** Whether they use the interface endpoints. Not stated: no. */
    readonly endpoints?: boolean;
}

/** An HTTP proxy. */
export interface ProxySpec {
    /** The host name or the address. */
    readonly host: string;
    /** The TCP port. */
    readonly port: number;
    /** The CIDR blocks that it answers at. Not stated: the host, where it is an address. */
    readonly cidrs?: readonly string[];
}

/** Something that is not of AWS and that the cluster calls, such as a registry or a Git server. */
export interface DestinationSpec {
    /** The host name, such as `registry.corp.example`. */
    readonly name: string;
    /** The CIDR blocks that it answers at. Not stated: no rule can be written for it. */
    readonly cidrs?: readonly string[];
    /** The TCP port. Not stated: 443. */
    readonly port?: number;
    /** Whether the API server calls it, as it does webhooks and OIDC issuers. Not stated: no. */
    readonly fromControlPlane?: boolean;
}

/** A VPC that holds the interface endpoints for several others. */
export interface EndpointVpcSpec {
    /** The id of the VPC. */
    readonly id?: string;
    /**
     * The CIDR blocks of the subnets that hold the endpoints, or of the whole VPC. Not stated: no rule can be
     * written towards it.
     */
    readonly cidrs?: readonly string[];
}

/** The features of a wish by id, each with its options. */
export interface Features {
    /** access entries */
    readonly 'access-entries'?: AccessEntriesOptions | undefined;
    /** Prometheus metrics to Amazon Managed Service for Prometheus */
    readonly 'adot-amp'?: AdotAmpOptions | undefined;
    /** ALB Ingress Controller v1 */
    readonly 'alb-ingress-controller-v1'?: NoOptions | undefined;
    /** AWS App Mesh */
    readonly 'app-mesh'?: AppMeshOptions | undefined;
    /** EKS Auto Mode */
    readonly 'auto-mode'?: AutoModeOptions | undefined;
    /** AWS Load Balancer Controller */
    readonly 'aws-load-balancer-controller'?: AwsLoadBalancerControllerOptions | undefined;
    /** cert-manager */
    readonly 'cert-manager'?: CertManagerOptions | undefined;
    /** CloudWatch Logs from nodes and pods */
    readonly 'cloudwatch-logs'?: CloudwatchLogsOptions | undefined;
    /** Kubernetes Cluster Autoscaler */
    readonly 'cluster-autoscaler'?: ClusterAutoscalerOptions | undefined;
    /** the view of Kubernetes resources in the AWS console */
    readonly 'console-resource-view'?: NoOptions | undefined;
    /** CloudWatch Observability add-on */
    readonly 'container-insights'?: ContainerInsightsOptions | undefined;
    /** CloudWatch Observability add-on */
    readonly 'amazon-cloudwatch-observability'?: ContainerInsightsOptions | undefined;
    /** control plane egress mode */
    readonly 'control-plane-egress'?: ControlPlaneEgressOptions | undefined;
    /** control plane logs in CloudWatch */
    readonly 'control-plane-logging'?: NoOptions | undefined;
    /** CoreDNS */
    readonly coredns?: NoOptions | undefined;
    /** Amazon EBS CSI driver */
    readonly 'ebs-csi'?: EbsCsiOptions | undefined;
    /** Amazon EBS CSI driver */
    readonly 'aws-ebs-csi-driver'?: EbsCsiOptions | undefined;
    /** EBS direct APIs */
    readonly 'ebs-direct-apis'?: NoOptions | undefined;
    /** images of Amazon ECR Public */
    readonly 'ecr-public'?: EcrPublicOptions | undefined;
    /** pull-through cache of Amazon ECR */
    readonly 'ecr-pull-through-cache'?: NoOptions | undefined;
    /** Amazon EFS CSI driver */
    readonly 'efs-csi'?: EfsCsiOptions | undefined;
    /** Amazon EFS CSI driver */
    readonly 'aws-efs-csi-driver'?: EfsCsiOptions | undefined;
    /** managing EKS from inside the VPC */
    readonly 'eks-api-from-vpc'?: EksApiFromVpcOptions | undefined;
    /** EKS Capabilities */
    readonly 'eks-capabilities'?: NoOptions | undefined;
    /** eksctl */
    readonly eksctl?: EksctlOptions | undefined;
    /** Amazon EMR on EKS */
    readonly 'emr-on-eks'?: EmrOnEksOptions | undefined;
    /** ExternalDNS */
    readonly 'external-dns'?: ExternalDnsOptions | undefined;
    /** External Secrets Operator */
    readonly 'external-secrets'?: ExternalSecretsOptions | undefined;
    /** Amazon FSx for Lustre CSI driver */
    readonly 'fsx-lustre-csi'?: FsxLustreCsiOptions | undefined;
    /** Amazon FSx for Lustre CSI driver */
    readonly 'aws-fsx-csi-driver'?: FsxLustreCsiOptions | undefined;
    /** FSx for OpenZFS and FSx for NetApp ONTAP drivers */
    readonly 'fsx-openzfs-ontap'?: FsxOpenzfsOntapOptions | undefined;
    /** device plugins of NVIDIA, Neuron and EFA */
    readonly 'gpu-efa-plugins'?: GpuEfaPluginsOptions | undefined;
    /** GuardDuty Runtime Monitoring */
    readonly 'guardduty-runtime-monitoring'?: GuarddutyRuntimeMonitoringOptions | undefined;
    /** GuardDuty Runtime Monitoring */
    readonly 'aws-guardduty-agent'?: GuarddutyRuntimeMonitoringOptions | undefined;
    /** EKS Hybrid Nodes */
    readonly 'hybrid-nodes'?: HybridNodesOptions | undefined;
    /** IAM roles for service accounts */
    readonly irsa?: IrsaOptions | undefined;
    /** Karpenter */
    readonly karpenter?: KarpenterOptions | undefined;
    /** KEDA with scalers of AWS */
    readonly keda?: KedaOptions | undefined;
    /** kube-proxy */
    readonly 'kube-proxy'?: NoOptions | undefined;
    /** managed node groups */
    readonly 'managed-node-groups'?: ManagedNodeGroupsOptions | undefined;
    /** metered containers of AWS Marketplace */
    readonly 'marketplace-metering'?: NoOptions | undefined;
    /** Kubernetes Metrics Server */
    readonly 'metrics-server'?: MetricsServerOptions | undefined;
    /** Mountpoint for Amazon S3 CSI driver */
    readonly 'mountpoint-s3-csi'?: MountpointS3CsiOptions | undefined;
    /** Mountpoint for Amazon S3 CSI driver */
    readonly 'aws-mountpoint-s3-csi-driver'?: MountpointS3CsiOptions | undefined;
    /** Network Flow Monitor agent */
    readonly 'network-flow-monitor'?: NetworkFlowMonitorOptions | undefined;
    /** EKS node monitoring agent */
    readonly 'node-monitoring-agent'?: NoOptions | undefined;
    /** EKS node monitoring agent */
    readonly 'eks-node-monitoring-agent'?: NoOptions | undefined;
    /** AWS Node Termination Handler */
    readonly 'node-termination-handler'?: NodeTerminationHandlerOptions | undefined;
    /** creating the IAM OIDC provider from inside the VPC */
    readonly 'oidc-provider-from-vpc'?: NoOptions | undefined;
    /** local cluster on AWS Outposts */
    readonly 'outposts-local-cluster'?: NoOptions | undefined;
    /** workloads of your own that call AWS */
    readonly 'own-workloads'?: OwnWorkloadsOptions | undefined;
    /** EKS Pod Identity */
    readonly 'pod-identity'?: PodIdentityOptions | undefined;
    /** EKS Pod Identity */
    readonly 'eks-pod-identity-agent'?: PodIdentityOptions | undefined;
    /** pods that call AWS KMS */
    readonly 'pods-calling-kms'?: NoOptions | undefined;
    /** Amazon S3 Files through the Amazon EFS CSI driver */
    readonly 's3-files'?: NoOptions | undefined;
    /** envelope encryption of Kubernetes secrets */
    readonly 'secrets-envelope-encryption'?: NoOptions | undefined;
    /** Secrets Store CSI driver with the AWS provider */
    readonly 'secrets-store-csi-ascp'?: SecretsStoreCsiAscpOptions | undefined;
    /** self-managed nodes */
    readonly 'self-managed-nodes'?: SelfManagedNodesOptions | undefined;
    /** Session Manager access to nodes */
    readonly 'ssm-node-access'?: SsmNodeAccessOptions | undefined;
    /** Velero */
    readonly velero?: VeleroOptions | undefined;
    /** Vertical Pod Autoscaler */
    readonly 'vertical-pod-autoscaler'?: NoOptions | undefined;
    /** Amazon VPC CNI */
    readonly 'vpc-cni'?: VpcCniOptions | undefined;
    /** AWS Gateway API Controller for VPC Lattice */
    readonly 'vpc-lattice-controller'?: VpcLatticeControllerOptions | undefined;
    /** AWS X-Ray */
    readonly xray?: XrayOptions | undefined;
    /** zonal shift of EKS */
    readonly 'zonal-shift'?: ZonalShiftOptions | undefined;
}

/** An id, for the short form: a list of ids without options. */
export type FeatureId = keyof Features;

/** Options of `access-entries`: access entries. */
export interface AccessEntriesOptions {
    /** Whether it is done from inside the VPC. Not stated: no. */
    readonly fromInside?: boolean | undefined;
}

/** Options of `adot-amp`: Prometheus metrics to Amazon Managed Service for Prometheus. */
export interface AdotAmpOptions {
    /** Whether logs or metrics are exported to CloudWatch Logs. Not stated: unknown. */
    readonly cloudwatchExport?: boolean | undefined;
    /**
     * How its pods get AWS credentials. Not stated: as the cluster does, through `irsa` or `pod-identity`; unknown
     * when it uses neither.
     */
    readonly credentials?: 'irsa' | 'node-role' | 'pod-identity' | undefined;
    /** Whether a private Amazon Managed Grafana workspace is used from inside the VPC. Not stated: unknown. */
    readonly grafana?: boolean | undefined;
    /** Whether traces are sent to X-Ray. Not stated: unknown. */
    readonly traces?: boolean | undefined;
    /** Whether workspaces are managed from inside the VPC. Not stated: unknown. */
    readonly workspaceManagement?: boolean | undefined;
}

/** Options of `app-mesh`: AWS App Mesh. */
export interface AppMeshOptions {
    /** Whether the App Mesh controller is used, beside the sidecar injector. Not stated: no. */
    readonly controller?: boolean | undefined;
}

/** Options of `auto-mode`: EKS Auto Mode. */
export interface AutoModeOptions {
    /**
     * How its pods get AWS credentials. Not stated: as the cluster does, through `irsa` or `pod-identity`; unknown
     * when it uses neither.
     */
    readonly credentials?: 'irsa' | 'node-role' | 'pod-identity' | undefined;
}

/** Options of `aws-load-balancer-controller`: AWS Load Balancer Controller. */
export interface AwsLoadBalancerControllerOptions {
    /** Whether certificates are found by host name instead of being named. Not stated: no. */
    readonly certificateDiscovery?: boolean | undefined;
    /** Whether the feature gate `EnableCertificateManagement` is on. Not stated: no. */
    readonly certificateManagement?: boolean | undefined;
    /**
     * How its pods get AWS credentials. Not stated: as the cluster does, through `irsa` or `pod-identity`; unknown
     * when it uses neither.
     */
    readonly credentials?: 'irsa' | 'node-role' | 'pod-identity' | undefined;
    /** Whether `--enable-shield` stays on. Not stated: no, as the plan asks. */
    readonly enableShield?: boolean | undefined;
    /** Whether `--enable-wafv2` stays on. Not stated: no, as the plan asks. */
    readonly enableWafv2?: boolean | undefined;
    /** How the controller is installed. Not stated: with its chart. */
    readonly installation?: 'chart' | 'manifest' | undefined;
    /** Whether the feature gate `EnableRGTAPI` is on. Not stated: no. */
    readonly taggingApi?: boolean | undefined;
}

/** Options of `cert-manager`: cert-manager. */
export interface CertManagerOptions {
    /** Whether an ACME issuer is backed by AWS Certificate Manager. Not stated: unknown. */
    readonly acmAcmeIssuer?: boolean | undefined;
    /** Whether ACME endpoints of AWS Certificate Manager are managed from inside the VPC. Not stated: no. */
    readonly acmAcmeManagement?: boolean | undefined;
    /** Whether a DNS01 solver writes to Amazon Route 53. Not stated: unknown. */
    readonly dns01Solver?: boolean | undefined;
    /** Whether an issuer uses AWS Private CA. Not stated: unknown. */
    readonly privateCaIssuer?: boolean | undefined;
}

/** Options of `cloudwatch-logs`: CloudWatch Logs from nodes and pods. */
export interface CloudwatchLogsOptions {
    /**
     * How its pods get AWS credentials. Not stated: as the cluster does, through `irsa` or `pod-identity`; unknown
     * when it uses neither.
     */
    readonly credentials?: 'irsa' | 'node-role' | 'pod-identity' | undefined;
    /** Where Fluent Bit sends what it reads. Not stated: to CloudWatch Logs. */
    readonly output?: 'cloudwatch' | 'firehose' | 'kinesis' | 's3' | undefined;
}

/** Options of `cluster-autoscaler`: Kubernetes Cluster Autoscaler. */
export interface ClusterAutoscalerOptions {
    /**
     * How its pods get AWS credentials. Not stated: as the cluster does, through `irsa` or `pod-identity`; unknown
     * when it uses neither.
     */
    readonly credentials?: 'irsa' | 'node-role' | 'pod-identity' | undefined;
    /** Whether managed node groups are scaled up from no node. Not stated: no. */
    readonly scaleFromZero?: boolean | undefined;
}

/** Options of `container-insights`: CloudWatch Observability add-on. */
export interface ContainerInsightsOptions {
    /** Whether Application Signals is on. Not stated: unknown. */
    readonly applicationSignals?: boolean | undefined;
    /**
     * How its pods get AWS credentials. Not stated: as the cluster does, through `irsa` or `pod-identity`; unknown
     * when it uses neither.
     */
    readonly credentials?: 'irsa' | 'node-role' | 'pod-identity' | undefined;
    /** Whether metrics are sent. Not stated: yes. */
    readonly metrics?: boolean | undefined;
    /** Whether the agent looks up tags or volumes through the EC2 API. Not stated: unknown. */
    readonly tagLookups?: boolean | undefined;
    /** Whether traces are sent to X-Ray. Not stated: unknown. */
    readonly traces?: boolean | undefined;
}

/** Options of `control-plane-egress`: control plane egress mode. */
export interface ControlPlaneEgressOptions {
    /** Whether the API server trusts an OIDC issuer of another EKS cluster. Not stated: unknown. */
    readonly externalIssuer?: boolean | undefined;
}

/** Options of `ebs-csi`: Amazon EBS CSI driver. */
export interface EbsCsiOptions {
    /**
     * How its pods get AWS credentials. Not stated: as the cluster does, through `irsa` or `pod-identity`; unknown
     * when it uses neither.
     */
    readonly credentials?: 'irsa' | 'node-role' | 'pod-identity' | undefined;
    /** Whether volumes are attached to SageMaker HyperPod nodes. Not stated: no. */
    readonly hyperPod?: boolean | undefined;
    /** How the driver is installed. Not stated: as an EKS add-on. */
    readonly installation?: 'add-on' | 'chart' | 'manifest' | undefined;
}

/** Options of `ecr-public`: images of Amazon ECR Public. */
export interface EcrPublicOptions {
    /** Whether its API is called from inside the VPC. Not stated: no. */
    readonly callsApi?: boolean | undefined;
}

/** Options of `efs-csi`: Amazon EFS CSI driver. */
export interface EfsCsiOptions {
    /**
     * How its pods get AWS credentials. Not stated: as the cluster does, through `irsa` or `pod-identity`; unknown
     * when it uses neither.
     */
    readonly credentials?: 'irsa' | 'node-role' | 'pod-identity' | undefined;
    /** Whether the controller makes or looks up file systems, mount targets or access points. Not stated: yes. */
    readonly dynamicProvisioning?: boolean | undefined;
    /** How the driver is installed. Not stated: as an EKS add-on. */
    readonly installation?: 'add-on' | 'chart' | 'manifest' | undefined;
}

/** Options of `eks-api-from-vpc`: managing EKS from inside the VPC. */
export interface EksApiFromVpcOptions {
    /** Whether Terraform or another tool looks up network objects from inside the VPC. Not stated: unknown. */
    readonly describesNetwork?: boolean | undefined;
    /** Whether roles and providers of IAM are managed from inside as well. Not stated: no. */
    readonly manageIam?: boolean | undefined;
}

/** Options of `eksctl`: eksctl. */
export interface EksctlOptions {
    /** Whether `additionalEndpointServices` lists `autoscaling`. Not stated: no. */
    readonly autoscalingEndpoint?: boolean | undefined;
    /** Whether CloudWatch logging is on in the configuration. Not stated: no. */
    readonly cloudWatchLogging?: boolean | undefined;
    /** Whether it is done from inside the VPC. Not stated: no. */
    readonly fromInside?: boolean | undefined;
}

/** Options of `emr-on-eks`: Amazon EMR on EKS. */
export interface EmrOnEksOptions {
    /** Whether jobs write their logs to CloudWatch Logs. Not stated: unknown. */
    readonly cloudwatchMonitoring?: boolean | undefined;
    /** Whether jobs are submitted from inside the VPC. Not stated: unknown. */
    readonly submitsJobs?: boolean | undefined;
}

/** Options of `external-dns`: ExternalDNS. */
export interface ExternalDnsOptions {
    /**
     * How its pods get AWS credentials. Not stated: as the cluster does, through `irsa` or `pod-identity`; unknown
     * when it uses neither.
     */
    readonly credentials?: 'irsa' | 'node-role' | 'pod-identity' | undefined;
    /** Where records are written: Amazon Route 53 or AWS Cloud Map. Not stated: to Amazon Route 53. */
    readonly provider?: 'aws' | 'aws-sd' | undefined;
}

/** Options of `external-secrets`: External Secrets Operator. */
export interface ExternalSecretsOptions {
    /**
     * How its pods get AWS credentials. Not stated: as the cluster does, through `irsa` or `pod-identity`; unknown
     * when it uses neither.
     */
    readonly credentials?: 'irsa' | 'node-role' | 'pod-identity' | undefined;
    /** Whether objects are read from Parameter Store. Not stated: unknown. */
    readonly parameterStore?: boolean | undefined;
    /** Whether objects are read from AWS Secrets Manager. Not stated: unknown. */
    readonly secretsManager?: boolean | undefined;
}

/** Options of `fsx-lustre-csi`: Amazon FSx for Lustre CSI driver. */
export interface FsxLustreCsiOptions {
    /**
     * How its pods get AWS credentials. Not stated: as the cluster does, through `irsa` or `pod-identity`; unknown
     * when it uses neither.
     */
    readonly credentials?: 'irsa' | 'node-role' | 'pod-identity' | undefined;
    /** Whether the controller makes or looks up file systems, mount targets or access points. Not stated: yes. */
    readonly dynamicProvisioning?: boolean | undefined;
    /** How the driver is installed. Not stated: as an EKS add-on. */
    readonly installation?: 'add-on' | 'chart' | 'manifest' | undefined;
}

/** Options of `fsx-openzfs-ontap`: FSx for OpenZFS and FSx for NetApp ONTAP drivers. */
export interface FsxOpenzfsOntapOptions {
    /** Whether its API is called from inside the VPC. Not stated: unknown. */
    readonly callsApi?: boolean | undefined;
}

/** Options of `gpu-efa-plugins`: device plugins of NVIDIA, Neuron and EFA. */
export interface GpuEfaPluginsOptions {
    /** Whether the EFA device plugin is installed. Not stated: unknown. */
    readonly efa?: boolean | undefined;
    /** Whether the Neuron device plugin is installed. Not stated: unknown. */
    readonly neuron?: boolean | undefined;
    /** Whether the NVIDIA device plugin is installed. Not stated: unknown. */
    readonly nvidia?: boolean | undefined;
}

/** Options of `guardduty-runtime-monitoring`: GuardDuty Runtime Monitoring. */
export interface GuarddutyRuntimeMonitoringOptions {
    /** Whether GuardDuty manages its agent and the endpoint itself. Not stated: unknown. */
    readonly automatedAgent?: boolean | undefined;
    /** Whether its API is called from inside the VPC. Not stated: no. */
    readonly callsApi?: boolean | undefined;
}

/** Options of `hybrid-nodes`: EKS Hybrid Nodes. */
export interface HybridNodesOptions {
    /**
     * How its pods get AWS credentials. Not stated: as the cluster does, through `irsa` or `pod-identity`; unknown
     * when it uses neither.
     */
    readonly credentials?: 'irsa' | 'node-role' | 'pod-identity' | undefined;
    /** Whether nodes are installed over this network, which asks the EKS API. Not stated: yes. */
    readonly install?: boolean | undefined;
    /** Where hybrid nodes get their credentials. Not stated: unknown. */
    readonly provider?: 'iam-roles-anywhere' | 'ssm' | undefined;
}

/** Options of `irsa`: IAM roles for service accounts. */
export interface IrsaOptions {
    /** Whether the IAM OIDC provider is created, or tokens are verified, from inside the VPC. Not stated: no. */
    readonly createProviderInside?: boolean | undefined;
}

/** Options of `karpenter`: Karpenter. */
export interface KarpenterOptions {
    /** Whether an `EC2NodeClass` selects its image by alias rather than by AMI id. Not stated: yes. */
    readonly amiAlias?: boolean | undefined;
    /** The value of `settings.clusterEndpoint`; an empty text says that it is not set. Not stated: not set. */
    readonly clusterEndpoint?: string | undefined;
    /**
     * How its pods get AWS credentials. Not stated: as the cluster does, through `irsa` or `pod-identity`; unknown
     * when it uses neither.
     */
    readonly credentials?: 'irsa' | 'node-role' | 'pod-identity' | undefined;
    /** Whether `settings.eksControlPlane` is `true`. Not stated: no. */
    readonly eksControlPlane?: boolean | undefined;
    /**
     * Whether an `EC2NodeClass` names `spec.role` rather than `spec.instanceProfile`. Not stated: no, as the plan
     * asks.
     */
    readonly instanceRole?: boolean | undefined;
    /** The name of the queue for interruption events; an empty text says that there is none. Not stated: unknown. */
    readonly interruptionQueue?: string | undefined;
    /** The value of `settings.isolatedVPC`. Not stated: `true`, as the plan asks. */
    readonly isolatedVpc?: boolean | undefined;
    /** Whether `EnableZonalShift` is on. Not stated: no. */
    readonly zonalShift?: boolean | undefined;
}

/** Options of `keda`: KEDA with scalers of AWS. */
export interface KedaOptions {
    /** Whether a scaler reads CloudWatch metrics. Not stated: unknown. */
    readonly cloudwatchScaler?: boolean | undefined;
    /** Whether a scaler reads Kinesis streams. Not stated: unknown. */
    readonly kinesisScaler?: boolean | undefined;
    /** Whether a scaler reads SQS queues. Not stated: unknown. */
    readonly sqsScaler?: boolean | undefined;
}

/** Options of `managed-node-groups`: managed node groups. */
export interface ManagedNodeGroupsOptions {
    /** Whether nodes or pods assume roles beyond what other features of the wish do. Not stated: no. */
    readonly assumesRoles?: boolean | undefined;
    /** Whether a launch template names an AMI of your own. Not stated: no. */
    readonly customAmi?: boolean | undefined;
}

/** Options of `metrics-server`: Kubernetes Metrics Server. */
export interface MetricsServerOptions {
    /** How the Metrics Server is installed. Not stated: as an EKS add-on. */
    readonly installation?: 'add-on' | 'chart' | 'manifest' | undefined;
}

/** Options of `mountpoint-s3-csi`: Mountpoint for Amazon S3 CSI driver. */
export interface MountpointS3CsiOptions {
    /**
     * How its pods get AWS credentials. Not stated: as the cluster does, through `irsa` or `pod-identity`; unknown
     * when it uses neither.
     */
    readonly credentials?: 'irsa' | 'node-role' | 'pod-identity' | undefined;
    /** Whether directory buckets (S3 Express One Zone) are mounted. Not stated: no. */
    readonly directoryBuckets?: boolean | undefined;
    /** How the driver is installed. Not stated: as an EKS add-on. */
    readonly installation?: 'add-on' | 'chart' | 'manifest' | undefined;
}

/** Options of `network-flow-monitor`: Network Flow Monitor agent. */
export interface NetworkFlowMonitorOptions {
    /** Whether its API is called from inside the VPC. Not stated: unknown. */
    readonly callsApi?: boolean | undefined;
}

/** Options of `node-termination-handler`: AWS Node Termination Handler. */
export interface NodeTerminationHandlerOptions {
    /**
     * How its pods get AWS credentials. Not stated: as the cluster does, through `irsa` or `pod-identity`; unknown
     * when it uses neither.
     */
    readonly credentials?: 'irsa' | 'node-role' | 'pod-identity' | undefined;
    /** Whether Auto Scaling lifecycle hooks are completed. Not stated: yes. */
    readonly lifecycleHooks?: boolean | undefined;
    /** Whether it reads a queue (queue processor) rather than instance metadata. Not stated: unknown. */
    readonly queueMode?: boolean | undefined;
}

/** Options of `own-workloads`: workloads of your own that call AWS. */
export interface OwnWorkloadsOptions {
    /** Whether workloads call Amazon Bedrock. Not stated: no. */
    readonly bedrockRuntime?: boolean | undefined;
    /** Whether workloads call Amazon CloudFront. Not stated: no. */
    readonly cloudfront?: boolean | undefined;
    /**
     * How its pods get AWS credentials. Not stated: as the cluster does, through `irsa` or `pod-identity`; unknown
     * when it uses neither.
     */
    readonly credentials?: 'irsa' | 'node-role' | 'pod-identity' | undefined;
    /** Whether workloads call Amazon DynamoDB. Not stated: no. */
    readonly dynamodb?: boolean | undefined;
    /** Whether workloads call Amazon EventBridge. Not stated: no. */
    readonly events?: boolean | undefined;
    /** Whether workloads call the IAM API. Not stated: no. */
    readonly iam?: boolean | undefined;
    /** Whether workloads call AWS Lambda. Not stated: no. */
    readonly lambda?: boolean | undefined;
    /** Whether workloads call Amazon S3 Tables. Not stated: no. */
    readonly s3Tables?: boolean | undefined;
    /** Whether workloads call the SageMaker API. Not stated: no. */
    readonly sagemakerApi?: boolean | undefined;
    /** Whether workloads call SageMaker endpoints for inference. Not stated: no. */
    readonly sagemakerRuntime?: boolean | undefined;
    /** Whether workloads call Amazon SNS. Not stated: no. */
    readonly sns?: boolean | undefined;
    /** Whether workloads call Amazon SQS. Not stated: no. */
    readonly sqs?: boolean | undefined;
}

/** Options of `pod-identity`: EKS Pod Identity. */
export interface PodIdentityOptions {
    /** Whether pods send requests through a proxy. Not stated: no. */
    readonly proxy?: boolean | undefined;
}

/** Options of `secrets-store-csi-ascp`: Secrets Store CSI driver with the AWS provider. */
export interface SecretsStoreCsiAscpOptions {
    /**
     * How its pods get AWS credentials. Not stated: as the cluster does, through `irsa` or `pod-identity`; unknown
     * when it uses neither.
     */
    readonly credentials?: 'irsa' | 'node-role' | 'pod-identity' | undefined;
    /** Whether objects are read from Parameter Store. Not stated: unknown. */
    readonly parameterStore?: boolean | undefined;
    /** Whether objects are read from AWS Secrets Manager. Not stated: unknown. */
    readonly secretsManager?: boolean | undefined;
}

/** Options of `self-managed-nodes`: self-managed nodes. */
export interface SelfManagedNodesOptions {
    /**
     * Whether user data carries the API endpoint, the certificate authority and the service CIDR, as the plan asks.
     * Not stated: yes.
     */
    readonly bootstrapData?: boolean | undefined;
}

/** Options of `ssm-node-access`: Session Manager access to nodes. */
export interface SsmNodeAccessOptions {
    /** Whether session logs go to CloudWatch Logs. Not stated: no. */
    readonly cloudwatchSessionLogs?: boolean | undefined;
    /** Whether agents older than 3.3.40.0 run. Not stated: no. */
    readonly oldAgent?: boolean | undefined;
    /** Whether session logs go to Amazon S3. Not stated: no. */
    readonly s3SessionLogs?: boolean | undefined;
    /** Whether sessions are encrypted with a key of your own. Not stated: no. */
    readonly sessionKey?: boolean | undefined;
}

/** Options of `velero`: Velero. */
export interface VeleroOptions {
    /** Whether it uses keys of AWS KMS itself. Not stated: unknown. */
    readonly clientKeys?: boolean | undefined;
    /**
     * How its pods get AWS credentials. Not stated: as the cluster does, through `irsa` or `pod-identity`; unknown
     * when it uses neither.
     */
    readonly credentials?: 'irsa' | 'node-role' | 'pod-identity' | undefined;
    /** Whether snapshots of EBS volumes are made. Not stated: unknown. */
    readonly snapshots?: boolean | undefined;
}

/** Options of `vpc-cni`: Amazon VPC CNI. */
export interface VpcCniOptions {
    /** How its pods get AWS credentials. Not stated: from the role of the node. */
    readonly credentials?: 'irsa' | 'node-role' | 'pod-identity' | undefined;
    /** Whether `cni-metrics-helper` runs. Not stated: no. */
    readonly metricsHelper?: boolean | undefined;
    /** Whether network policy logs are sent to CloudWatch Logs. Not stated: no. */
    readonly networkPolicyLogs?: boolean | undefined;
}

/** Options of `vpc-lattice-controller`: AWS Gateway API Controller for VPC Lattice. */
export interface VpcLatticeControllerOptions {
    /** Whether certificates are found by host name instead of being named. Not stated: no. */
    readonly certificateDiscovery?: boolean | undefined;
    /**
     * How its pods get AWS credentials. Not stated: as the cluster does, through `irsa` or `pod-identity`; unknown
     * when it uses neither.
     */
    readonly credentials?: 'irsa' | 'node-role' | 'pod-identity' | undefined;
    /** Whether the tagging API stays in use. Not stated: no. */
    readonly taggingService?: boolean | undefined;
}

/** Options of `xray`: AWS X-Ray. */
export interface XrayOptions {
    /**
     * How its pods get AWS credentials. Not stated: as the cluster does, through `irsa` or `pod-identity`; unknown
     * when it uses neither.
     */
    readonly credentials?: 'irsa' | 'node-role' | 'pod-identity' | undefined;
}

/** Options of `zonal-shift`: zonal shift of EKS. */
export interface ZonalShiftOptions {
    /** Whether something in the cluster calls the zonal shift API. Not stated: no. */
    readonly inClusterCaller?: boolean | undefined;
}

/** Everything that must exist for a wish, as of a day. The answer of the operation `plan`. */
export declare class Plan {
    private constructor();
    /** The wish as it was understood: each value with where it comes from. */
    readonly spec: ResolvedSpec;
    /** The day for which the answer holds. */
    readonly asOf: Day;
    /** What the wish contradicts, in order of claim. Empty is good. */
    readonly findings: readonly PlanFinding[];
    /** The endpoints that must exist, in order of service id. */
    readonly endpoints: readonly PlannedEndpoint[];
    /**
     * The endpoints of which the wish does not say whether they are needed, each with the option that would settle
     * it.
     */
    readonly undecided: readonly PlannedEndpoint[];
    /** Who must be able to talk to whom, in order of both ends. */
    readonly flows: readonly PlannedFlow[];
    /** The security groups whose rules open exactly these flows. */
    readonly securityGroups: readonly PlannedSecurityGroup[];
    /** The settings of the VPC, the cluster, the nodes and the workloads. */
    readonly settings: readonly PlannedSetting[];
    /** What `NO_PROXY` must list, where the wish has a proxy. */
    readonly noProxy: NoProxy | null;
    /** The images and where they must come from. */
    readonly images: readonly PlannedImage[];
    /** What nodes still call while they boot. */
    readonly bootCalls: readonly BootCall[];
    /** The order of creation that leaves no node waiting. */
    readonly order: readonly Step[];
    /** What takes addresses in each subnet that the wish names. */
    readonly addresses: readonly SubnetAddresses[];
    /** What is supported, unsupported or ended, one statement for each node kind and feature of the wish. */
    readonly support: readonly SupportStatement[];
    /** What to mind beyond that, in order of what it is about. */
    readonly notes: readonly Reason[];
    /** The same as plain text: a checklist. */
    readonly text: string;
    /** The text. */
    toString(): string;
}

/** A wish as it was understood. */
export interface ResolvedSpec {
    /** The region, such as `ap-northeast-1`. */
    readonly region: Sourced<string>;
    /** The partition of the region, such as `aws-cn`. */
    readonly partition: string;
    /** The name of the cluster, where it is known. */
    readonly name: Sourced<string> | null;
    /** The version of Kubernetes, where the wish states it. */
    readonly kubernetesVersion: Sourced<string> | null;
    /** The account of the cluster, where the wish states it. */
    readonly account: Sourced<string> | null;
    /** The VPC that the nodes are in, where it is known. */
    readonly vpc: Sourced<string> | null;
    /** The node kinds. */
    readonly nodes: Sourced<readonly NodeKind[]>;
    /** The subnets that nodes run in, where they are known; never the cluster's own subnets. */
    readonly nodeSubnets: Sourced<readonly string[]> | null;
    /** The security groups that nodes carry, where the wish states them. */
    readonly nodeSecurityGroups: Sourced<readonly string[]> | null;
    /** The IP family of the cluster, where it is known. */
    readonly ipFamily: Sourced<IpFamily> | null;
    /** The features, in order of id. */
    readonly features: readonly ResolvedFeature[];
    /** The AWS services that workloads call, where the wish states them, in order of suffix. */
    readonly services: Sourced<readonly string[]> | null;
    /** The authentication mode. */
    readonly authenticationMode: Sourced<AuthenticationMode>;
    /** The egress mode of the control plane. */
    readonly controlPlaneEgressMode: Sourced<ControlPlaneEgressMode>;
    /** Whether the host names for FIPS are used. */
    readonly fips: Sourced<boolean>;
    /** The CIDR blocks of the VPC, where the wish states them. */
    readonly vpcCidrs: Sourced<readonly string[]> | null;
    /** The service CIDR, where the wish states it. */
    readonly serviceCidr: Sourced<string> | null;
    /** The subnets that the wish describes. */
    readonly subnets: readonly SubnetSpec[];
    /** The subnets of the cluster itself, where the wish states them. */
    readonly clusterSubnets: Sourced<readonly string[]> | null;
    /** The subnets that pods take addresses from, where the wish states others than those of the nodes. */
    readonly podSubnets: Sourced<readonly string[]> | null;
    /** The security groups that pods carry, where the wish states some. */
    readonly podSecurityGroups: Sourced<readonly string[]> | null;
    /** The CIDR blocks of hybrid nodes, where the wish states them. */
    readonly remoteNodeCidrs: Sourced<readonly string[]> | null;
    /** The CIDR blocks of pods on hybrid nodes, where the wish states them. */
    readonly remotePodCidrs: Sourced<readonly string[]> | null;
    /** The callers outside the cluster, where the wish states them. */
    readonly callers: Sourced<readonly Caller[]> | null;
    /** The name servers of the DHCP options, where the wish states them. */
    readonly dnsServers: Sourced<readonly string[]> | null;
    /** The HTTP proxy, where the wish states one. */
    readonly proxy: Sourced<ProxySpec> | null;
    /** What is not of AWS and is called, where the wish states it. */
    readonly destinations: Sourced<readonly DestinationSpec[]> | null;
    /** The VPC that holds the endpoints, where it is another one. */
    readonly endpointVpc: Sourced<EndpointVpcSpec> | null;
}

/** A value and where it comes from. */
export interface Sourced<T> {
    /** The value. */
    readonly value: T;
    /** Where it comes from. */
    readonly origin: Origin;
    /** From what it was inferred, such as `Vpcs` or ``the ARN of the cluster``; empty when it was not. */
    readonly from: string;
}

/**
 * Where a value comes from.
 *
 * - `given`: The caller stated it.
 * - `inferred`: It follows from the documents.
 * - `default`: Nobody said; this is what a careful operator would choose.
 */
export type Origin = 'given' | 'inferred' | 'default';

/** A feature of a wish as it was understood. */
export interface ResolvedFeature {
    /** The id, such as `karpenter`. */
    readonly id: string;
    /** Where the feature comes from. */
    readonly origin: Origin;
    /** From what it was inferred; empty when it was not. */
    readonly from: string;
    /**
     * The options that were stated or inferred, and those that are not but have a default, in order of name; each
     * value in words.
     */
    readonly options: readonly ResolvedOption[];
}

/** An option of a feature as it was understood. */
export interface ResolvedOption {
    /** The name, such as `interruptionQueue`. */
    readonly name: string;
    /** The value in words, such as `true` or `my-queue`. */
    readonly value: string;
    /** Whether it was stated, or is what is taken where nobody states it. */
    readonly origin: Origin;
}

/** A contradiction in the wish, or something that may be one. */
export interface PlanFinding {
    /** The id of the claim that the wish contradicts, such as `base-service-cidr-apart`. */
    readonly id: string;
    /** Broken where it is a contradiction, unknown where the wish does not state enough to say. */
    readonly verdict: Verdict;
    /** The paths in the wish, such as `serviceCidr`. */
    readonly paths: readonly string[];
    /** What is wrong, and what would be right. */
    readonly message: string;
    /** The claim behind it. */
    readonly reasons: readonly Reason[];
}

/**
 * Whether a requirement holds.
 *
 * Compare it with one of the words. It is a text, so that `if (verdict)` would hold for all of them, `broken` too:
 * JavaScript lets no value refuse that.
 *
 * - `broken`: It surely does not hold.
 * - `unknown`: The documents do not say.
 * - `met`: It surely holds.
 */
export type Verdict = 'broken' | 'unknown' | 'met';

/** Why something is needed. */
export interface Reason {
    /** The id of the claim, such as `irsa-needs-sts`. */
    readonly claim: string;
    /**
     * Who asks for it: a feature or a node kind, such as `irsa`; `base` for every cluster; `services` for what the
     * wish says that workloads call.
     */
    readonly by: string;
    /** The claim in a sentence. */
    readonly because: string;
    /** The condition that made it apply, in words; empty when it always does. */
    readonly condition: string;
    /** How strongly this reason asks. */
    readonly level: Level;
    /** How sure the claim is. */
    readonly confidence: Confidence;
    /** Where it can be read. */
    readonly cites: readonly Cite[];
    /**
     * Why it is recommended where it is not required: our own judgement, for which no source is cited; empty when
     * there is none.
     */
    readonly judgement: string;
}

/**
 * How strongly something is needed.
 *
 * - `required`: Always, for this feature.
 * - `conditional`: Because of an option or a condition that holds here.
 * - `recommended`: It works without; a careful operator would have it.
 */
export type Level = 'required' | 'conditional' | 'recommended';

/**
 * How sure a claim is.
 *
 * - `read`: Read at the named source.
 * - `inferred`: Follows from two or more facts that were read.
 * - `unverified`: Nobody checked it at a source.
 */
export type Confidence = 'read' | 'inferred' | 'unverified';

/** Where a claim can be read. */
export interface Cite {
    /** The id of the source, such as `user-guide-2025`. */
    readonly source: string;
    /** Its title. */
    readonly title: string;
    /** The page, section or file within it. */
    readonly section: string;
    /** Its address. */
    readonly url: string;
    /** The commit or version that was read, where there is one. */
    readonly revision: string | null;
    /** The day on which it was read. */
    readonly read: Day;
}

/** An endpoint that must exist. */
export interface PlannedEndpoint {
    /** AWS's own suffix, such as `ecr.api`. */
    readonly service: string;
    /** The full name in the region, such as `com.amazonaws.ap-northeast-1.ecr.api`. */
    readonly serviceName: string;
    /** The region of the endpoint service, where it is not that of the cluster: the endpoint then crosses regions. */
    readonly serviceRegion: string | null;
    /** Interface or gateway. */
    readonly endpointType: EndpointType;
    /** The TCP port that clients call. */
    readonly port: number;
    /** Whether private DNS must be on, so that clients find the endpoint under the service's ordinary name. */
    readonly privateDns: boolean;
    /** The names that private DNS makes resolve to the endpoint, where they are known. */
    readonly privateDnsNames: readonly string[];
    /** Where it lies: in the VPC of the cluster, or in the one that holds the endpoints for several. */
    readonly vpc: EndpointPlace;
    /**
     * The subnets of the wish that it should lie in, one in each zone; empty where the wish does not describe
     * enough, and for gateways, which lie in route tables.
     */
    readonly subnets: readonly string[];
    /** The security group of the plan that it carries; nothing for gateways. */
    readonly securityGroup: Party | null;
    /** The endpoint policy that lets through what is needed and no more, where one is advised. */
    readonly policy: PlannedPolicy | null;
    /** How strongly it is needed: the strongest of its reasons. */
    readonly level: Level;
    /** Why, at least one. */
    readonly reasons: readonly Reason[];
    /** Which statements would decide it, such as `features.karpenter.interruptionQueue`; empty when it is decided. */
    readonly settledBy: readonly string[];
    /** The weakest confidence that the strongest reason rests on. */
    readonly confidence: Confidence;
}

/**
 * The type of a VPC endpoint.
 *
 * - `Interface`: A network interface in a subnet, reached by its address.
 * - `Gateway`: A target in route tables.
 */
export type EndpointType = 'Interface' | 'Gateway';

/**
 * Where an endpoint lies.
 *
 * - `cluster`: In the VPC of the cluster.
 * - `central`: In the VPC that holds the endpoints for several others.
 */
export type EndpointPlace = 'cluster' | 'central';

/**
 * Somebody that talks or is talked to.
 *
 * - `callers`: Callers outside the cluster, such as a bastion or a peered network.
 * - `cluster`: The network interfaces of the control plane.
 * - `destinations`: What is not of AWS and not of the cluster, such as a registry or a Git server.
 * - `endpoints`: The interface endpoints.
 * - `fileSystems`: The file systems of Amazon FSx.
 * - `gateways`: The gateway endpoints, behind the prefix lists of their services.
 * - `lattice`: What Amazon VPC Lattice puts before services, behind its managed prefix lists.
 * - `mountTargets`: The mount targets of Amazon EFS and Amazon S3 Files.
 * - `nameServers`: Name servers of one's own.
 * - `nodes`: Nodes, and pods that carry no security group of their own.
 * - `pods`: Pods that carry security groups of their own.
 * - `proxy`: The HTTP proxy.
 * - `remoteNodes`: Hybrid nodes.
 * - `remotePods`: Pods on hybrid nodes.
 */
export type Party =
    | 'callers'
    | 'cluster'
    | 'destinations'
    | 'endpoints'
    | 'fileSystems'
    | 'gateways'
    | 'lattice'
    | 'mountTargets'
    | 'nameServers'
    | 'nodes'
    | 'pods'
    | 'proxy'
    | 'remoteNodes'
    | 'remotePods';

/** An endpoint policy. */
export interface PlannedPolicy {
    /** The policy as JSON text, to be given to AWS as it is. */
    readonly document: string;
    /** What it does not narrow and why, or what must be added to it; empty when nothing. */
    readonly remark: string;
    /** Which statements would narrow it; empty when none. */
    readonly settledBy: readonly string[];
    /** Why. */
    readonly reasons: readonly Reason[];
}

/** Who must be able to talk to whom. */
export interface PlannedFlow {
    /** A stable id, such as `nodes-to-endpoints-tcp-443`. */
    readonly id: string;
    /** Who begins. */
    readonly from: Party;
    /** Who answers. */
    readonly to: Party;
    /** The protocol: `tcp`, `udp`, or `all`. */
    readonly protocol: string;
    /** The lowest port; nothing with `all`. */
    readonly firstPort: number | null;
    /** The highest port; nothing with `all`. */
    readonly lastPort: number | null;
    /** How strongly it is needed. */
    readonly level: Level;
    /** Why, at least one. */
    readonly reasons: readonly Reason[];
    /** Which statements would decide it; empty when it is decided. */
    readonly settledBy: readonly string[];
}

/**
 * A security group and the rules that it must have. With them all flows of the plan are open, and none of them can
 * be left out.
 */
export interface PlannedSecurityGroup {
    /** Who carries it, which is also its id within the plan. */
    readonly id: Party;
    /** What it is, in words. */
    readonly title: string;
    /** The ids of the groups that the wish states for it; empty where it states none. */
    readonly groupIds: readonly string[];
    /** The rules, inbound first. */
    readonly rules: readonly PlannedRule[];
}

/** A rule of a security group. */
export interface PlannedRule {
    /** A stable id, such as `endpoints-in-tcp-443-nodes`. */
    readonly id: string;
    /** Inbound or outbound. */
    readonly direction: RuleDirection;
    /** The protocol as AWS writes it: `tcp`, `udp`, or `-1` for all. */
    readonly protocol: string;
    /** The lowest port; nothing with `-1`. */
    readonly fromPort: number | null;
    /** The highest port; nothing with `-1`. */
    readonly toPort: number | null;
    /** The group of the plan at the other end, where the rule refers to one. */
    readonly peerGroup: Party | null;
    /** The CIDR block at the other end, where the rule refers to one. */
    readonly peerCidr: string | null;
    /** The name of the prefix list at the other end, such as `com.amazonaws.eu-west-1.s3`. */
    readonly peerPrefixList: string | null;
    /** How strongly it is needed: as the strongest of its flows. */
    readonly level: Level;
    /** The ids of the flows that it carries. */
    readonly flows: readonly string[];
    /** Which statements would complete it, such as `callers`; empty when it is complete. */
    readonly settledBy: readonly string[];
}

/**
 * The direction of a rule.
 *
 * - `ingress`: Inbound.
 * - `egress`: Outbound.
 */
export type RuleDirection = 'ingress' | 'egress';

/** A setting that must be so. */
export interface PlannedSetting {
    /** A stable id, such as `private-endpoint-access`. */
    readonly id: string;
    /** Where it is set: the VPC, the cluster, the nodes, a workload. */
    readonly place: Place;
    /** The name of the setting as AWS or the program spells it, such as `enableDnsSupport`. */
    readonly name: string;
    /** The value that it must have, such as `true`. */
    readonly value: string;
    /** How strongly it is needed. */
    readonly level: Level;
    /** Why, at least one. */
    readonly reasons: readonly Reason[];
    /** Which statements would decide it; empty when it is decided. */
    readonly settledBy: readonly string[];
}

/**
 * Where a setting is made.
 *
 * - `vpc`: An attribute of the VPC or its DHCP options.
 * - `endpoint`: An interface endpoint: its subnets, names, address type or policy.
 * - `gateway`: A gateway endpoint: its route tables or policy.
 * - `cluster`: The configuration of the cluster.
 * - `securityGroup`: A security group.
 * - `node`: The bootstrap input of a node.
 * - `workload`: A workload's environment, flags or annotations.
 * - `image`: Where images come from.
 * - `iam`: An IAM policy.
 */
export type Place =
    | 'vpc'
    | 'endpoint'
    | 'gateway'
    | 'cluster'
    | 'securityGroup'
    | 'node'
    | 'workload'
    | 'image'
    | 'iam';

/** What is reached without the HTTP proxy. */
export interface NoProxy {
    /** The value of `NO_PROXY`. */
    readonly value: string;
    /** The same, entry by entry. */
    readonly entries: readonly BypassEntry[];
    /** What must be added and stands in no wish, in words. */
    readonly missing: readonly string[];
}

/** An entry of `NO_PROXY`. */
export interface BypassEntry {
    /** The host, suffix or CIDR block. */
    readonly entry: string;
    /** What it is. */
    readonly because: string;
}

/** Images and where they must come from. */
export interface PlannedImage {
    /** A stable id, such as `mirror-karpenter`. */
    readonly id: string;
    /** The images, as their references or repositories are written. */
    readonly images: string;
    /** What to do or where they come from, in words. */
    readonly source: string;
    /** The host of the registry that EKS keeps in the region, where they come from there and the account is known. */
    readonly registry: string | null;
    /** Whether they must be copied from a public registry. */
    readonly copy: boolean;
    /** How strongly it is needed. */
    readonly level: Level;
    /** Why, at least one. */
    readonly reasons: readonly Reason[];
    /** Which statements would decide it; empty when it is decided. */
    readonly settledBy: readonly string[];
}

/** A call that a node still makes while it boots. */
export interface BootCall {
    /** The kind of node. */
    readonly node: NodeKind;
    /** The service, such as `ec2`; `kubernetes` for the API server and `imds` for the instance metadata. */
    readonly service: string;
    /** The endpoints that it needs, by AWS's own suffix; empty where none serves it. */
    readonly endpoints: readonly string[];
    /** The call, such as `DescribeInstances`. */
    readonly call: string;
    /** What happens where it is not answered, and how it is avoided. */
    readonly unanswered: string;
    /** What of the node's own settings avoids it, in words; empty where nothing does. */
    readonly avoidedBy: string;
    /** Why, at least one. */
    readonly reasons: readonly Reason[];
}

/** A step of the order of creation. */
export interface Step {
    /** A stable id, such as `endpoints`. */
    readonly id: string;
    /** What to do, in words. */
    readonly title: string;
    /** The ids of the steps that must be done before. */
    readonly after: readonly string[];
    /** What would go wrong otherwise. */
    readonly because: string;
    /** What of the plan it makes: ids of endpoints, settings, images and groups. */
    readonly items: readonly string[];
}

/** What takes addresses in a subnet of the wish. */
export interface SubnetAddresses {
    /** The subnet. */
    readonly subnet: string;
    /** What it is for: `cluster`, `nodes` and `pods`, as the wish states, and `endpoints`, as the plan places them. */
    readonly roles: readonly string[];
    /** How many IPv4 addresses the block has; nothing where the wish does not state the block. */
    readonly size: number | null;
    /** How many of them AWS keeps: the first four and the last. */
    readonly reserved: number;
    /** How many the planned interface endpoints take, one each. */
    readonly endpoints: number;
    /** How many to leave free for the network interfaces of the control plane. */
    readonly controlPlane: number;
    /** How many are left for nodes and pods; nothing where the size is not known, and zero where there are too few. */
    readonly left: number | null;
}

/** Whether something can be used in a cluster without internet access. */
export interface SupportStatement {
    /** The feature or node kind, such as `app-mesh` or `al2`. */
    readonly subject: string;
    /** Its name in words. */
    readonly title: string;
    /** Whether it can be used. */
    readonly support: Support;
    /** What that means, in a sentence. */
    readonly statement: string;
    /** The claims behind it. */
    readonly reasons: readonly Reason[];
}

/**
 * Whether something can be used in a cluster without internet access.
 *
 * - `supported`: It works, given what the plan lists.
 * - `limited`: It works in part, or in one way of several; the statement says which.
 * - `unsupported`: It does not work.
 * - `ended`: It no longer exists or is no longer published.
 * - `unknown`: No source says.
 */
export type Support = 'supported' | 'limited' | 'unsupported' | 'ended' | 'unknown';

/** What exists, held against what must exist. The answer of the operation `audit`. */
export declare class Report {
    private constructor();
    /** Met only when every finding is met and every requirement that it rests on is verified. */
    readonly verdict: Verdict;
    /** How many findings have each verdict. */
    readonly counts: Counts;
    /** The wish as it was understood: each value given, inferred (and from what) or default. */
    readonly spec: ResolvedSpec;
    /** The findings: broken first, then unknown, then met; within them by severity, rule and subject. */
    readonly findings: readonly Finding[];
    /** What was taken for granted, such as that a document is complete. */
    readonly assumptions: readonly string[];
    /** What this audit does not look at. */
    readonly notAssessed: readonly string[];
    /** The repairs, in an order in which they can be made. */
    readonly fixes: readonly Fix[];
    /** The knowledge that was used. */
    readonly knowledge: KnowledgeStamp;
    /** The documents that were used. */
    readonly snapshot: SnapshotStamp;
    /** The same as plain text. */
    readonly text: string;
    /** The findings of what surely does not hold. */
    get broken(): readonly Finding[];
    /** The findings of which the documents do not say whether they hold. */
    get unknown(): readonly Finding[];
    /** The findings of what surely holds. */
    get met(): readonly Finding[];
    /**
     * Does nothing when the verdict is met, and stops a pipeline when it is broken or unknown.
     * @throws {NotMetError} which carries this report.
     */
    requireMet(): void;
    /** The text. */
    toString(): string;
}

/** How many findings have each verdict. */
export interface Counts {
    /** Surely wrong. */
    readonly broken: number;
    /** The documents do not say. */
    readonly unknown: number;
    /** Surely right. */
    readonly met: number;
}

/** One requirement, held against what exists. */
export interface Finding {
    /** A stable id: the rule and the subject, such as `endpoint-missing:com.amazonaws.ap-northeast-1.sts`. */
    readonly id: string;
    /** The rule, such as `endpoint-missing`. */
    readonly rule: string;
    /** Whether the requirement holds. */
    readonly verdict: Verdict;
    /** How bad it is when it does not hold: our judgement, without a cite. */
    readonly severity: Severity;
    /** What the finding is about: an id or a name. */
    readonly subject: string;
    /** What is so, in a sentence. */
    readonly message: string;
    /** What the verdict rests on, item by item. */
    readonly evidence: readonly Evidence[];
    /** Why the requirement exists. */
    readonly reasons: readonly Reason[];
    /** Where the reasons can be read. */
    readonly cites: readonly Cite[];
    /** The best confidence among the reasons: a requirement stands when one claim behind it is verified. */
    readonly confidence: Confidence;
    /** What would settle what is not known of it; empty when it is met. */
    readonly settledBy: readonly Settlement[];
    /** The ids of the fixes that mend it; empty when it is not broken or no call mends it. */
    readonly fixes: readonly string[];
}

/**
 * How bad it is when a requirement does not hold.
 *
 * - `critical`: Nodes do not join or images do not pull.
 * - `high`: A feature does not work.
 * - `medium`: It works today and breaks on an ordinary event.
 * - `low`: It works; a careful operator would change it.
 */
export type Severity = 'critical' | 'high' | 'medium' | 'low';

/** One thing that a verdict rests on. */
export interface Evidence {
    /** The document, such as `VpcEndpoints`. */
    readonly document: string;
    /** The object in it, such as `sg-0123456789abcdef0`; empty when it is the document as a whole. */
    readonly id: string;
    /** What it says there. */
    readonly says: string;
}

/** The document, and the command and permission, that would settle an unknown verdict. */
export interface Settlement {
    /**
     * The missing document, such as `RouteTables`; a statement of the wish, such as `spec.nodeSubnets`; or what
     * only a person can look at, in words.
     */
    readonly document: string;
    /** The AWS CLI command that gives it; empty when no command does. */
    readonly command: string;
    /** The IAM permission that the command needs; empty when no command gives it. */
    readonly permission: string;
}

/** One AWS call that mends something. */
export interface Fix {
    /** A stable id within the report, such as `fix-1`. */
    readonly id: string;
    /** The AWS service as botocore names it, such as `ec2`. */
    readonly service: string;
    /** The operation as AWS names it, such as `AuthorizeSecurityGroupIngress`. */
    readonly operation: string;
    /** The parameters of the call, shaped as AWS takes them. */
    readonly parameters: AwsDocument;
    /** What it does, in a sentence. */
    readonly description: string;
    /** The ids of the findings that it helps to mend. */
    readonly mends: readonly string[];
    /** The same call for the AWS CLI, quoted for a POSIX shell. */
    readonly command: string;
}

/** The knowledge that a report used. */
export interface KnowledgeStamp {
    /** The day for which it answered. */
    readonly asOf: Day;
    /** The day of its newest row. */
    readonly newest: Day;
    /** The version of the library. */
    readonly version: string;
}

/** The documents that a report used. */
export interface SnapshotStamp {
    /** The account, where the documents say. */
    readonly account: string | null;
    /** The region, where the documents say. */
    readonly region: string | null;
    /** When it was collected, as the collector wrote it. */
    readonly time: string | null;
    /** The parts that were read, in alphabetical order. */
    readonly parts: readonly string[];
}

/** A range of ports, both ends included. */
export interface PortSpan {
    /** The lowest. */
    readonly first: number;
    /** The highest. */
    readonly last: number;
}

/** Whether one thing can talk to another, how, and if not, who stops it. The answer of the operation `reach`. */
export declare class ReachAnswer {
    private constructor();
    /**
     * Met when all that was asked is surely open, broken when some of it is surely shut, else unknown. Where a name
     * was asked for, both it and the path have to be met.
     */
    readonly verdict: Verdict;
    /** The path alone, whatever the name resolves to. */
    readonly pathVerdict: Verdict;
    /** What the name resolves to; `null` where none was asked for. */
    readonly name: NameAnswer | null;
    /** The source addresses that surely get through, as CIDR blocks. */
    readonly open: readonly string[];
    /** The source addresses that surely do not. */
    readonly shut: readonly string[];
    /** The source addresses of which the documents do not say. */
    readonly unknown: readonly string[];
    /** The path, hop by hop, there and back. */
    readonly path: readonly Hop[];
    /** Everything that stops it or may stop it, not only the first. */
    readonly blockers: readonly Blocker[];
    /** What would open exactly what was asked. */
    readonly fixes: readonly Fix[];
    /** What would settle what is not known of it; empty when it is met. */
    readonly settledBy: readonly Settlement[];
    /** The destination addresses: which of them all of the source reaches. */
    readonly destinations: Destinations;
    /** What stops nothing and is worth knowing. */
    readonly notes: readonly string[];
    /** What was taken for granted. */
    readonly assumptions: readonly string[];
    /** The same as plain text. */
    readonly text: string;
    /** The text. */
    toString(): string;
}

/** What a name resolves to from the VPC of the source. */
export interface NameAnswer {
    /** The name. */
    readonly name: string;
    /**
     * Met when it surely resolves, and to the destination where that was given by its id; broken when it surely
     * does not; else unknown.
     */
    readonly verdict: Verdict;
    /** What it resolves to: ids of endpoints, addresses, other names, `cluster` or `internet`. */
    readonly leadsTo: readonly string[];
    /** Why, in sentences. */
    readonly says: readonly string[];
    /** What would settle what is not known of it. */
    readonly settledBy: readonly Settlement[];
}

/** A place that the traffic crosses. */
export interface Hop {
    /** There or back. */
    readonly direction: Direction;
    /** The kind of place, such as `security group egress`. */
    readonly place: string;
    /** The object, such as `sg-0123456789abcdef0`. */
    readonly id: string;
    /** What it decides, and by which rule. */
    readonly says: string;
    /**
     * The addresses that the place is asked about, as CIDR blocks: those of the other side, as they are seen there.
     * Empty where no rules decide.
     */
    readonly asked: readonly string[];
    /** Those of them that no rule surely lets through. */
    readonly remainder: readonly string[];
    /** The rules that decide: together they let through all that is asked but the remainder. */
    readonly rules: readonly DecidingRule[];
}

/**
 * There or back.
 *
 * - `forward`: From the source to the destination.
 * - `reply`: The replies.
 */
export type Direction = 'forward' | 'reply';

/** A rule of a security group, an entry of a network ACL, or a route. */
export interface DecidingRule {
    /** The security group, network ACL or route table that holds it. */
    readonly holder: string;
    /** Its own id, such as `sgr-0123456789abcdef0`, where the documents give one. */
    readonly ruleId: string | null;
    /** The number of an entry of a network ACL. */
    readonly ruleNumber: number | null;
    /** Whether it lets through; of a route, whether it surely leads there. */
    readonly allows: boolean;
    /** What it speaks of, such as `tcp 443` or `all`. */
    readonly services: string;
    /** To or from whom: a block, a prefix list or a security group; of a route, its destination. */
    readonly peer: string;
    /** Where a route leads; `null` for anything else. */
    readonly target: string | null;
}

/** Something that stops traffic, or may. */
export interface Blocker {
    /** A stable code, such as `GROUP_EGRESS`. */
    readonly code: BlockerCode;
    /** Whether it surely stops something, or the documents do not say. */
    readonly verdict: Verdict;
    /** The document that says so, or that is missing. */
    readonly document: string;
    /** The object; empty when it is a whole document that is missing. */
    readonly id: string;
    /** What is so, in a sentence. */
    readonly says: string;
    /** The source addresses that it concerns, as CIDR blocks. */
    readonly concerns: readonly string[];
    /** The addresses of the other side that no rule surely lets through, where rules decide. */
    readonly remainder: readonly string[];
}

/**
 * What kind of thing stops traffic. New kinds may be added.
 *
 * - `ADDRESS_FAMILY`: The two ends have no IP family in common.
 * - `ADDRESS_UNKNOWN`: The addresses of the source are not known.
 * - `GROUP_EGRESS`: No group of the source lets it out.
 * - `ACL_EGRESS`: The network ACL of the source's subnet does not let it out.
 * - `ROUTE`: The route table of the source's subnet does not lead there.
 * - `ACL_INGRESS`: The network ACL of the destination's subnet does not let it in.
 * - `GROUP_INGRESS`: No group of the destination lets it in.
 * - `ACL_REPLY_EGRESS`: The network ACL of the destination's subnet does not let the replies out.
 * - `REPLY_ROUTE`: The route table of the destination's subnet does not lead back.
 * - `ACL_REPLY_INGRESS`: The network ACL of the source's subnet does not let the replies in.
 * - `ENDPOINT_STATE`: The endpoint is not in a state that works.
 * - `ENDPOINT_PROTOCOL`: The endpoint does not take this protocol.
 * - `ENDPOINT_INTERFACES`: The endpoint has no interface in any subnet.
 * - `ENDPOINT_SOURCE`: An endpoint answers calls and makes none.
 * - `ACL_ON_THE_WAY`: The network ACL of a subnet that lies on the way: of a transit gateway's attachment, or of a
 *   NAT gateway.
 * - `ROUTE_ON_THE_WAY`: A route table that lies on the way: of a transit gateway's attachment, or of a NAT gateway.
 * - `PEERING_CONNECTION`: The peering connection does not carry it.
 * - `TRANSIT_GATEWAY`: The transit gateway or an attachment to it does not work.
 * - `TRANSIT_GATEWAY_ZONE`: The transit gateway has no subnet in the sender's zone.
 * - `TRANSIT_GATEWAY_ROUTE`: The transit gateway's table does not lead there.
 * - `NAT_GATEWAY`: The NAT gateway does not take it.
 * - `INTERNET_GATEWAY`: The internet gateway does not carry it.
 * - `EGRESS_ONLY_INTERNET_GATEWAY`: The egress-only internet gateway does not carry it.
 * - `VPN_GATEWAY`: The virtual private gateway does not carry it, or what lies behind it is not known.
 * - `PUBLIC_ADDRESS`: There is no public address for an internet gateway.
 * - `BLOCK_PUBLIC_ACCESS`: VPC Block Public Access stops it.
 * - `APPLIANCE`: An appliance on the way, of which no document says what it lets through.
 * - `TARGET`: A route leads to a target of a kind that is not known here.
 * - `ENCRYPTION_CONTROL`: The VPC enforces encryption, and may refuse the path.
 * - `RESOLVER`: The VPC's resolver does not answer.
 * - `CLUSTER_ENDPOINT`: The private endpoint of the cluster does not answer.
 * - `SERVICE_ADDRESSES`: The cluster gives its services the same addresses, so that nodes keep the traffic to
 *   themselves.
 */
export type BlockerCode =
    | 'ADDRESS_FAMILY'
    | 'ADDRESS_UNKNOWN'
    | 'GROUP_EGRESS'
    | 'ACL_EGRESS'
    | 'ROUTE'
    | 'ACL_INGRESS'
    | 'GROUP_INGRESS'
    | 'ACL_REPLY_EGRESS'
    | 'REPLY_ROUTE'
    | 'ACL_REPLY_INGRESS'
    | 'ENDPOINT_STATE'
    | 'ENDPOINT_PROTOCOL'
    | 'ENDPOINT_INTERFACES'
    | 'ENDPOINT_SOURCE'
    | 'ACL_ON_THE_WAY'
    | 'ROUTE_ON_THE_WAY'
    | 'PEERING_CONNECTION'
    | 'TRANSIT_GATEWAY'
    | 'TRANSIT_GATEWAY_ZONE'
    | 'TRANSIT_GATEWAY_ROUTE'
    | 'NAT_GATEWAY'
    | 'INTERNET_GATEWAY'
    | 'EGRESS_ONLY_INTERNET_GATEWAY'
    | 'VPN_GATEWAY'
    | 'PUBLIC_ADDRESS'
    | 'BLOCK_PUBLIC_ACCESS'
    | 'APPLIANCE'
    | 'TARGET'
    | 'ENCRYPTION_CONTROL'
    | 'RESOLVER'
    | 'CLUSTER_ENDPOINT'
    | 'SERVICE_ADDRESSES';

/** Which addresses of the destination all of the source reaches, as CIDR blocks. */
export interface Destinations {
    /** Those that are surely reached. */
    readonly open: readonly string[];
    /** Those that some of the source surely does not reach. */
    readonly shut: readonly string[];
    /** Those of which the documents do not say. */
    readonly unknown: readonly string[];
}

/** Every way out, or the proof that there is none. The answer of the operation `exits`. */
export declare class ExitsAnswer {
    private constructor();
    /** Met when there surely is no way out but those that were named, broken when there is one, else unknown. */
    readonly verdict: Verdict;
    /**
     * The ways out: open ones first, then those of which the documents do not say, then those that lead out and let
     * nothing through.
     */
    readonly exits: readonly Exit[];
    /**
     * Met when no endpoint lets data out to whom its policy does not name; a class of its own, for it needs
     * credentials of AWS and no route.
     */
    readonly policyVerdict: Verdict;
    /** The endpoints whose policy lets data out, or may. */
    readonly policies: readonly Exit[];
    /** The proof: for each subnet what its table does with every address of both families. */
    readonly tables: readonly CoveredTable[];
    /** What would settle what is not known. */
    readonly settledBy: readonly Settlement[];
    /** The same as plain text. */
    readonly text: string;
    /** The text. */
    toString(): string;
}

/** A way out. */
export interface Exit {
    /** Broken when it surely leads out, unknown when it may, met when it lets nothing through. */
    readonly verdict: Verdict;
    /** What kind of way it is. */
    readonly kind: ExitKind;
    /** The gateway, connection, interface or endpoint. */
    readonly id: string;
    /** The subnet that it leads out of; empty for an endpoint of the VPC. */
    readonly subnet: string;
    /** The destinations that are sent there, as CIDR blocks. */
    readonly destinations: readonly string[];
    /** Whether the request named it, so that it does not count. */
    readonly named: boolean;
    /** Why, in sentences. */
    readonly says: readonly string[];
}

/**
 * The kinds of ways out. New kinds may be added.
 *
 * - `internetGateway`: To the internet, and back.
 * - `egressOnlyInternetGateway`: To the internet, outward only, for IPv6.
 * - `natGateway`: Through an address translation.
 * - `peeringConnection`: Into the VPC of a peer.
 * - `transitGateway`: To whatever is attached to a transit gateway.
 * - `vpnGateway`: To VPN connections and Direct Connect.
 * - `appliance`: To an appliance or a firewall.
 * - `resourceEndpoint`: To a resource of another VPC or account.
 * - `serviceNetworkEndpoint`: To a service network of VPC Lattice.
 * - `endpoint`: To a service of AWS, under a policy.
 * - `other`: To something of another kind, or that is not known.
 */
export type ExitKind =
    | 'internetGateway'
    | 'egressOnlyInternetGateway'
    | 'natGateway'
    | 'peeringConnection'
    | 'transitGateway'
    | 'vpnGateway'
    | 'appliance'
    | 'resourceEndpoint'
    | 'serviceNetworkEndpoint'
    | 'endpoint'
    | 'other';

/** What the table of a subnet does with every address. */
export interface CoveredTable {
    /** The subnet. */
    readonly subnet: string;
    /** The table that routes it; empty when it is not known. */
    readonly table: string;
    /** All addresses of both families, each in one row. */
    readonly rows: readonly CoveredRow[];
}

/** Destinations that a table treats alike. */
export interface CoveredRow {
    /** The destinations, as CIDR blocks. */
    readonly destinations: readonly string[];
    /** Where they are sent, in words. */
    readonly leads: string;
}

/** Which interfaces reach which endpoints. The answer of the operation `matrix`. */
export interface MatrixAnswer {
    /** The endpoints, in order of id. */
    readonly endpoints: readonly string[];
    /** All interfaces, those that are alike together: each is in one class. */
    readonly classes: readonly MatrixClass[];
}

/** Interfaces of one subnet that carry the same groups and reach the same endpoints. */
export interface MatrixClass {
    /** The subnet; `null` where the documents do not say. */
    readonly subnet: string | null;
    /** The security groups; `null` where the documents do not say, or where none apply. */
    readonly groups: readonly string[] | null;
    /** The interfaces, in order of id. */
    readonly interfaces: readonly string[];
    /** For each endpoint, in the order of `endpoints`, what `reach` says of each of these interfaces. */
    readonly verdicts: readonly Verdict[];
}

/** A node that is to join a cluster. */
export interface NodeSpec {
    /** The operating system, or what runs the node. */
    readonly system: NodeSystem;
    /** Who starts the instance. Not stated: you do, and nobody adds to the user data. */
    readonly launch?: Launch | undefined;
    /**
     * The AMI of the launch template or the node class, such as `ami-0123456789abcdef0`. With one, EKS adds nothing
     * to the user data of a managed node group.
     */
    readonly amiId?: string | undefined;
    /** The form of the user data. Not stated: what the node reads with the least around it. */
    readonly form?: Form | undefined;
    /** What is known of the cluster. */
    readonly cluster?: ClusterFacts | undefined;
    /** The labels that the kubelet gives its node. */
    readonly labels?: { readonly [key: string]: string } | undefined;
    /** The taints that the kubelet registers its node with. */
    readonly taints?: readonly TaintSpec[] | undefined;
    /** What the kubelet is told. */
    readonly kubelet?: KubeletSpec | undefined;
    /** What containerd is told. */
    readonly containerd?: ContainerdSpec | undefined;
    /** What becomes of the disks of the instance. */
    readonly localStorage?: LocalStorageSpec | undefined;
    /** Variables by systemd unit, and `default` for all units, as nodeadm takes them. */
    readonly environment?: { readonly [key: string]: { readonly [key: string]: string } } | undefined;
    /** The HTTP proxy that the node sends requests through. */
    readonly proxy?: NodeProxySpec | undefined;
    /** The feature gates of nodeadm, such as `InstanceIdNodeName`. */
    readonly featureGates?: { readonly [key: string]: boolean } | undefined;
    /** The instance types that the node may have. */
    readonly instanceTypes?: readonly string[] | undefined;
    /** Whether the VPC CNI assigns prefixes in place of addresses. Not stated: no, and yes for IPv6. */
    readonly prefixDelegation?: boolean | undefined;
    /** Whether pods take addresses from other subnets than the node. Not stated: no. */
    readonly customNetworking?: boolean | undefined;
    /** Your own parts that stand before what is generated; what is generated wins over them. */
    readonly before?: readonly PartSpec[] | undefined;
    /** Your own parts that stand after what is generated; they win over it. */
    readonly after?: readonly PartSpec[] | undefined;
    /** What only Bottlerocket takes. */
    readonly bottlerocket?: BottlerocketSpec | undefined;
    /** What only Windows takes. */
    readonly windows?: WindowsSpec | undefined;
    /** How a hybrid node gets its credentials. */
    readonly hybrid?: HybridSpec | undefined;
    /** The node class of Karpenter or of EKS Auto Mode. */
    readonly nodeClass?: NodeClassSpec | undefined;
    /** The day for which to answer. Not stated: the day of the newest knowledge. */
    readonly asOf?: Day | undefined;
}

/**
 * What a node is started from: an operating system, or a service that starts nodes of its own.
 *
 * - `al2`: Amazon Linux 2.
 * - `al2023`: Amazon Linux 2023.
 * - `bottlerocket`: Bottlerocket.
 * - `windows`: Windows Server.
 * - `ubuntu`: Ubuntu with the images for EKS.
 * - `hybrid`: A machine outside AWS, with EKS Hybrid Nodes.
 * - `auto-mode`: EKS Auto Mode.
 * - `fargate`: AWS Fargate.
 */
export type NodeSystem = 'al2' | 'al2023' | 'bottlerocket' | 'windows' | 'ubuntu' | 'hybrid' | 'auto-mode' | 'fargate';

/**
 * Who starts the instance.
 *
 * - `selfManaged`: You do, with an Auto Scaling group or by hand.
 * - `managedNodeGroup`: A managed node group.
 * - `karpenter`: Karpenter.
 */
export type Launch = 'selfManaged' | 'managedNodeGroup' | 'karpenter';

/**
 * The form of the user data.
 *
 * - `plain`: The one document as it is.
 * - `mime`: A MIME multipart archive.
 * - `base64`: Either of them in base64, as EC2's API takes it.
 * - `launchTemplate`: The data of a launch template as JSON.
 */
export type Form = 'plain' | 'mime' | 'base64' | 'launchTemplate';

/** What is known of a cluster; `describe-cluster` prints all of it. */
export interface ClusterFacts {
    /** The name. */
    readonly name?: string | undefined;
    /** The address of the API server, such as `https://….gr7.eu-west-1.eks.amazonaws.com`. */
    readonly endpoint?: string | undefined;
    /**
     * The certificate authority in base64, as `certificateAuthority.data` has it; two certificates during a
     * rotation.
     */
    readonly certificateAuthority?: string | undefined;
    /** The CIDR block of services: `serviceIpv4Cidr` or `serviceIpv6Cidr`. It is never guessed. */
    readonly serviceCidr?: string | undefined;
    /** The address of the cluster's DNS. Not stated: the tenth of the service CIDR. */
    readonly dnsAddress?: string | undefined;
    /** The IP family. Not stated: that of the service CIDR or of the DNS address. */
    readonly ipFamily?: IpFamily | undefined;
    /** The id of a local cluster on AWS Outposts, a UUID. */
    readonly id?: string | undefined;
    /** Whether it is a local cluster on AWS Outposts. Not stated: no. */
    readonly outpost?: boolean | undefined;
    /** The region. */
    readonly region?: string | undefined;
    /** The CIDR blocks of the VPC. */
    readonly vpcCidrs?: readonly string[] | undefined;
    /** The version of Kubernetes, such as `1.33`. */
    readonly kubernetesVersion?: string | undefined;
}

/** A taint. */
export interface TaintSpec {
    /** The key. */
    readonly key: string;
    /** The value. Not stated: none. */
    readonly value?: string | undefined;
    /** What it does. */
    readonly effect: TaintEffect;
}

/**
 * What a taint does.
 *
 * - `NoExecute`: Pods that do not tolerate it are not placed here, and those that run are evicted.
 * - `NoSchedule`: Pods that do not tolerate it are not placed here.
 * - `PreferNoSchedule`: Pods that do not tolerate it are placed elsewhere where that can be.
 */
export type TaintEffect = 'NoExecute' | 'NoSchedule' | 'PreferNoSchedule';

/** What the kubelet is told. */
export interface KubeletSpec {
    /** A fragment of a `KubeletConfiguration`, where the node reads one. */
    readonly config?: AwsDocument | undefined;
    /** Flags such as `--v=4`, one a value. */
    readonly flags?: readonly string[] | undefined;
    /** The maximum of pods. Not stated: what the instance types allow. */
    readonly maxPods?: number | undefined;
    /** An expression in CEL from which nodeadm works out the maximum of pods. */
    readonly maxPodsExpression?: string | undefined;
}

/** What containerd is told. */
export interface ContainerdSpec {
    /** The configuration as TOML, merged over that of the image. */
    readonly config?: string | undefined;
    /** The base of every container's OCI specification. */
    readonly baseRuntimeSpec?: AwsDocument | undefined;
}

/** What becomes of the disks of an instance. */
export interface LocalStorageSpec {
    /** How they are put together. */
    readonly strategy: LocalStorageStrategy;
    /** Where they are mounted. Not stated: where the image mounts them. */
    readonly mountPath?: string | undefined;
    /** What does not move onto them. */
    readonly disabledMounts?: readonly DisabledMount[] | undefined;
}

/**
 * How the disks of an instance are put together.
 *
 * - `RAID0`: One array without redundancy.
 * - `RAID10`: One array with redundancy.
 * - `Mount`: Each is mounted by itself.
 */
export type LocalStorageStrategy = 'RAID0' | 'RAID10' | 'Mount';

/**
 * What nodeadm would move onto the disks of an instance.
 *
 * - `Containerd`: The state of containerd.
 * - `PodLogs`: The logs of pods.
 * - `SOCI`: The state of the SOCI snapshotter.
 */
export type DisabledMount = 'Containerd' | 'PodLogs' | 'SOCI';

/** An HTTP proxy of a node. */
export interface NodeProxySpec {
    /** The address, such as `http://proxy.corp.example:3128`. */
    readonly url: string;
    /** What is reached without it, beside what every node reaches so. */
    readonly noProxy?: readonly string[] | undefined;
}

/** A part of your own. */
export interface PartSpec {
    /** What it is. */
    readonly kind: PartKind;
    /** The text of it, with line feeds only. */
    readonly text: string;
}

/**
 * What a part is.
 *
 * - `shell`: A shell script, which begins with `#!`.
 * - `cloudConfig`: A configuration of cloud-init.
 * - `cloudBoothook`: A script that cloud-init runs early, at every boot.
 * - `nodeConfig`: A NodeConfig of nodeadm.
 * - `toml`: Settings of Bottlerocket in TOML.
 * - `powershell`: Commands of PowerShell, without the tags around them.
 */
export type PartKind = 'shell' | 'cloudConfig' | 'cloudBoothook' | 'nodeConfig' | 'toml' | 'powershell';

/** What only Bottlerocket takes. */
export interface BottlerocketSpec {
    /** Whether the node is named for its instance id, so that it does not ask EC2. Not stated: no. */
    readonly instanceIdHostname?: boolean | undefined;
    /** Whether the control container runs, which is pulled from Amazon ECR. Not stated: yes, as the image has it. */
    readonly controlContainer?: boolean | undefined;
    /** Whether the admin container runs, which is pulled from Amazon ECR. Not stated: no, as the image has it. */
    readonly adminContainer?: boolean | undefined;
    /** Whether metrics are sent to a public host. Not stated: yes, as the image has it. */
    readonly sendMetrics?: boolean | undefined;
    /** The time servers. Not stated: that of Amazon and a public pool, as the image has it. */
    readonly timeServers?: readonly string[] | undefined;
    /** The repository of updates. Not stated: a public host, as the image has it. */
    readonly updates?: UpdatesSpec | undefined;
    /** Certificate authorities to trust by name, each a PEM in base64. */
    readonly certificateBundles?: readonly CertificateBundleSpec[] | undefined;
}

/** A repository of Bottlerocket's updates. */
export interface UpdatesSpec {
    /** The address of the metadata. */
    readonly metadataBaseUrl: string;
    /** The address of the targets. */
    readonly targetsBaseUrl: string;
}

/** Certificate authorities to trust. */
export interface CertificateBundleSpec {
    /** A name of your own. */
    readonly name: string;
    /** The certificates as PEM, in base64. */
    readonly data: string;
}

/** What only Windows takes. */
export interface WindowsSpec {
    /** The CIDR blocks that pods reach under their own addresses. */
    readonly excludedSnatCidrs?: readonly string[] | undefined;
    /** Flags of kube-proxy, one a value. */
    readonly kubeProxyFlags?: readonly string[] | undefined;
}

/** How a hybrid node gets its credentials: exactly one of the two. */
export interface HybridSpec {
    /** A hybrid activation of Systems Manager. */
    readonly ssm?: SsmActivationSpec | undefined;
    /** IAM Roles Anywhere. */
    readonly iamRolesAnywhere?: RolesAnywhereSpec | undefined;
    /** Whether nodeadm writes the credentials into a file. Not stated: no. */
    readonly enableCredentialsFile?: boolean | undefined;
}

/** A hybrid activation of Systems Manager. */
export interface SsmActivationSpec {
    /** The code, a secret. */
    readonly activationCode: string;
    /** The id, a UUID. */
    readonly activationId: string;
}

/** Credentials from IAM Roles Anywhere. */
export interface RolesAnywhereSpec {
    /** The name of the node, which its certificate has as common name. */
    readonly nodeName: string;
    /** The ARN of the trust anchor. */
    readonly trustAnchorArn: string;
    /** The ARN of the profile. */
    readonly profileArn: string;
    /** The ARN of the role. */
    readonly roleArn: string;
    /** The path of the certificate on the node. */
    readonly certificatePath?: string | undefined;
    /** The path of the private key on the node. */
    readonly privateKeyPath?: string | undefined;
}

/** A node class: `EC2NodeClass` of Karpenter, `NodeClass` of EKS Auto Mode. */
export interface NodeClassSpec {
    /** The name. */
    readonly name: string;
    /** The ARN of the role of the nodes. */
    readonly roleArn: string;
    /** The name of an instance profile of that role. Not stated: one is made from the role, for which IAM is called. */
    readonly instanceProfile?: string | undefined;
    /** The subnets of the nodes. */
    readonly subnets: readonly SelectorTerm[];
    /** The security groups of the nodes. */
    readonly securityGroups: readonly SelectorTerm[];
    /** The subnets of pods, with EKS Auto Mode. Not stated: those of the nodes. */
    readonly podSubnets?: readonly SelectorTerm[] | undefined;
    /** The security groups of pods, with EKS Auto Mode. Not stated: those of the nodes. */
    readonly podSecurityGroups?: readonly SelectorTerm[] | undefined;
    /** The AMIs by alias, with Karpenter, such as `al2023@v20260720`. */
    readonly amiAlias?: string | undefined;
    /** Certificate authorities to trust, with EKS Auto Mode. */
    readonly certificateBundles?: readonly CertificateBundleSpec[] | undefined;
    /** How far the metadata service answers, in hops. Not stated: 1, so that pods get no credentials of the node. */
    readonly metadataHopLimit?: number | undefined;
    /** The tags of what is made. */
    readonly tags?: { readonly [key: string]: string } | undefined;
}

/** What selects subnets or security groups: an id, or tags that all must fit. */
export interface SelectorTerm {
    /** The id. */
    readonly id?: string | undefined;
    /** The tags. */
    readonly tags?: { readonly [key: string]: string } | undefined;
}

/** What lets a node join its cluster. The answer of the operation `bootstrap`. */
export declare class Bootstrap {
    private constructor();
    /** The operating system, or what runs the node. */
    readonly system: NodeSystem;
    /** Who starts the instance; nothing where no instance is yours to start. */
    readonly launch: Launch | null;
    /** The day for which the answer holds. */
    readonly asOf: Day;
    /** Why there is nothing to give; nothing where there is something. */
    readonly nothingBecause: string | null;
    /** The user data in the form that was wanted; nothing where the node takes none. */
    readonly userData: string | null;
    /** The form of the user data: what was wanted, or what was chosen. */
    readonly form: Form | null;
    /** How many bytes EC2 counts: those before base64. At most 16,384 are taken. */
    readonly userDataBytes: number;
    /** Files and objects to give beside or in place of user data. */
    readonly documents: readonly BootstrapDocument[];
    /** The words that the bootstrap script is called with, in order; empty where there is no script. */
    readonly arguments: readonly string[];
    /** The address of the cluster's DNS that the node is told or works out. */
    readonly dnsAddress: string | null;
    /**
     * The certificates that the node is told to trust its cluster by; how they stand on the day that was asked,
     * where one was.
     */
    readonly certificateAuthority: CertificateBundle | null;
    /** How many pods the node takes, where that is known. */
    readonly maxPods: MaximumPods | null;
    /** Who adds to the user data and who wins, in words. */
    readonly mergedBy: string;
    /** Who must be let in, and as what, so that the node may join. */
    readonly access: readonly NodeAccess[];
    /** What the node still calls while it boots. */
    readonly calls: readonly NodeCall[];
    /** What the node would call and does not, because the request avoids it. */
    readonly avoided: readonly NodeCall[];
    /** What to mind, in order of path. Empty is good. */
    readonly findings: readonly BootstrapFinding[];
    /** The same as plain text; secrets and the user data are not in it. */
    readonly text: string;
    /** The text. */
    toString(): string;
}

/** A file or an object of Kubernetes. */
export declare class BootstrapDocument {
    private constructor();
    /** The name of a file for it, such as `nodeConfig.yaml`. */
    readonly name: string;
    /** The media type. */
    readonly mediaType: string;
    /** Where it goes, in words. */
    readonly place: string;
    /** The text. */
    readonly text: string;
    /** The text. */
    toString(): string;
}

/** The certificates of a cluster's authority. */
export interface CertificateBundle {
    /** How many certificates it holds. */
    readonly count: number;
    /** The certificates, in the order in which they stand; while the authority is rotated the active one is first. */
    readonly certificates: readonly BundledCertificate[];
    /** The same certificates as `certificateAuthority.data` should be written: standard base64 on one line. */
    readonly data: string;
    /** What is odd about it, each in a sentence. */
    readonly doubts: readonly string[];
}

/** One certificate of a cluster's authority. */
export interface BundledCertificate {
    /** Whom it is of, such as `CN=kubernetes`. */
    readonly subject: string;
    /** Who signed it; an authority of a cluster signs its own. */
    readonly issuer: string;
    /** The serial number, in hexadecimal digits. */
    readonly serial: string;
    /** Since when it is valid, such as `2026-11-22T10:00:00Z`. */
    readonly notBefore: string;
    /** Until when it is valid. */
    readonly notAfter: string;
    /** Whether it is valid on the day that was asked; `null` when no day was given. */
    readonly validity: CertificateValidity | null;
    /**
     * The days from the day that was asked to the last one; negative when it has ended, `null` when no day was
     * given.
     */
    readonly daysLeft: number | null;
    /** The identifier of its key, in hexadecimal digits; `null` when it states none. */
    readonly subjectKeyId: string | null;
    /** The identifier of the key that signed it, in hexadecimal digits; `null` when it states none. */
    readonly authorityKeyId: string | null;
    /** Whether it may sign others, `CA:TRUE`. */
    readonly isAuthority: boolean;
}

/**
 * Whether a certificate is valid on a day.
 *
 * - `notYet`: It begins later.
 * - `valid`: It is valid.
 * - `endsSoon`: It is valid, and ends within 90 days.
 * - `ended`: It has ended.
 */
export type CertificateValidity = 'notYet' | 'valid' | 'endsSoon' | 'ended';

/** How many pods a node takes. */
export interface MaximumPods {
    /** The number that the kubelet is told or works out; the smallest where instance types differ. */
    readonly value: number;
    /** Whether the user data says it; where not, the node works it out. */
    readonly stated: boolean;
    /** The same for each instance type of the request. */
    readonly instanceTypes: readonly MaximumPodsOfType[];
}

/** How many pods a node of an instance type takes. */
export interface MaximumPodsOfType {
    /** The instance type. */
    readonly instanceType: string;
    /** How many pods have addresses. */
    readonly addresses: number;
    /** The number to tell the kubelet. */
    readonly value: number;
    /** How it comes about, in words. */
    readonly because: string;
}

/** Who must be let in so that a node may join. */
export interface NodeAccess {
    /** The ARN of the role, where the request has it. */
    readonly principalArn: string | null;
    /** The type of the access entry, such as `EC2_LINUX`. */
    readonly entryType: string;
    /** The access policy to associate with it for the whole cluster; nothing where none is needed. */
    readonly policyArn: string | null;
    /** Why, in a sentence. */
    readonly because: string;
}

/** A call of a booting node. */
export interface NodeCall {
    /** The service, such as `ec2`; `kubernetes` for the API server and `imds` for the instance metadata. */
    readonly service: string;
    /** The endpoints that it needs, by AWS's own suffix; empty where none serves it. */
    readonly endpoints: readonly string[];
    /** The call, such as `DescribeInstances`. */
    readonly call: string;
    /** Whether it is surely made; otherwise that depends on what is not known here, such as the image. */
    readonly sure: boolean;
    /** What happens where it is not answered. */
    readonly unanswered: string;
    /** What avoids it, in words; empty where nothing does. */
    readonly avoidedBy: string;
    /** The id of the claim. */
    readonly claim: string;
    /** The claim in a sentence. */
    readonly because: string;
    /** How sure the claim is. */
    readonly confidence: Confidence;
    /** Where it can be read. */
    readonly cites: readonly Cite[];
}

/** Something to mind that is no error. */
export interface BootstrapFinding {
    /** The path in the request, such as `cluster.endpoint`. */
    readonly path: string;
    /** A stable id, such as `endpoint-shape`. */
    readonly id: string;
    /** What it is, and what would be right. */
    readonly message: string;
}

/** The two arguments. */
export declare class FlagsAnswer {
    private constructor();
    /** The arguments on one line, quoted for the shell of the system. */
    readonly arguments: string;
    /** The same word by word, unquoted. */
    readonly words: readonly string[];
    /** What to mind. */
    readonly findings: readonly BootstrapFinding[];
    /** The arguments as a line of text. */
    readonly text: string;
    /** The text. */
    toString(): string;
}

/** What was true on a day. The answer of the operation `knowledge`. */
export declare class KnowledgeAnswer {
    private constructor();
    /** The day for which it holds. */
    readonly asOf: Day;
    /** The day before which nothing is known. */
    readonly first: Day;
    /** The day of the newest row; later days are answered with what was known then. */
    readonly newest: Day;
    /** The claims that were true, in order of id. */
    readonly claims: readonly ClaimAnswer[];
    /** The endpoints that the claims ask for, in order of claim. */
    readonly needs: readonly NeedAnswer[];
    /** The endpoints that are not needed, although they are often made, in order of claim. */
    readonly notNeeded: readonly NotNeededAnswer[];
    /** What no endpoint serves, each with the setting that is the way round, in order of claim. */
    readonly noEndpoint: readonly NoEndpointAnswer[];
    /** The settings that the claims ask for, in order of claim. */
    readonly settings: readonly SettingAnswer[];
    /** What could be used and what not, in order of claim. */
    readonly support: readonly SupportAnswer[];
    /** What to mind beyond settings, in order of claim. */
    readonly notes: readonly NoteAnswer[];
    /** The services that the claims speak of, whatever the day, in order of id. */
    readonly services: readonly ServiceAnswer[];
    /** The registries of add-on images that EKS keeps, in order of region, as of the day of the newest row. */
    readonly registries: readonly RegistryAnswer[];
    /** The features that a wish can name, whatever the day, in order of id. */
    readonly features: readonly FeatureAnswer[];
    /** Every region of every partition, in order of id. */
    readonly regions: readonly RegionAnswer[];
    /**
     * Every endpoint service that is on the list, in order of suffix, where a region was asked for; any of them can
     * stand in the `services` of a wish.
     */
    readonly endpointServices: readonly EndpointServiceAnswer[];
    /** The instance types that were asked for, in the order of the question. */
    readonly instanceTypes: readonly InstanceTypeAnswer[];
    /** The days of the editions that can be replayed. */
    readonly editions: readonly Day[];
    /** The edition that was asked for. */
    readonly edition: EditionAnswer | null;
    /** The same as plain text. */
    readonly text: string;
    /** The text. */
    toString(): string;
}

/** Something that was true. */
export interface ClaimAnswer {
    /** The id, such as `irsa-needs-sts`. */
    readonly id: string;
    /** What it is about: `base`, a node kind or a feature. */
    readonly about: string;
    /** The claim in a sentence. */
    readonly statement: string;
    /** The first day, or the day of the first source that is known to say so. */
    readonly since: Day;
    /** Whether `since` is only the day of the first known source. */
    readonly undated: boolean;
    /** The first day on which it was no longer true. */
    readonly until: Day | null;
    /** How sure it is. */
    readonly confidence: Confidence;
    /** Where it can be read. */
    readonly cites: readonly Cite[];
    /**
     * Why it is recommended where it is not required: our own judgement, for which no source is cited; empty when
     * there is none.
     */
    readonly judgement: string;
    /** What another source says against it, and why we hold it all the same. */
    readonly conflict: Conflict | null;
}

/** A contradiction between sources. */
export interface Conflict {
    /** What we hold. */
    readonly held: string;
    /** What the other source says. */
    readonly other: string;
    /** Why we hold it, or what would settle it. */
    readonly because: string;
    /** Where the other source says so. */
    readonly cites: readonly Cite[];
}

/** An endpoint that a claim asks for. */
export interface NeedAnswer {
    /** The id of the claim. */
    readonly claim: string;
    /** What needs it: `base`, a node kind or a feature. */
    readonly by: string;
    /** The service, such as `sts`. */
    readonly service: string;
    /** The type of endpoint that serves the need. */
    readonly endpointType: EndpointType;
    /** How strongly. */
    readonly level: Level;
    /** When, in words; empty when always. */
    readonly condition: string;
}

/** An endpoint that is not needed, although it is often made. */
export interface NotNeededAnswer {
    /** The id of the claim. */
    readonly claim: string;
    /** What does not need it: `base`, a node kind or a feature. */
    readonly by: string;
    /** The service, such as `kms`. */
    readonly service: string;
}

/** Something that no endpoint serves. */
export interface NoEndpointAnswer {
    /** The id of the claim. */
    readonly claim: string;
    /** What would call it: `base`, a node kind or a feature. */
    readonly by: string;
    /** What cannot be reached, as its host or its API is called, such as `public.ecr.aws`. */
    readonly what: string;
    /** The id of the setting that is the way round. */
    readonly setting: string;
    /** When, in words; empty when always. */
    readonly condition: string;
}

/** A setting that a claim asks for. */
export interface SettingAnswer {
    /** The id of the claim. */
    readonly claim: string;
    /** What needs it: `base`, a node kind or a feature. */
    readonly by: string;
    /** The id of the setting, such as `private-endpoint-access`. */
    readonly id: string;
    /** Where it is made. */
    readonly place: Place;
    /** Its name. */
    readonly name: string;
    /** Its value; `{region}` stands for the region. */
    readonly value: string;
    /** How strongly. */
    readonly level: Level;
    /** When, in words; empty when always. */
    readonly condition: string;
}

/** Whether something could be used. */
export interface SupportAnswer {
    /** The id of the claim. */
    readonly claim: string;
    /** A node kind or a feature, or `base`. */
    readonly subject: string;
    /** How far. */
    readonly support: Support;
    /** When, in words; empty when always. */
    readonly condition: string;
}

/** Something to mind that no setting settles. The statement is the claim's. */
export interface NoteAnswer {
    /** The id of the claim. */
    readonly claim: string;
    /** What it is about: `base`, a node kind or a feature. */
    readonly by: string;
    /** When, in words; empty when always. */
    readonly condition: string;
}

/** A service that an endpoint can be made for. */
export interface ServiceAnswer {
    /** AWS's own suffix, such as `ecr.api`. */
    readonly id: string;
    /** The types of endpoint, the usual one first. */
    readonly types: readonly EndpointType[];
    /** The pattern of the service name in regions with ordinary names; a plan says the name for its region. */
    readonly serviceName: string;
    /** The names of interface endpoint services that do not follow the pattern, in order of region. */
    readonly otherNames: readonly RegionalName[];
    /** The region of the endpoint service, where there is one for all regions and a source names it. */
    readonly serviceRegion: string | null;
    /** Whether a VPC in another region can reach it across regions. */
    readonly crossRegion: boolean;
    /** The suffix of the endpoint service of its own for FIPS, where one is listed, such as `ec2-fips`. */
    readonly fipsService: string | null;
    /** The TCP port of interface endpoints; gateway endpoints have none. */
    readonly port: number | null;
    /** Whether endpoints take a policy, where a source says so. */
    readonly endpointPolicy: boolean | null;
    /** Whether a list of endpoint services that was read has it. What is not listed is never planned. */
    readonly listed: boolean;
    /** The day on which the service ended. */
    readonly ended: Day | null;
    /** The patterns of the names that private DNS serves, where they are known. */
    readonly privateDnsNames: readonly string[];
}

/** The name of an endpoint service in a region. */
export interface RegionalName {
    /** The region, such as `cn-north-1`. */
    readonly region: string;
    /** The name, such as `cn.com.amazonaws.cn-north-1.ec2`. */
    readonly serviceName: string;
}

/** The registry of add-on images that EKS keeps in a region. */
export interface RegistryAnswer {
    /** The region. */
    readonly region: string;
    /** The account, such as `602401143452`; nothing where no source that was read names it. It is never guessed. */
    readonly account: string | null;
    /** The DNS suffix of the region's partition, such as `amazonaws.com.cn`. */
    readonly dnsSuffix: string;
    /** The host, where the account is known. */
    readonly host: string | null;
    /** How sure it is; nothing where the account is not known. */
    readonly confidence: Confidence | null;
    /** What a reader should mind; empty when there is nothing. */
    readonly note: string;
    /** Where it can be read; empty where the account is not known. */
    readonly cites: readonly Cite[];
}

/** A feature that a wish can name. */
export interface FeatureAnswer {
    /** The id, such as `ebs-csi`. */
    readonly id: string;
    /** The name in words. */
    readonly title: string;
    /** AWS's own names of add-ons that are this feature. */
    readonly addons: readonly string[];
    /** The options, in order of name. */
    readonly options: readonly OptionAnswer[];
}

/** An option of a feature. */
export interface OptionAnswer {
    /** The name, such as `interruptionQueue`. */
    readonly name: string;
    /** `flag`, `text` or `choice`. */
    readonly kind: string;
    /** The words to choose from; empty unless it is a choice. */
    readonly choices: readonly string[];
    /** What it means, and what is taken where it is not stated. */
    readonly doc: string;
}

/** A region. */
export interface RegionAnswer {
    /** The id, such as `ap-northeast-1`. */
    readonly id: string;
    /** AWS's name of it, such as `Asia Pacific (Tokyo)`. */
    readonly title: string;
    /** The partition that it is in, such as `aws-cn`. */
    readonly partition: string;
    /** The DNS suffix of services there, such as `amazonaws.com.cn`. */
    readonly dnsSuffix: string;
    /** The DNS suffix of services with IPv4 and IPv6 there, such as `api.aws`. */
    readonly dualstackDnsSuffix: string;
    /** Whether the list of regions has Amazon EKS there. */
    readonly eks: boolean;
}

/** An endpoint service in a region. Whether the region has it only the region can say. */
export interface EndpointServiceAnswer {
    /** AWS's own suffix, such as `bedrock-runtime`. */
    readonly id: string;
    /** The TCP port that it listens on. */
    readonly port: number;
    /** Its name for each type of endpoint, the usual type first. */
    readonly names: readonly EndpointNameAnswer[];
}

/** The name of an endpoint service. */
export interface EndpointNameAnswer {
    /** The type of endpoint. */
    readonly endpointType: EndpointType;
    /** The name in the region, such as `cn.com.amazonaws.cn-north-1.sqs`. */
    readonly serviceName: string;
}

/** How many pods a node of an instance type takes. */
export interface InstanceTypeAnswer {
    /** The name, such as `m5.large`. */
    readonly id: string;
    /** How many network interfaces the default network card takes. */
    readonly interfaces: number;
    /** How many IPv4 addresses each interface takes, its own included. */
    readonly addresses: number;
    /** How many virtual CPUs it has. */
    readonly vcpus: number;
    /** What runs it. */
    readonly hypervisor: Hypervisor;
    /** How many pods it has addresses for, one address a pod. */
    readonly maximumPods: number;
    /** The same with custom networking, which leaves the first interface to the node. */
    readonly maximumPodsCustomNetworking: number;
    /** The same where the VPC CNI assigns prefixes and not addresses; nothing where that is not known to work. */
    readonly maximumPodsPrefixes: number | null;
    /** How many pods a node with prefixes should have at most, whatever its addresses. */
    readonly recommendedPods: number;
}

/**
 * What runs an instance.
 *
 * - `nitro`: The Nitro hypervisor.
 * - `xen`: Xen.
 * - `bareMetal`: None: the instance is the machine.
 */
export type Hypervisor = 'nitro' | 'xen' | 'bareMetal';

/** What an edition of AWS's page printed, in our own words. */
export interface EditionAnswer {
    /** The day on which it was printed, or the day on which it was read where it has no date. */
    readonly day: Day;
    /** Whether it has no date of its own. */
    readonly undated: boolean;
    /** The day of the newest dated text that an undated edition is later than. */
    readonly after: Day | null;
    /** What it is, in words. */
    readonly title: string;
    /** Where it can be read. */
    readonly cite: Cite;
    /** What a reader of the whole edition should mind; empty when there is nothing. */
    readonly note: string;
    /** What it said, in the order of the page. */
    readonly statements: readonly StatementAnswer[];
}

/** A statement of an edition. */
export interface StatementAnswer {
    /** The id within the edition, such as `endpoint-sts`. */
    readonly id: string;
    /** What kind of statement it is. */
    readonly kind: StatementKind;
    /** What it said, in our own words. */
    readonly says: string;
    /** The condition that it put; empty when it put none. */
    readonly condition: string;
    /** The ids of the claims behind it. */
    readonly claims: readonly string[];
    /**
     * The ids of the claims of other sources that contradict it on the day of the edition; their cites are the
     * claims'.
     */
    readonly contradictedBy: readonly string[];
    /** Whether it was right on the day of the edition. */
    readonly held: boolean;
    /** Whether it was right then and all its claims are still true on the day of the newest row. */
    readonly holds: boolean;
    /** What a reader should mind; empty when there is nothing. */
    readonly note: string;
}

/**
 * What kind of statement it is.
 *
 * - `requirement`: What a private cluster must have.
 * - `consideration`: What works, what does not, and what to mind.
 * - `procedure`: A step of the copying of images.
 * - `endpoint`: A row of the list of endpoints.
 */
export type StatementKind = 'requirement' | 'consideration' | 'procedure' | 'endpoint';

/** What changed between two days. The answer of the operation `diff`. */
export declare class DiffAnswer {
    private constructor();
    /** The earlier day. */
    readonly earlier: Day;
    /** The later day. */
    readonly later: Day;
    /**
     * The claims that are true on the later day and were not on the earlier one, in order of id. An undated one may
     * have been true before; no source that was read said so.
     */
    readonly becameTrue: readonly ClaimAnswer[];
    /** The claims that were true on the earlier day and are not on the later one, in order of id. */
    readonly ended: readonly EndedClaim[];
    /** The claims that came and went in between, in order of id. */
    readonly cameAndWent: readonly EndedClaim[];
    /**
     * The day of the newest edition of AWS's page on the earlier day; nothing where none had been read of that
     * time.
     */
    readonly earlierEdition: Day | null;
    /** The day of the newest edition on the later day. */
    readonly laterEdition: Day | null;
    /**
     * What the later edition says otherwise than the earlier one, in the order of the earlier page; then what it
     * added. A statement that stayed word for word and stayed right is not listed.
     */
    readonly statements: readonly StatementChange[];
    /** The same as plain text. */
    readonly text: string;
    /** The text. */
    toString(): string;
}

/** A claim that is no longer true. */
export interface EndedClaim {
    /** The claim. */
    readonly claim: ClaimAnswer;
    /**
     * The ids of the claims that took its place: those that began since and say something of the same kind about
     * the same thing.
     */
    readonly replacedBy: readonly string[];
}

/** What became of a statement of AWS's page. */
export interface StatementChange {
    /** The id of the statement, the same in both editions. */
    readonly id: string;
    /** What became of it. */
    readonly change: Change;
    /** Whether what it says is right on the later day. A page can drop what stays true and keep what has ended. */
    readonly holdsLater: boolean;
    /** Why, in words. */
    readonly because: string;
    /** The statement as the earlier edition had it. */
    readonly earlier: StatementAnswer | null;
    /** The statement as the later edition has it. */
    readonly later: StatementAnswer | null;
}

/**
 * What became of a statement between two editions.
 *
 * - `added`: Only the later edition has it.
 * - `dropped`: Only the earlier edition has it.
 * - `changed`: Both have it, and it rests on other claims now.
 * - `reworded`: Both have it on the same claims, in other words or under another condition.
 * - `kept`: Both have it word for word, and it is no longer right.
 */
export type Change = 'added' | 'dropped' | 'changed' | 'reworded' | 'kept';

/**
 * The operating system of a node, as far as its user data goes.
 *
 * - `al2`: Amazon Linux 2: a shell script that calls `bootstrap.sh`.
 * - `al2023`: Amazon Linux 2023: a `NodeConfig`.
 * - `bottlerocket`: Bottlerocket: settings in TOML.
 * - `windows`: Windows Server: PowerShell.
 * - `ubuntu`: Ubuntu: a shell script that calls a `bootstrap.sh` with fewer flags. Nothing in the script tells it
 *   from that of Amazon Linux 2, so it has to be stated.
 * - `hybrid`: Hybrid nodes: a `NodeConfig` with `spec.hybrid`, as a file.
 */
export type NodeFamily = 'al2' | 'al2023' | 'bottlerocket' | 'windows' | 'ubuntu' | 'hybrid';

/** What user data would do. The answer of the operation `inspect`. */
export declare class Inspection {
    private constructor();
    /** The operating system that it is for; `null` when nothing in it says. */
    readonly family: NodeFamily | null;
    /** What it is wrapped in, from outside: `base64`, `gzip`, `mime`. */
    readonly layers: readonly string[];
    /** Its size in bytes, as EC2 counts them: 16,384 is the most. */
    readonly bytes: number;
    /** The parts, in the order in which they run. */
    readonly parts: readonly UserDataPart[];
    /** The name of the cluster; `null` when it is not given, or not known. */
    readonly clusterName: string | null;
    /** The endpoint of the Kubernetes API. */
    readonly endpoint: string | null;
    /** The certificates that the node trusts. */
    readonly certificates: CertificateBundle | null;
    /** The CIDR block of services. */
    readonly serviceCidr: string | null;
    /** The addresses of the cluster's DNS that are given; empty when the node works them out, or asks. */
    readonly dnsAddresses: readonly string[];
    /** The labels that the node gives itself. */
    readonly labels: readonly NamedValue[];
    /** The taints that it gives itself, as kubelet writes them: `key=value:effect`. */
    readonly taints: readonly string[];
    /** The most pods that it takes; `null` when that follows from its type, or is not known. */
    readonly maxPods: number | null;
    /** The flags of kubelet. */
    readonly kubeletFlags: readonly string[];
    /** The variables of a proxy. */
    readonly proxy: readonly NamedValue[];
    /** The fields of this answer that depend on a variable or a command, so that nothing can be said of them. */
    readonly undecided: readonly string[];
    /** What the node would still call while it boots. */
    readonly calls: readonly NodeCall[];
    /** What is wrong with it by itself. */
    readonly findings: readonly UserDataFinding[];
    /** The same as plain text. */
    readonly text: string;
    /** The text. */
    toString(): string;
}

/** A part of user data. */
export interface UserDataPart {
    /** Its place in the text, from 1 on. */
    readonly number: number;
    /** What it is. */
    readonly kind: UserDataPartKind;
    /** When it runs, in words. */
    readonly runs: string;
    /** Its size in bytes. */
    readonly bytes: number;
}

/**
 * What a part of user data is.
 *
 * - `bootHook`: A boot hook of cloud-init.
 * - `cloudConfig`: Settings of cloud-init.
 * - `nodeConfig`: A `NodeConfig`.
 * - `shell`: A script with `#!`.
 * - `powerShell`: `PowerShell`.
 * - `settings`: Settings of Bottlerocket.
 * - `other`: Something that nothing here reads.
 */
export type UserDataPartKind =
    | 'bootHook'
    | 'cloudConfig'
    | 'nodeConfig'
    | 'shell'
    | 'powerShell'
    | 'settings'
    | 'other';

/** A name with its value. */
export interface NamedValue {
    /** The name. */
    readonly name: string;
    /** The value. */
    readonly value: string;
}

/** Something that is wrong with user data by itself. */
export interface UserDataFinding {
    /** A stable code, such as `flag-swallowed`. */
    readonly code: string;
    /** How bad it is. */
    readonly effect: UserDataEffect;
    /** Where, such as `part 2, line 4`; empty for the whole. */
    readonly place: string;
    /** What is wrong, and what would be right. */
    readonly says: string;
}

/**
 * How bad a finding is.
 *
 * - `fails`: The node does not join, or its input is not taken.
 * - `misleads`: The node joins and something is not as it is written.
 * - `unknown`: What it does cannot be told from what stands there.
 * - `fragile`: It works; on some images or after a change it would not.
 */
export type UserDataEffect = 'fails' | 'misleads' | 'unknown' | 'fragile';

/** Nodes of one kind, and the role that they have. */
export interface AccessNode {
    /** What the nodes are. */
    readonly kind: AccessNodeKind;
    /** The ARN of their role, with its path; of a Fargate profile the pod execution role. */
    readonly role: string;
    /** Whether EKS runs them as a managed node group, or as a Fargate profile: then it lets them in by itself. */
    readonly managed?: boolean | undefined;
    /**
     * Whether nodes are named for their instance, with the feature gate `InstanceIdNodeName` of nodeadm or
     * `hostname-override-source = "instance-id"` of Bottlerocket.
     */
    readonly instanceIdName?: boolean | undefined;
}

/**
 * What nodes are, as far as access goes.
 *
 * - `al2`: Amazon Linux 2.
 * - `al2023`: Amazon Linux 2023.
 * - `bottlerocket`: Bottlerocket.
 * - `ubuntu`: Ubuntu.
 * - `windows`: Windows Server.
 * - `hybrid`: Hybrid nodes, outside of AWS.
 * - `karpenter`: Nodes that Karpenter makes, of Linux.
 * - `auto-mode`: Nodes of EKS Auto Mode with a node class and a role of your own.
 * - `fargate`: AWS Fargate.
 */
export type AccessNodeKind =
    | 'al2'
    | 'al2023'
    | 'bottlerocket'
    | 'ubuntu'
    | 'windows'
    | 'hybrid'
    | 'karpenter'
    | 'auto-mode'
    | 'fargate';

/** Somebody who is let in and is no node. */
export interface AccessPrincipal {
    /** The ARN of the role or user. */
    readonly arn: string;
    /** What EKS allows them, by the name of an access policy such as `AmazonEKSViewPolicy`. */
    readonly policies?: readonly AccessPolicy[] | undefined;
    /** The groups of Kubernetes that they are in. What these may do is said by role bindings of yours. */
    readonly groups?: readonly string[] | undefined;
    /** The user name in Kubernetes. Not stated: AWS's own for access entries; the ConfigMap needs one. */
    readonly username?: string | undefined;
}

/** An access policy, and where it holds. */
export interface AccessPolicy {
    /** The name, such as `AmazonEKSClusterAdminPolicy`. */
    readonly name: string;
    /** The namespaces that it holds in. Not stated: the whole cluster. */
    readonly namespaces?: readonly string[] | undefined;
}

/** What lets nodes and people in. The answer of the operation `access`. */
export declare class Access {
    private constructor();
    /** The mode for which this is right. */
    readonly authenticationMode: AuthenticationMode;
    /** The access entries, in the order in which they were asked. */
    readonly entries: readonly PlannedEntry[];
    /** The aws-auth ConfigMap; `null` when the mode or the wish has no use for one. */
    readonly awsAuth: AwsAuth | null;
    /** What EKS lets in by itself, and nobody should take out. */
    readonly madeByEks: readonly string[];
    /** What is to be done, in an order in which it can be done. */
    readonly steps: readonly AccessStep[];
    /** What to know, each with its source. */
    readonly notes: readonly AccessNote[];
    /** The same as plain text. */
    readonly text: string;
    /** The text. */
    toString(): string;
}

/** An access entry. */
export interface PlannedEntry {
    /** The ARN of the role or user, with its path. */
    readonly principalArn: string;
    /** The type, such as `EC2_LINUX`. */
    readonly type: string;
    /** The groups of Kubernetes; of nodes EKS puts them in by itself. */
    readonly kubernetesGroups: readonly string[];
    /** The user name; `null` where EKS makes it. */
    readonly username: string | null;
    /** The policies, and where they hold. */
    readonly policies: readonly PlannedAccessPolicy[];
}

/** An access policy of an entry. */
export interface PlannedAccessPolicy {
    /** The ARN of the policy. */
    readonly policyArn: string;
    /** The namespaces that it holds in; empty for the whole cluster. */
    readonly namespaces: readonly string[];
}

/** The aws-auth ConfigMap. */
export declare class AwsAuth {
    private constructor();
    /** The whole text, as a file for kubectl. */
    readonly text: string;
    /** Whether it differs from the one that was given. */
    readonly changed: boolean;
    /** The ARNs that were not in it. */
    readonly added: readonly string[];
    /** The ARNs whose mapping lacked groups. */
    readonly extended: readonly string[];
    /** How many mappings it had; all of them are still there. */
    readonly kept: number;
    /** What was found in the one that was given. */
    readonly notes: readonly string[];
    /** The text. */
    toString(): string;
}

/** Something to do. */
export interface AccessStep {
    /** What it does, in a sentence. */
    readonly description: string;
    /** From where it can be done. */
    readonly from: AccessFrom;
    /** The call, when it is one of AWS; `null` when it is one of Kubernetes. */
    readonly call: AccessCall | null;
    /** The command, quoted for a POSIX shell. */
    readonly command: string;
}

/**
 * From where something can be done.
 *
 * - `eksApi`: From wherever the EKS API is reached: any network with internet access, or an interface endpoint for
 *   `eks`. Nobody must stand in the VPC.
 * - `insideVpc`: From where the private endpoint of the cluster is reached: the VPC, or a network that is connected
 *   to it.
 */
export type AccessFrom = 'eksApi' | 'insideVpc';

/** A call of AWS as data. */
export interface AccessCall {
    /** The AWS service as botocore names it, `eks`. */
    readonly service: string;
    /** The operation as AWS names it, such as `CreateAccessEntry`. */
    readonly operation: string;
    /** The parameters, shaped as AWS takes them. */
    readonly parameters: AwsDocument;
}

/** Something to know. */
export interface AccessNote {
    /** What is so, in a sentence. */
    readonly says: string;
    /** How sure that is. */
    readonly confidence: Confidence;
    /** Where it can be read. */
    readonly cites: readonly Cite[];
}

/** The cluster for which images are judged, and what it reaches. It is taken to have no way to the internet. */
export interface ImageCluster {
    /** The region that it is in, such as `ap-northeast-1`. */
    readonly region: string;
    /** The account that it is in, twelve digits. Not stated: images in Amazon ECR may be of any account. */
    readonly account?: string | undefined;
    /**
     * The services of its region that have an endpoint in its VPC, such as `ecr.api`, `ecr.dkr` and `s3`. Not
     * stated: unknown; an empty list: none.
     */
    readonly endpoints?: readonly string[] | undefined;
    /** The rules of its pull-through cache, as `DescribePullThroughCacheRules` prints them. Not stated: unknown. */
    readonly pullThroughCacheRules?: readonly PullThroughCacheRule[] | undefined;
    /**
     * The hosts of registries that its nodes reach in the VPC or through it, each with its port where it has one.
     * Not stated: unknown; an empty list: none.
     */
    readonly registriesInVpc?: readonly string[] | undefined;
}

/** A rule of the pull-through cache of Amazon ECR. */
export interface PullThroughCacheRule {
    /** What the names of the cached repositories begin with, such as `quay`; `ROOT` for nothing. */
    readonly ecrRepositoryPrefix: string;
    /** The registry that it caches, such as `quay.io` or `registry-1.docker.io`. */
    readonly upstreamRegistryUrl: string;
    /** What the names there begin with; not stated or `ROOT` for nothing. */
    readonly upstreamRepositoryPrefix?: string | undefined;
}

/** Where the images lie and whether the cluster gets there. The answer of the operation `classify`. */
export declare class Classification {
    private constructor();
    /** Whether the way to all of them is open. */
    readonly verdict: Verdict;
    /** Each image, in the order in which it was asked. */
    readonly images: readonly ClassifiedImage[];
    /** The same as plain text. */
    readonly text: string;
    /** The text. */
    toString(): string;
}

/** An image, where it lies, and whether a node gets there. */
export interface ClassifiedImage {
    /** The reference as it was given. */
    readonly written: string;
    /** What a runtime pulls for it; `null` where the text is no reference. */
    readonly canonical: string | null;
    /** Where it lies. */
    readonly class: ImageClass;
    /**
     * Whether nodes get to the registry, by what was stated. That the image is there, and that the role of the
     * nodes may read it, is not looked at.
     */
    readonly verdict: Verdict;
    /** Why, in a sentence. */
    readonly reason: string;
    /** What would make it reachable, or settle whether it is; empty where nothing is missing. */
    readonly needs: readonly string[];
    /** The services whose endpoint is missing on the way. */
    readonly missingEndpoints: readonly string[];
    /** The reference to use instead, once the image lies there; `null` where none follows from what was stated. */
    readonly instead: string | null;
    /** The byte at which the text is no reference; `null` where it is one. */
    readonly faultAt: number | null;
    /** What to mind about the reference itself. */
    readonly lints: readonly ReferenceLint[];
    /** Where the reason can be read. */
    readonly cites: readonly Cite[];
}

/**
 * Where an image lies, as a cluster sees it.
 *
 * - `own-ecr`: Amazon ECR, in the account and the region of the cluster.
 * - `eks-ecr`: The registry of add-on images that EKS keeps in the region.
 * - `other-region-ecr`: Amazon ECR in another region.
 * - `other-account-ecr`: Amazon ECR in the region, in another account.
 * - `ecr-public`: Amazon ECR Public.
 * - `pull-through`: Amazon ECR of the cluster, filled from another registry by a rule of the pull-through cache.
 * - `in-vpc`: A registry that the caller says is reached in the VPC.
 * - `on-node`: The node itself.
 * - `internet`: A registry on the internet.
 * - `templated`: A template that was not rendered, or a value that is known only at deployment.
 * - `invalid`: The text is no image reference.
 * - `unknown`: What was stated does not say.
 */
export type ImageClass =
    | 'own-ecr'
    | 'eks-ecr'
    | 'other-region-ecr'
    | 'other-account-ecr'
    | 'ecr-public'
    | 'pull-through'
    | 'in-vpc'
    | 'on-node'
    | 'internet'
    | 'templated'
    | 'invalid'
    | 'unknown';

/** Something to mind about a reference, and what to write instead where that is known. */
export interface ReferenceLint {
    /** What it is. */
    readonly code: ReferenceLintCode;
    /** The same in a sentence. */
    readonly says: string;
    /** The reference to write instead; `null` where only its owner knows one. */
    readonly instead: string | null;
}

/**
 * What there is to mind about a reference.
 *
 * - `implicit-registry`: No registry is written; runtimes take Docker Hub.
 * - `implicit-tag`: Neither tag nor digest is written; runtimes take `latest`.
 * - `latest`: The tag `latest` is written.
 * - `moving-tag`: The tag is a word that is moved from release to release, such as `stable`.
 * - `tag-without-digest`: A tag without a digest: who owns the repository can move it.
 * - `digest-without-tag`: A digest without a tag: nothing says which release it is, and a copy needs a tag.
 * - `retired-host`: The repository has moved, and nothing new comes to the old place.
 * - `unqualified-host`: The registry is a word without a dot, which resolves only where a search domain completes
 *   it.
 * - `rate-limit`: Docker Hub limits how often an address pulls without logging in.
 */
export type ReferenceLintCode =
    | 'implicit-registry'
    | 'implicit-tag'
    | 'latest'
    | 'moving-tag'
    | 'tag-without-digest'
    | 'digest-without-tag'
    | 'retired-host'
    | 'unqualified-host'
    | 'rate-limit';

/**
 * How a copy is named after its source.
 *
 * - `host-in-path`: The host of the source, then its whole path: `quay.io/a/b`, `docker.io/library/nginx`. The `:`
 *   of a port becomes `-`, and capital letters small ones.
 * - `familiar`: The shortest form, as the guide of AWS copies images: `nginx` of Docker Hub, `quay.io/a/b` of
 *   another host.
 * - `path-only`: The path alone: `a/b`. Images of two hosts may claim one name, which is an error.
 */
export type MirrorNaming = 'host-in-path' | 'familiar' | 'path-only';

/**
 * How repositories of Amazon ECR come to be.
 *
 * - `create-each`: Each is made by a call.
 * - `template`: A repository creation template makes them when something is pushed.
 * - `assume`: They are there.
 */
export type MirrorRepositories = 'create-each' | 'template' | 'assume';

/**
 * A tool that copies images.
 *
 * - `docker`: Docker: pull, tag, push. It copies one platform, and the digest changes.
 * - `skopeo`: Skopeo.
 * - `crane`: Crane of go-containerregistry.
 * - `regctl`: Regctl of regclient.
 */
export type MirrorTool = 'docker' | 'skopeo' | 'crane' | 'regctl';

/** An image that is to be copied. */
export interface MirrorImage {
    /** The reference, as it stands in `image:`. */
    readonly reference: string;
    /**
     * The digest of what the tag names today, index or manifest, where it was asked. A copy by digest is what was
     * meant, whoever moves the tag.
     */
    readonly digest?: string | undefined;
}

/** An image that the registry holds. */
export interface PresentImage {
    /** The repository, without the host. */
    readonly repository: string;
    /** The tag. */
    readonly tag: string;
    /** The digest of index or manifest. */
    readonly digest: string;
}

/** What is to be done so that images lie where the cluster reaches them. The answer of the operation `mirror`. */
export declare class MirrorPlan {
    private constructor();
    /** The copies, in order of their destination. What `image:` should say is `use`. */
    readonly items: readonly MirrorItem[];
    /** The repositories that copies lie in, in order. */
    readonly repositories: readonly string[];
    /** What is to be done, in an order in which it can be done. */
    readonly steps: readonly MirrorStep[];
    /** What to know before it is done. */
    readonly notes: readonly MirrorNote[];
    /** The same as plain text: a script for a POSIX shell, with the notes as comments. */
    readonly text: string;
    /** The text. */
    toString(): string;
}

/** A copy of an image. */
export interface MirrorItem {
    /** The references that this copy is for, as they were given. The way back from a copy to its source. */
    readonly written: readonly string[];
    /** What is read: by digest where one is known, else by tag. */
    readonly source: string;
    /** Where it goes, with a tag. */
    readonly destination: string;
    /** The repository there, without the host. */
    readonly repository: string;
    /** The tag there. */
    readonly tag: string;
    /** The digest that the copy must have; `null` where none is known. */
    readonly digest: string | null;
    /** What `image:` should say: with the digest where it is known and the tool keeps it. */
    readonly use: string;
    /** Whether there is anything to do. */
    readonly state: MirrorState;
}

/**
 * Whether a copy is to be made.
 *
 * - `copy`: It is to be made.
 * - `same`: The registry holds it, by the digest.
 * - `differs`: The registry holds another digest under the tag; what is immutable refuses the copy.
 * - `there`: The reference names the registry already.
 */
export type MirrorState = 'copy' | 'same' | 'differs' | 'there';

/** Something to do. */
export interface MirrorStep {
    /** What kind of step it is. */
    readonly phase: MirrorPhase;
    /** What it does, and how to read what comes of it. */
    readonly description: string;
    /** The commands, each as its words; of several, each reads what the one before it prints. No word is a secret. */
    readonly commands: readonly (readonly string[])[];
    /** The same for a POSIX shell. */
    readonly command: string;
    /** Whether it may fail and all is well: a repository that is there, an attachment that is not. */
    readonly mayFail: boolean;
}

/**
 * The kinds of steps, in their order.
 *
 * - `repositories`: Repositories are made.
 * - `login`: Tools log in.
 * - `copy`: Images are copied.
 * - `attachments`: Signatures and what else hangs on an image is copied.
 * - `verify`: The copies are held against their sources.
 */
export type MirrorPhase = 'repositories' | 'login' | 'copy' | 'attachments' | 'verify';

/** Something to know. */
export interface MirrorNote {
    /** The stable name of it, such as `single-platform`. */
    readonly code: string;
    /** What is so. */
    readonly says: string;
}

/** A text with the name by which answers speak of it. */
export interface ManifestFile {
    /** The name, such as the path of the file. `kustomization.yaml` is known by it where its kind is not written. */
    readonly name: string;
    /** The text. */
    readonly text: string;
}

/** A field of a custom resource that names an image. */
export interface ImageField {
    /** The kind of the resource. */
    readonly kind: string;
    /** The way to the field, such as `spec.workers[].runtime`. */
    readonly path: string;
}

/** The images that texts name. The answer of the operation `find`. */
export declare class FoundImages {
    private constructor();
    /** Each image, in the order of the texts. */
    readonly images: readonly FoundImage[];
    /** What kept a text from being read, or would keep it from being changed. */
    readonly problems: readonly FileProblem[];
    /** The same as plain text. */
    readonly text: string;
    /** The text. */
    toString(): string;
}

/** An image that a text names, and where. */
export interface FoundImage {
    /** The name of the text. */
    readonly file: string;
    /** The document in the text, from 0 on. */
    readonly document: number;
    /** The kind of the object; `null` where the document is none, such as values of Helm. */
    readonly kind: string | null;
    /** The name of the object. */
    readonly name: string | null;
    /** Its namespace, where one is written. */
    readonly namespace: string | null;
    /** The way to it in the object, such as `spec.containers[0].image`; a document within a text follows a ` > `. */
    readonly path: string;
    /** The line, from 1 on. */
    readonly line: number;
    /** The byte at which it begins. */
    readonly start: number;
    /** The byte behind it. */
    readonly end: number;
    /** The reference as it is written; where it is written in parts, the reference that they make. */
    readonly written: string;
    /** What a runtime pulls for it; `null` where the text is a template or no reference. */
    readonly canonical: string | null;
    /** How sure it is that this is an image. */
    readonly confidence: FindConfidence;
    /** Whether it is a template that was not rendered, or stands in one. */
    readonly templated: boolean;
    /** Whether `rewrite` can change it in its place. */
    readonly editable: boolean;
    /** The scalars that it is written in, or the pieces of them. */
    readonly parts: readonly ImagePart[];
    /** What to mind; `null` for nothing. */
    readonly note: string | null;
}

/**
 * How sure it is that something is an image, the surest first.
 *
 * - `certain`: The schema of the kind says so.
 * - `structural`: It is the image of something that is built as a container, or every line of the text is a
 *   reference.
 * - `key-rule`: The name of the field says so, and the value is a reference.
 * - `argument`: A flag or a variable of a container whose value is a reference.
 * - `text`: A text that holds a document or a reference of its own.
 */
export type FindConfidence = 'certain' | 'structural' | 'key-rule' | 'argument' | 'text';

/** A piece of the text that gives an image, or a part of it. */
export interface ImagePart {
    /** What it gives. */
    readonly role: ImageRole;
    /** The byte at which it begins. */
    readonly start: number;
    /** The byte behind it. */
    readonly end: number;
}

/**
 * What a piece of a text gives of an image.
 *
 * - `reference`: The whole reference.
 * - `registry`: The host of the registry.
 * - `repository`: The name without tag and digest: with its registry where no other part gives it.
 * - `tag`: The tag.
 * - `digest`: The digest with its algorithm.
 * - `sha`: The hex digits of a SHA-256 digest alone.
 * - `matched`: The name that an entry of a kustomization looks for, where it gives no other. It is not changed.
 */
export type ImageRole = 'reference' | 'registry' | 'repository' | 'tag' | 'digest' | 'sha' | 'matched';

/** What is wrong with a text as a place of images. */
export interface FileProblem {
    /** The name of the text. */
    readonly file: string;
    /** The line, from 1 on. */
    readonly line: number;
    /** What it is. */
    readonly code: FileProblemCode;
    /** The same as a sentence. */
    readonly says: string;
    /** What to do. */
    readonly remedy: string;
}

/**
 * What is wrong with a text as a place of images.
 *
 * - `templated`: It is a template that was not rendered.
 * - `tab`: A tab where YAML takes spaces only.
 * - `not-yaml`: The text is no YAML and no JSON.
 * - `duplicate-key`: One key stands twice in a mapping.
 * - `alias`: An alias asks for more than is read, or for what it stands in.
 * - `not-editable`: An image stands where it cannot be changed in its place.
 * - `changed`: The changed text would not say the same in all other places.
 */
export type FileProblemCode = 'templated' | 'tab' | 'not-yaml' | 'duplicate-key' | 'alias' | 'not-editable' | 'changed';

/** The texts as they are now. The answer of the operation `rewrite`. */
export declare class Rewritten {
    private constructor();
    /**
     * Met when every image that was found is one that was wanted; broken when a text could not be changed; unknown
     * when images are left of which nothing was said, or templates.
     */
    readonly verdict: Verdict;
    /** Each text, in the order in which it was given. */
    readonly files: readonly RewrittenFile[];
    /** What kept texts from being changed. */
    readonly problems: readonly FileProblem[];
    /** The same as plain text. */
    readonly text: string;
    /** The text. */
    toString(): string;
}

/** A text after the change. */
export declare class RewrittenFile {
    private constructor();
    /** Its name. */
    readonly name: string;
    /** The text: with all edits, or, where one of them cannot be made, as it was given. */
    readonly text: string;
    /** Whether it could not be changed. */
    readonly refused: boolean;
    /** What was changed, in the order of the text; empty where it was refused. */
    readonly edits: readonly ImageEdit[];
    /** The images that stay as they are, because nothing was said of them or because they are templates. */
    readonly left: readonly LeftImage[];
    /** The text. */
    toString(): string;
}

/** An image that was changed in its place. */
export interface ImageEdit {
    /** The way to it, as `find` gives it. */
    readonly path: string;
    /** The line, from 1 on. */
    readonly line: number;
    /** The reference before. */
    readonly before: string;
    /** The reference after. */
    readonly after: string;
    /** The pieces of the text before, and what stands there now. */
    readonly pieces: readonly EditedPiece[];
}

/** A piece of a text, and what stands there now. */
export declare class EditedPiece {
    private constructor();
    /** The byte at which it began in the text before. */
    readonly start: number;
    /** The byte behind it in the text before. */
    readonly end: number;
    /** What stands there now. */
    readonly text: string;
    /** The text. */
    toString(): string;
}

/** An image that stays as it is. */
export interface LeftImage {
    /** The way to it, as `find` gives it. */
    readonly path: string;
    /** The line, from 1 on. */
    readonly line: number;
    /** The reference as it is written. */
    readonly written: string;
    /** Why it stays. */
    readonly reason: string;
}

/** How to collect what an audit reads. The answer of the operation `collection`. */
export interface CollectionAnswer {
    /** The calls. One that is made for the answers of another comes after it. */
    readonly calls: readonly CollectionCall[];
    /** Where the id of the cluster's VPC is found, which stands for `{vpc}` in other calls. */
    readonly vpc: CallSource;
    /** The least IAM policy that the calls need, as JSON. */
    readonly policy: string;
    /** A POSIX shell script that makes the calls with the AWS CLI and nothing else. */
    readonly script: string;
}

/**
 * One call, with the values of the request filled in. `{vpc}`, `{1}` and `{2}` remain: the cluster's VPC, and the
 * values of the row that the call is made for.
 */
export interface CollectionCall {
    /** A name of its own, such as `describe-route-tables`. */
    readonly id: string;
    /** The key of the part that the answer belongs to, such as `RouteTables`; `null` when only other calls read it. */
    readonly part: string | null;
    /** The AWS service as botocore names it, such as `ec2`. */
    readonly service: string;
    /** The operation as AWS names it, such as `DescribeRouteTables`. */
    readonly operation: string;
    /** The operation as a method of boto3's client, such as `describe_route_tables`. */
    readonly method: string;
    /** The words of the same call for the AWS CLI, without the region. */
    readonly command: readonly string[];
    /** The parameters, shaped as AWS takes them. */
    readonly parameters: AwsDocument;
    /** The names of the parameters that older clients do not know and that may then be left out. */
    readonly newer: readonly string[];
    /**
     * The key of the answer that holds what is wanted, such as `RouteTables`; empty when it is the answer as a
     * whole.
     */
    readonly result: string;
    /** What becomes of the answer. */
    readonly keep: Keep;
    /** How the answer comes in pages; `null` when it is never more than one. */
    readonly pages: Pages | null;
    /** The key of an answer that says, when true, that there is more than was given; empty when there is none. */
    readonly truncated: string;
    /** What the call is made for, once for each row; `null` when it is made once. */
    readonly each: CallSource | null;
    /** The IAM permission that the call needs; empty when it needs none. */
    readonly permission: string;
}

/**
 * What becomes of an answer.
 *
 * - `list`: The result is a list, and its items belong to the part. An item that is a name gives way to the
 *   described object.
 * - `object`: The result is one object, an item of the part.
 * - `answer`: The answer as a whole is an item of the part.
 * - `single`: The result is the part.
 * - `keyed`: The answer does not name its owner: it belongs to the part under the key `{1}`.
 * - `nothing`: Other calls or the collector read it; no part has it.
 */
export type Keep = 'list' | 'object' | 'answer' | 'single' | 'keyed' | 'nothing';

/** How an answer comes in pages. */
export interface Pages {
    /**
     * The parameter that asks for the next page; empty when there are several, and only a client library's
     * paginator knows them.
     */
    readonly inputToken: string;
    /** The key of the answer that holds its value. */
    readonly outputToken: string;
}

/** A value, or rows of values, in the answer of another call. */
export interface CallSource {
    /** The id of the other call. */
    readonly call: string;
    /**
     * A `JMESPath` expression over its answer, all pages together. For `each` it gives a list of rows, each a list
     * of texts.
     */
    readonly query: string;
}

/** A document and the name under which a fault in it is reported, such as its file name. */
export interface NamedDocument {
    /** The name. */
    readonly name: string;
    /** The text: one JSON object. */
    readonly text: string;
}
