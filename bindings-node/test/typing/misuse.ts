// Mistakes that the type checker must catch, each below its mark. It is checked, never run.

import { audit, plan, reach, Report, Snapshot } from 'private-eks';

// @ts-expect-error a field that does not exist
plan({ region: 'ap-northeast-1', nodeSubnet: ['subnet-0a'] });
// @ts-expect-error a node kind that does not exist
plan({ region: 'ap-northeast-1', nodes: ['al2024'] });
// @ts-expect-error a feature that does not exist
plan({ region: 'ap-northeast-1', features: { karpentr: {} } });
// @ts-expect-error an option that does not exist
plan({ region: 'ap-northeast-1', features: { karpenter: { queue: 'q' } } });
// @ts-expect-error an option of a feature that has none
plan({ region: 'ap-northeast-1', features: { irsa: { role: 'r' } } });
// @ts-expect-error a feature that does not exist, in the short form
plan({ region: 'ap-northeast-1', features: ['karpentr'] });
// @ts-expect-error a region is needed
plan({});
// @ts-expect-error a file name is no snapshot
audit('snapshot.json');
// @ts-expect-error an option that does not exist
audit({}, null, { strickt: true });
// @ts-expect-error a port is a number
reach({}, { source: 'eni-0a', destination: 'vpce-0b', port: '443' });
// @ts-expect-error answers are not to be written
audit({}).text = '';
// @ts-expect-error a verdict is none of these
if (audit({}).verdict === 'ok') console.log();
// @ts-expect-error nor is it a boolean
const fine: boolean = audit({}).verdict;
// @ts-expect-error only the library makes reports
new Report();
// @ts-expect-error a number is no document
new Snapshot(5);
console.log(fine);
