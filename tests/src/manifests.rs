//! Manifests as clusters have them, made from a seed: workloads in every quoting, custom resources, ConfigMaps with
//! documents in them, comments, and much that names no image. Whoever asks gives each image its name, so the same text with
//! other images is made without changing a text.

use std::fmt::Write;

/// Makes a stream of so many documents. `name` is asked once for each image, in the order of the text, with a name that
/// the seed gives.
pub fn manifests(seed: u64, documents: usize, name: &mut dyn FnMut(&str) -> String) -> String {
    let mut maker = Maker { state: seed ^ 0x9e37_79b9_7f4a_7c15, text: String::new(), name };
    for document in 0..documents {
        maker.text.push_str("---\n");
        match maker.next(12) {
            0..4 => maker.deployment(document),
            4 => maker.cron_job(document),
            5 => maker.config_map(document),
            6 => maker.custom(document),
            7 => maker.json(document),
            8 => maker.role(document),
            9 => maker.schema(document),
            _ => maker.service(document),
        }
    }
    maker.text
}

struct Maker<'m> {
    state: u64,
    text: String,
    name: &'m mut dyn FnMut(&str) -> String,
}

impl Maker<'_> {
    /// A number below another (xorshift64*).
    fn next(&mut self, below: u64) -> u64 {
        self.state ^= self.state >> 12;
        self.state ^= self.state << 25;
        self.state ^= self.state >> 27;
        (self.state.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 33) % below
    }

    fn image(&mut self) -> String {
        let hosts = ["", "docker.io/", "quay.io/", "registry.k8s.io/", "public.ecr.aws/", "registry.example:5000/"];
        let hosts_at = usize::try_from(self.next(hosts.len() as u64)).unwrap_or_default();
        let (team, app) = (self.next(9), self.next(40));
        let mut image = format!("{}team{team}/app{app}", hosts[hosts_at]);
        let _ = write!(image, ":{}.{}.{}", self.next(9), self.next(20), self.next(20));
        if self.next(5) == 0 {
            let _ = write!(image, "@sha256:{:064x}", self.next(u64::MAX));
        }
        (self.name)(&image)
    }

    /// An image as a scalar, in any quoting, with or without a comment.
    fn scalar(&mut self) -> String {
        let image = self.image();
        match self.next(4) {
            0 => format!("'{image}'"),
            1 => format!("\"{image}\""),
            2 => format!("{image}   # as it was released"),
            _ => image,
        }
    }

    fn head(&mut self, api: &str, kind: &str, document: usize) {
        let team = self.next(9);
        let _ = write!(
            self.text,
            "# of team {team}, ünïcode and all\napiVersion: {api}\nkind: {kind}\nmetadata:\n  name: {}-{document}\n  namespace: team{team}\n  labels:\n    app.kubernetes.io/name: app\n    app.kubernetes.io/instance: \"{document}\"\n  annotations:\n    prometheus.io/scrape: \"true\"\n",
            kind.to_lowercase()
        );
    }

    fn pods(&mut self, indent: usize) {
        let pad = " ".repeat(indent);
        let _ = write!(
            self.text,
            "{pad}serviceAccountName: app\n{pad}securityContext: {{runAsNonRoot: true, runAsUser: 65534}}\n{pad}containers:\n"
        );
        for container in 0..=self.next(3) {
            let image = self.scalar();
            let _ = write!(
                self.text,
                "{pad}- name: c{container}\n{pad}  image: {image}\n{pad}  imagePullPolicy: IfNotPresent\n{pad}  args:\n{pad}  - --listen=0.0.0.0:{}\n{pad}  - --log-level=info\n",
                8000 + container
            );
            if self.next(6) == 0 {
                let image = self.image();
                let _ = writeln!(self.text, "{pad}  - --helper-image={image}");
            }
            let _ = write!(
                self.text,
                "{pad}  env:\n{pad}  - name: POD_NAME\n{pad}    valueFrom:\n{pad}      fieldRef:\n{pad}        fieldPath: metadata.name\n{pad}  - name: MODE\n{pad}    value: \"production\"\n{pad}  resources:\n{pad}    requests: {{cpu: 100m, memory: 128Mi}}\n{pad}    limits:\n{pad}      memory: 256Mi\n{pad}  livenessProbe:\n{pad}    httpGet:\n{pad}      path: /healthz\n{pad}      port: http\n{pad}    initialDelaySeconds: 10\n{pad}  ports:\n{pad}  - containerPort: 8080\n{pad}    name: http\n{pad}    protocol: TCP\n{pad}  volumeMounts:\n{pad}  - name: config\n{pad}    mountPath: /etc/app\n{pad}    readOnly: true\n"
            );
        }
        let _ = write!(
            self.text,
            "{pad}tolerations:\n{pad}- key: node.kubernetes.io/not-ready\n{pad}  operator: Exists\n{pad}  effect: NoExecute\n{pad}volumes:\n{pad}- name: config\n{pad}  configMap:\n{pad}    name: app\n{pad}- name: disk\n{pad}  rbd:\n{pad}    image: pool/disk:1\n"
        );
    }

    fn deployment(&mut self, document: usize) {
        self.head("apps/v1", "Deployment", document);
        self.text.push_str("spec:\n  replicas: 2\n  selector:\n    matchLabels:\n      app: app\n  template:\n    metadata:\n      labels:\n        app: app\n    spec:\n");
        self.pods(6);
    }

    fn cron_job(&mut self, document: usize) {
        self.head("batch/v1", "CronJob", document);
        self.text
            .push_str("spec:\n  schedule: '*/5 * * * *'\n  jobTemplate:\n    spec:\n      template:\n        spec:\n");
        self.pods(10);
    }

    fn config_map(&mut self, document: usize) {
        self.head("v1", "ConfigMap", document);
        self.text.push_str("data:\n");
        if self.next(3) == 0 {
            let image = self.scalar();
            let _ =
                write!(self.text, "  app.yaml: |\n    server:\n      port: 8080\n    sidecar:\n      image: {image}\n");
        }
        self.text
            .push_str("  settings.ini: |\n    [main]\n    level = info\n\n    path = /var/lib/app\n  mode: fast\n");
    }

    fn custom(&mut self, document: usize) {
        self.head("example.org/v1", "Database", document);
        let image = self.scalar();
        let _ = write!(
            self.text,
            "spec:\n  replicas: 3\n  baseImage: {image}\n  storage:\n    size: 10Gi\n    class: gp3\nstatus:\n  image: quay.io/old/db:1\n"
        );
    }

    fn json(&mut self, document: usize) {
        let image = self.image();
        let _ = writeln!(
            self.text,
            r#"{{"apiVersion": "v1", "kind": "Pod", "metadata": {{"name": "pod-{document}"}}, "spec": {{"containers": [{{"name": "a", "image": "{image}", "command": ["sleep", "3600"]}}], "restartPolicy": "Never"}}}}"#
        );
    }

    fn role(&mut self, document: usize) {
        self.head("rbac.authorization.k8s.io/v1", "ClusterRole", document);
        self.text.push_str("rules:\n");
        for group in ["", "apps", "batch", "example.org"] {
            let _ = write!(
                self.text,
                "- apiGroups: [\"{group}\"]\n  resources: [pods, deployments, jobs, databases]\n  verbs:\n  - get\n  - list\n  - watch\n"
            );
        }
    }

    fn schema(&mut self, document: usize) {
        self.head("apiextensions.k8s.io/v1", "CustomResourceDefinition", document);
        self.text.push_str("spec:\n  group: example.org\n  versions:\n  - name: v1\n    schema:\n      openAPIV3Schema:\n        type: object\n        properties:\n");
        for field in 0..8 {
            let _ = write!(
                self.text,
                "          field{field}:\n            description: |-\n              What the field is for, over two lines, as generated\n              from the comments of its type.\n            type: string\n            maxLength: 253\n"
            );
        }
        self.text.push_str("          image:\n            description: the image, such as quay.io/a/b:1\n            type: string\n            default: quay.io/a/b:1\n");
    }

    fn service(&mut self, document: usize) {
        self.head("v1", "Service", document);
        self.text.push_str("spec:\n  type: ClusterIP\n  selector:\n    app: app\n  ports:\n  - name: http\n    port: 80\n    targetPort: http\n    protocol: TCP\n");
    }
}
