//! Which kinds have their pods where, and which custom resources name images in fields that are not called so. Tables and
//! their lookup; nothing here reads a text.

/// The kinds of Kubernetes 1.37 with pods, and the way to the specification of their pods.
const PODS: &[(&str, &[&str])] = &[
    ("Pod", &["spec"]),
    ("PodTemplate", &["template", "spec"]),
    ("ReplicationController", &["spec", "template", "spec"]),
    ("ReplicaSet", &["spec", "template", "spec"]),
    ("Deployment", &["spec", "template", "spec"]),
    ("StatefulSet", &["spec", "template", "spec"]),
    ("DaemonSet", &["spec", "template", "spec"]),
    ("Job", &["spec", "template", "spec"]),
    ("CronJob", &["spec", "jobTemplate", "spec", "template", "spec"]),
];

/// The groups of the kinds that Kubernetes itself serves. In theirs no key means an image but those of pods.
const BUILT_IN: &[&str] = &[
    "",
    "admissionregistration.k8s.io",
    "apiextensions.k8s.io",
    "apiregistration.k8s.io",
    "apps",
    "authentication.k8s.io",
    "authorization.k8s.io",
    "autoscaling",
    "batch",
    "certificates.k8s.io",
    "coordination.k8s.io",
    "discovery.k8s.io",
    "events.k8s.io",
    "extensions",
    "flowcontrol.apiserver.k8s.io",
    "networking.k8s.io",
    "node.k8s.io",
    "policy",
    "rbac.authorization.k8s.io",
    "resource.k8s.io",
    "scheduling.k8s.io",
    "storage.k8s.io",
    "storagemigration.k8s.io",
];

/// Fields of custom resources that name images: group, kind, the way. They come from reports of images that tools missed,
/// and were not held against the schemas of each: a way that is not there finds nothing.
const FIELDS: &[(&str, &str, &str)] = &[
    ("monitoring.coreos.com", "Prometheus", "spec.image"),
    ("monitoring.coreos.com", "PrometheusAgent", "spec.image"),
    ("monitoring.coreos.com", "Alertmanager", "spec.image"),
    ("monitoring.coreos.com", "ThanosRuler", "spec.image"),
    ("argoproj.io", "Workflow", "spec.templates[].container.image"),
    ("argoproj.io", "Workflow", "spec.templates[].script.image"),
    ("argoproj.io", "WorkflowTemplate", "spec.templates[].container.image"),
    ("argoproj.io", "WorkflowTemplate", "spec.templates[].script.image"),
    ("argoproj.io", "ClusterWorkflowTemplate", "spec.templates[].container.image"),
    ("argoproj.io", "ClusterWorkflowTemplate", "spec.templates[].script.image"),
    ("argoproj.io", "CronWorkflow", "spec.workflowSpec.templates[].container.image"),
    ("argoproj.io", "CronWorkflow", "spec.workflowSpec.templates[].script.image"),
    ("actions.summerwind.dev", "RunnerDeployment", "spec.template.spec.image"),
    ("tekton.dev", "Task", "spec.steps[].image"),
    ("tekton.dev", "Task", "spec.sidecars[].image"),
    ("tekton.dev", "TaskRun", "spec.taskSpec.steps[].image"),
    ("tekton.dev", "Pipeline", "spec.tasks[].taskSpec.steps[].image"),
    ("content.hauler.cattle.io", "Images", "spec.images[].name"),
    ("imgpkg.carvel.dev", "ImagesLock", "images[].image"),
];

/// The way from an object to the specification of its pods, where the schema says it.
pub(super) fn pods(group: &str, kind: &str) -> Option<&'static [&'static str]> {
    let row = PODS.iter().find(|(known, _)| *known == kind)?;
    matches!(group, "" | "apps" | "batch" | "extensions").then_some(row.1)
}

/// Whether Kubernetes itself serves a group.
pub(super) fn is_built_in(group: &str) -> bool {
    BUILT_IN.contains(&group)
}

/// The fields of a custom resource that name images.
pub(super) fn fields<'k>(group: &'k str, kind: &'k str) -> impl Iterator<Item = &'static str> + 'k {
    FIELDS.iter().filter(move |(of, known, _)| *of == group && *known == kind).map(|(_, _, path)| *path)
}

/// The group of an `apiVersion`.
pub(super) fn group(api_version: &str) -> &str {
    api_version.split_once('/').map_or("", |(group, _)| group)
}
