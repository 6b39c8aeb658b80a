import { Validations } from 'aws-cdk-lib';
import { type ISecurityGroup, SecurityGroup, Vpc } from 'aws-cdk-lib/aws-ec2';
import { Construct } from 'constructs';
import type { VpcSettings } from '../settings.ts';
import type { FunctionNetwork } from './usage-function.ts';

/**
 * Subnets of a network that is there already, taken at their word: looking them up would need credentials. They
 * need a way to S3, DynamoDB, SQS and Secrets Manager, and to api.github.com, as well as to the instances.
 */
export class SyncNetwork extends Construct implements FunctionNetwork {
  readonly vpc: FunctionNetwork['vpc'];
  readonly vpcSubnets: FunctionNetwork['vpcSubnets'];
  readonly securityGroups: readonly ISecurityGroup[];

  constructor(scope: Construct, id: string, settings: VpcSettings) {
    super(scope, id);
    const { vpcId, subnetIds, availabilityZones, securityGroupIds } = settings;
    this.vpc = Vpc.fromVpcAttributes(this, 'Vpc', {
      vpcId,
      availabilityZones: [...availabilityZones],
      privateSubnetIds: [...subnetIds],
    });
    Validations.of(this.vpc).acknowledge({
      id: 'Annotation::@aws-cdk/aws-ec2:noSubnetRouteTableId',
      reason: 'Nothing here reads or changes the routes of the network.',
    });
    this.vpcSubnets = { subnets: this.vpc.privateSubnets };
    this.securityGroups =
      securityGroupIds === undefined
        ? [
            new SecurityGroup(this, 'SecurityGroup', {
              vpc: this.vpc,
              description: 'License Usage Sync: sync',
            }),
          ]
        : securityGroupIds.map((groupId) => SecurityGroup.fromSecurityGroupId(this, groupId, groupId));
  }
}
