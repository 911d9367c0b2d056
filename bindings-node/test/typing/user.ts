// A program as users write it. It is checked, never run.

import { DescribeVpcsOutput, ECR_API } from './sdk.js';
import { audit, auditAsync, apply, knowledge, NotMetError, plan, PrivateEksError, reach, Snapshot } from 'private-eks';
import type { ClusterSpec, ErrorCode, Finding, KnowledgeAnswer, NodeKind, Plan, Report, Verdict } from 'private-eks';

const spec: ClusterSpec = {
    region: 'ap-northeast-1',
    nodes: ['al2023', 'fargate'],
    features: { irsa: {}, karpenter: { interruptionQueue: 'q' }, 'aws-ebs-csi-driver': { hyperPod: true } },
    asOf: '2026-11-22',
    name: undefined,
};
const short: ClusterSpec = { region: 'cn-north-1', features: ['irsa'] };

const { endpoints, spec: understood }: Plan = plan(spec);
const names: string[] = endpoints.filter((endpoint) => endpoint.service === ECR_API).map((endpoint) => endpoint.serviceName);
const kinds: readonly NodeKind[] = understood.nodes.value;
const region: string = plan({ region: 'ap-northeast-1', features: { irsa: {} } }).spec.region.value;

declare const vpcs: DescribeVpcsOutput;
const snapshot = new Snapshot(vpcs, '{"Subnets": []}', new Uint8Array());
const report: Report = audit(snapshot, spec, { strict: true });
audit(vpcs);
audit({ Vpcs: [] }, short);
audit(Snapshot.read('snapshot', 'more.json'), null, {});
const findings: readonly Finding[] = [...report.broken, ...report.unknown];
const verdict: Verdict = report.verdict;
if (verdict === 'met') {
    console.log(`${report}`, findings, names, kinds, region);
}
try {
    report.requireMet();
} catch (error) {
    if (error instanceof NotMetError) console.log(error.report.counts.broken);
    if (error instanceof PrivateEksError) {
        const code: ErrorCode = error.code;
        console.log(code, error.path, error.message);
    }
}

const answer = reach(snapshot, { source: 'eni-0a', destination: 'vpce-0b', port: 443, clientPorts: { first: 1024, last: 65535 } });
const after: Snapshot = apply(snapshot, answer.fixes);
const known: KnowledgeAnswer = knowledge({ asOf: '2020-06-17' });
const later: Promise<Report> = auditAsync(snapshot);
console.log(after.toString(), known.text, later, knowledge());
