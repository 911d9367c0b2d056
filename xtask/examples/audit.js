const report = audit(Snapshot.read('snapshot/'), { region: 'ap-northeast-1' });
console.log(`${report}`);
report.requireMet(); // throws when something is broken or unknown
