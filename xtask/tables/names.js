/**
 * Asks aws-cdk-lib how every endpoint service that it offers is called in each region, and prints that as JSON. The
 * library resolves the names itself; nothing of its code is read here.
 *
 *     node xtask/tables/names.js NODE_MODULES REGION...
 */
'use strict';

const { createRequire } = require('node:module');
const { resolve } = require('node:path');

const [folder, ...regions] = process.argv.slice(2);
const library = createRequire(resolve(folder, 'names.js'));
const { App, Stack } = library('aws-cdk-lib');
const { GatewayVpcEndpointAwsService, InterfaceVpcEndpointAwsService } = library('aws-cdk-lib/aws-ec2');

/** The services that a class of the library offers as static members. */
function offered(kind) {
    return Object.getOwnPropertyNames(kind).map((name) => kind[name]).filter((value) => value instanceof kind);
}

/** A name in a region: the library knows the regions of stacks, and leaves some names to be joined at deployment. */
function nameIn(stack, region, name) {
    const resolved = stack.resolve(name);
    if (typeof resolved === 'string') return resolved;
    return resolved['Fn::Join'][1].map((part) => (part.Ref === 'AWS::Region' ? region : part)).join('');
}

const app = new App();
const account = '111122223333';
const stacks = regions.map((region) => [region, new Stack(app, `in-${region}`, { env: { account, region } })]);

/** The names of a service by region. */
function namesOf(service) {
    return Object.fromEntries(stacks.map(([region, stack]) => [region, nameIn(stack, region, service.name)]));
}

const version = library('aws-cdk-lib/package.json').version;
const interfaces = offered(InterfaceVpcEndpointAwsService).map((service) => ({
    id: service.shortName,
    port: service.port,
    names: namesOf(service),
}));
const gateways = offered(GatewayVpcEndpointAwsService).map((service) => ({ names: namesOf(service) }));
process.stdout.write(JSON.stringify({ version, interfaces, gateways }));
